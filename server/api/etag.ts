/** Weak validators: equal tags, equal meaning; the bytes may be compressed differently. */

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
