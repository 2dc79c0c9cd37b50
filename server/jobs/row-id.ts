import { hash } from 'node:crypto';

/**
 * Id of the record that a row of an import brings: the same whenever the row is judged, so that an answer to a
 * question may name it, and as good as random otherwise. A UUID of version 7 with the time of the import.
 * @param importId a UUID of version 7
 */
export function rowId(importId: string, partId: string, row: number): string {
  const digest = hash('sha256', `${importId} ${partId} ${row}`);
  const variant = (8 + (Number.parseInt(digest.charAt(18), 16) % 4)).toString(16);
  return `${importId.slice(0, 13)}-7${digest.slice(0, 3)}-${variant}${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
}
