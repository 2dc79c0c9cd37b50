import type { Context, Hono } from 'hono';
import { type AccountEventKind, type AccountEventList, accountEventKinds } from '#contract/accounts.ts';
import { listAccountEvents } from '#contract/administration-endpoints.ts';
import { districtDayBegins } from '#domain/district-time.ts';
import { problemResponse } from '#server/api/problem.ts';
import type { AccountsDeps } from '../deps.ts';
import { type EventPlace, type EventQuestion, eventLimits, listEvents } from '../events.ts';
import { isId } from '../token.ts';
import { type AccountsEnv, administrating, signedIn } from './frame.ts';

export function routeAccountEvents(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.get(listAccountEvents.path, signedIn(deps), administrating(), async (c) => {
    const asked = questionOf(c);
    if (typeof asked === 'string') return problemResponse(c, 'badParameters', `invalid ${asked}`);
    const { events, next } = await listEvents(deps.db, asked);
    return c.json({ events, next: next && shownPlace(next) } satisfies AccountEventList);
  });
}

/** What is asked for, or what of it cannot be. */
function questionOf(c: Context): EventQuestion | string {
  const { before, limit, account, kind, from, to } = c.req.query();
  const place = before === undefined ? undefined : placeFrom(before);
  if (place === null) return 'before (allowed: what the page before gave as next)';
  const { usual, most } = eventLimits;
  const count = limit === undefined ? usual : /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > most) return `limit (allowed: 1–${most})`;
  if (account !== undefined && !isId(account)) return 'account (allowed: the id of an account)';
  const known = accountEventKinds.find((one): one is AccountEventKind => one === kind);
  if (kind !== undefined && !known) return `kind (allowed: ${accountEventKinds.join(' | ')})`;
  const days = daysOf(from, to);
  if (!days) return 'from or to (allowed: YYYY-MM-DD, from not after to)';
  return {
    limit: count,
    ...(place && { before: place }),
    ...(account !== undefined && { account }),
    ...(known && { kind: known }),
    ...days,
  };
}

/** null for days that there are not, or in the wrong order. */
function daysOf(
  from: string | undefined,
  to: string | undefined,
): Pick<EventQuestion, 'from' | 'until'> | null {
  const first = from === undefined ? undefined : districtDayBegins(from);
  const last = to === undefined ? undefined : districtDayBegins(to);
  if (first === null || last === null || (first && last && first > last)) return null;
  const until = last && new Date(last.getTime() + 86_400_000);
  return { ...(first && { from: first.toISOString() }), ...(until && { until: until.toISOString() }) };
}

function placeFrom(text: string): EventPlace | null {
  const [, milliseconds, id] = /^(\d{1,15})\.([0-9a-f]{24})$/.exec(text) ?? [];
  return id === undefined ? null : { at: new Date(Number(milliseconds)).toISOString(), id };
}

function shownPlace({ at, id }: EventPlace): string {
  return `${Date.parse(at)}.${id}`;
}
