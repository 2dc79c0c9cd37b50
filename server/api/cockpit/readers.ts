/** Readers of what questions of 驾驶舱 say beside their filter. */
import { type IsoDate, type IsoMonth, monthFromNumber, monthNumber } from '#domain/measure.ts';
import { parsed, refused } from '#domain/query/problem.ts';
import type { Reader } from './question.ts';

/** One of some words. */
export function oneOf<const T extends string>(name: string, values: readonly T[]): Reader<T> {
  return (text) => {
    const found = values.find((value) => value === text);
    return found === undefined ? refused(name, text, 'unknownValue', values.join(', ')) : parsed(found);
  };
}

const mostListed = 60;

/** Some of the words that a list knows; each once, in the order given. @param hidden such as the role may not name */
export function someOf<const T extends string>(
  name: string,
  values: readonly T[],
  hidden: readonly string[] = [],
  most = 500,
): Reader<readonly T[]> {
  const known = new Map<string, T>(values.map((value) => [value, value]));
  const allowed = () =>
    values.length <= mostListed ? values.join(', ') : `${values.slice(0, mostListed).join(', ')}, …`;
  return (text) => {
    const given = [...new Set(text.split(',').filter((part) => part !== ''))];
    if (given.length > most) return refused(name, text, 'tooMany', `≤ ${most}`);
    const found: T[] = [];
    for (const part of given) {
      const value = known.get(part);
      if (value === undefined && hidden.includes(part)) return refused(name, part, 'notForRole', allowed());
      if (value === undefined) return refused(name, part, 'unknownValue', allowed());
      found.push(value);
    }
    return parsed(found);
  };
}

/** A month that has begun. @param asOf day of the data */
export function monthUpTo(name: string, asOf: IsoDate): Reader<IsoMonth> {
  const last = asOf.slice(0, 7);
  return (text) => {
    const month = /^\d{4}-\d{2}$/.test(text) ? monthNumber(text) : null;
    if (month === null) return refused(name, text, 'notAMonth', 'YYYY-MM');
    const known = monthFromNumber(month);
    return known > last ? refused(name, text, 'outOfRange', `≤ ${last}`) : parsed(known);
  };
}

/** A share as `0.15` or `15%`. */
export function share(name: string): Reader<number> {
  return (text) => {
    const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text);
    if (!match) return refused(name, text, 'notANumber', '0–1 | 15%');
    const value = match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
    return value <= 1 ? parsed(value) : refused(name, text, 'outOfRange', '0–1');
  };
}
