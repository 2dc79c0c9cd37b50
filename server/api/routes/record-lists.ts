/** Lists in which people find the record that they want to change, or to bring back. */
import type { Context, Hono } from 'hono';
import {
  type DistrictAnswer,
  findEnterprises,
  getDistrict,
  listBuildingRecords,
  listRemovals,
  listTargetRecords,
  type Removal,
} from '#contract/record-lists.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { type Entity, entityShapes, keyOf, type RecordTypes, recordsIn } from '#domain/records/entity.ts';
import { maySeeTax, type Role } from '#domain/visibility.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { badPage, pageOf, shownPlace } from '../log-page.ts';
import { problemResponse } from '../problem.ts';
import { routePath } from '../route-path.ts';
import type { AuditEntry, AuditPlace } from '../store.ts';
import { buildingNamesIn, historyEntry } from '../writing/history.ts';
import { findRecord, tagged } from '../writing/plan.ts';

export function routeRecordLists(app: Hono<ApiEnv>, deps: RouteDeps): void {
  app.get(routePath(listBuildingRecords), allowed(listBuildingRecords), async (c) => {
    const { revision, portfolio } = await deps.models.shown();
    const records = recordsOf(portfolio, c.var.viewer.role, c.req.param('id') ?? '');
    return records
      ? c.json({ revision, asOf: portfolio.asOf, ...records })
      : problemResponse(c, 'noSuchRecord', 'no building has this id');
  });
  app.get(findEnterprises.path, allowed(findEnterprises), (c) => enterprisesAnswer(c, deps));
  app.get(listTargetRecords.path, allowed(listTargetRecords), async (c) => {
    const { targets } = (await deps.models.shown()).portfolio;
    const items = targets.toSorted((a, b) =>
      a.dueMonth < b.dueMonth ? -1 : a.dueMonth > b.dueMonth ? 1 : 0,
    );
    return c.json({ items: answersOf(c.var.viewer.role, 'target', items) });
  });
  app.get(listRemovals.path, allowed(listRemovals), (c) => removalsAnswer(c, deps));
  app.get(getDistrict.path, async (c) => {
    const { district } = (await deps.models.shown()).portfolio;
    const placesOf = (places: readonly DistrictAnswer['circles'][number][]) =>
      places.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
    return c.json({
      nameZh: district.nameZh,
      nameEn: district.nameEn,
      bounds: district.bounds,
      circles: placesOf(district.circles),
      subdistricts: placesOf(district.subdistricts),
      stations: district.stations.map(({ lines, ...station }) => ({ ...station, lines: [...lines] })),
    } satisfies DistrictAnswer);
  });
}

function answersOf<E extends Entity>(role: Role, entity: E, records: readonly RecordTypes[E][]) {
  return records.flatMap((record) => {
    const shown = tagged(role, entity, record);
    return shown ? [{ entity, key: keyOf(entity, record), ...shown } as unknown as RecordAnswer<E>] : [];
  });
}

/** null when there is no such building. */
function recordsOf(portfolio: Portfolio, role: Role, id: string) {
  const building = findRecord(portfolio, 'building', id);
  if (!building) return null;
  const own = <E extends Entity>(entity: E) =>
    answersOf(
      role,
      entity,
      recordsIn(portfolio, entity).filter((record) => entityShapes[entity].buildingOf(record) === id),
    );
  const [lease, taxRecord] = [own('lease'), own('taxRecord')];
  const firms = new Set([...lease, ...taxRecord].map(({ record }) => record.enterpriseId));
  return {
    building: answersOf(role, 'building', [building])[0],
    fact: own('fact'),
    floor: own('floor'),
    unit: own('unit'),
    lease,
    ...(maySeeTax(role) && { taxRecord }),
    month: own('month'),
    monthCorrection: own('monthCorrection'),
    renewalPlan: own('renewalPlan'),
    enterprise: answersOf(
      role,
      'enterprise',
      portfolio.enterprises.filter((firm) => firms.has(firm.id)),
    ),
  };
}

const enterpriseLimits = { most: 100, usual: 20, longest: 100 };

async function enterprisesAnswer(c: Context<ApiEnv>, { models }: RouteDeps): Promise<Response> {
  const { q = '', limit = String(enterpriseLimits.usual) } = c.req.query();
  const { most, longest } = enterpriseLimits;
  const count = /^[1-9]\d{0,2}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > most || q.length > longest) {
    const detail = `invalid q or limit (allowed: q up to ${longest} characters; limit 1–${most})`;
    return problemResponse(c, 'badParameters', detail);
  }
  const wanted = folded(q);
  const { portfolio } = await models.shown();
  const found = portfolio.enterprises.filter(({ id, name, uscc }) =>
    [name, uscc ?? '', id].some((text) => folded(text).includes(wanted)),
  );
  const items = answersOf(c.var.viewer.role, 'enterprise', found.slice(0, count));
  return c.json({ total: found.length, items });
}

/** Full-width letters and capitals make no other name. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Writes that are looked at for one page: of what was brought back since, nothing is shown. */
const looksPerEntry = 4;

async function removalsAnswer(c: Context<ApiEnv>, deps: RouteDeps): Promise<Response> {
  const page = pageOf(c);
  if (!page) return badPage(c);
  const { portfolio } = await deps.models.shown();
  const names = buildingNamesIn(portfolio);
  const entries = new Map<string, Removal>();
  let before: AuditPlace | undefined = page.before;
  let isEnd = false;
  for (let looks = 0; looks < page.limit * looksPerEntry && entries.size < page.limit && !isEnd; looks++) {
    // The record itself goes after all that belongs to it: it is the last of its write.
    const [root]: readonly AuditEntry[] = await deps.store.auditEntries({
      origin: 'delete',
      limit: 1,
      ...(before && { before }),
    });
    isEnd = root === undefined;
    const removal = root && removalFrom(c.var.viewer.role, portfolio, names, root);
    if (removal && !entries.has(nameOf(removal))) entries.set(nameOf(removal), removal);
    if (root) before = { sequence: root.sequence, number: 0 };
  }
  return c.json({
    entries: [...entries.values()],
    next: isEnd || !before ? null : shownPlace(before),
  });
}

const nameOf = ({ entity, key }: Removal) => `${entity} ${key}`;

/** null when it is back, or when the role may not know of it. */
function removalFrom(
  role: Role,
  portfolio: Portfolio,
  names: ReadonlyMap<string, string>,
  entry: AuditEntry,
): Removal | null {
  const { entity, key } = entry.change;
  const seen = historyEntry(role, entry, names);
  if (!seen || findRecord(portfolio, entity, key)) return null;
  const { at, by, name, buildingName } = seen;
  return { at, by, entity, key, name, buildingName, alongside: entry.number };
}
