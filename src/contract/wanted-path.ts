/** Where whoever signs in wanted to go. */

/** A path of this site without its first slash: letters and slashes, so that it leads nowhere else. */
export const wantedPathPattern = '^[a-z]+(/[a-z]+)*$';

const pattern = new RegExp(wantedPathPattern);

/** The path that somebody was on their way to; '' for anything that is no path of this site. */
export function wantedPathFrom(text: string | null | undefined): string {
  return text !== null && text !== undefined && text.length <= 100 && pattern.test(text) ? text : '';
}
