/** Weak validators: equal tags, equal meaning; the bytes may be compressed differently. */

import { textFingerprint } from './fingerprint.ts';

/** Parts may hold letters, digits, `.` and `-`; anything else is dropped. */
export function weakTag(parts: readonly (string | number)[]): string {
  return `W/"${parts.map((part) => String(part).replaceAll(/[^\w.-]/g, '')).join('-')}"`;
}

/** Whether `If-None-Match` names the tag (weak comparison, RFC 9110 §13.1.2). */
export function matchesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => bare(known) === bare(tag));
}

/** The tag of one record: equal content, equal tag. Of what a role may see only, or it would tell the rest. */
export function recordTag(visible: object): string {
  return `"${textFingerprint(JSON.stringify(visible))}"`;
}

/** Whether `If-Match` names the tag (strong comparison, RFC 9110 §13.1.1). */
export function matchesStrongly(ifMatch: string, tag: string): boolean {
  return ifMatch.trim() === '*' || ifMatch.split(',').some((known) => known.trim() === tag);
}
