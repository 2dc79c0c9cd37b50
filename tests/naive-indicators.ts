/** long: the indicators once more, as plainly and slowly as they are defined, in one piece; no code of the fast ones. */
import type { Building } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Lease, Unit } from '#domain/model/unit.ts';

export interface NaiveCell {
  readonly value: number | null;
  readonly coverage: number | null;
}

/** A part that a building adds; null: not known. */
type Part = { readonly n: number; readonly d: number; readonly known: number } | null;
type Weighted = { readonly weight: number; readonly part: Part };

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const isNumber = (value: number | null): value is number => value !== null;

function nextMonth(month: string, by = 1): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

function lastDay(p: Portfolio, month: string): string {
  if (month === p.asOf.slice(0, 7)) return p.asOf;
  const next = new Date(`${nextMonth(month)}-01T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
}

function reportOf(p: Portfolio, b: Building, month: string) {
  const report = p.months.findLast((one) => one.buildingId === b.id && one.month === month);
  if (!report) return null;
  const corrections = p.monthCorrections
    .filter((one) => one.buildingId === b.id && one.month === month)
    .toSorted((x, y) => y.number - x.number);
  const latest = <K extends 'occupiedArea' | 'vacantArea' | 'availableArea' | 'tenantCount' | 'totalTax'>(
    field: K,
  ) => corrections.find((one) => one[field] !== null)?.[field] ?? report[field];
  return {
    occupied: latest('occupiedArea'),
    vacant: latest('vacantArea'),
    available: latest('availableArea'),
    tenants: latest('tenantCount'),
    fen: latest('totalTax'),
    isTaxCorrected: corrections.some(({ totalTax }) => totalTax !== null),
  };
}

const unitsOf = (p: Portfolio, b: Building) => p.units.filter(({ buildingId }) => buildingId === b.id);

function isOnWrongFloor(p: Portfolio, unit: Unit): boolean {
  const onIt = p.units.filter((one) => one.buildingId === unit.buildingId && one.floor === unit.floor);
  return p.floors.some(
    (floor) =>
      floor.buildingId === unit.buildingId &&
      floor.floor === unit.floor &&
      floor.area !== null &&
      sum(onIt.map(({ area }) => area)) > floor.area + 0.001,
  );
}

const weightOf = (b: Building) => b.gfa?.value || b.rentableArea?.value || 0;
const rentableOf = (b: Building) =>
  b.rentableArea && ['exact', 'about'].includes(b.rentableArea.bound) ? b.rentableArea.value : null;

export function isDelivered(p: Portfolio, b: Building, month: string): boolean {
  if (b.status !== 'delivered') return false;
  return b.completedOn === null || b.completedOn.slice(0, 7) <= month || reportOf(p, b, month) !== null;
}

function spaceOf(p: Portfolio, b: Building, month: string) {
  const report = reportOf(p, b, month);
  if (report) {
    const { occupied, vacant, available } = report;
    const rentable = rentableOf(b);
    const isTooMuch =
      isNumber(occupied) && isNumber(vacant) && isNumber(rentable) && occupied + vacant > rentable * 1.005;
    const isTooLittle = isNumber(available) && isNumber(vacant) && available < vacant;
    return {
      occupied: isTooMuch ? null : occupied,
      vacant: isTooMuch ? null : vacant,
      available: isTooLittle ? null : available,
    };
  }
  const units = unitsOf(p, b);
  const isKnown = month === p.asOf.slice(0, 7) && !units.some((unit) => isOnWrongFloor(p, unit));
  const area = (is: (unit: Unit) => boolean) => sum(units.filter(is).map((unit) => unit.area));
  const hasUnits = isKnown && units.length > 0;
  const isStanding = hasUnits && isDelivered(p, b, month);
  const offered = (unit: Unit) => unit.status === 'vacant' || (unit.status === 'leased' && unit.marketed);
  return {
    occupied: isStanding ? area(({ status }) => status === 'leased' || status === 'ownerOccupied') : null,
    vacant: isStanding ? area(({ status }) => status === 'vacant') : null,
    available: hasUnits ? area(offered) : isKnown ? (b.statedAvailableArea?.value ?? null) : null,
  };
}

function runningOn(p: Portfolio, unit: Unit, month: string): readonly Lease[] {
  const day = lastDay(p, month);
  if (month === p.asOf.slice(0, 7) && unit.status !== 'leased') return [];
  return p.leases
    .filter((lease) => lease.buildingId === unit.buildingId && lease.unitId === unit.id)
    .filter(({ start, end }) => start <= day && day <= end)
    .toSorted(
      (x, y) => y.start.localeCompare(x.start) || y.end.localeCompare(x.end) || x.id.localeCompare(y.id),
    );
}

const isSub = ({ leaseType }: Lease) => leaseType === 'sublease';
const headOf = (running: readonly Lease[]) => running.find((lease) => !isSub(lease)) ?? running[0];
const sitterOf = (running: readonly Lease[]) => running.find(isSub) ?? running[0];

/** Years by counting days, with each year as long as it is. */
function years(from: string, to: string): number {
  let whole = 0;
  const birthday = (n: number) => {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    const days = new Date(Date.UTC(year + n, month, 0)).getUTCDate();
    return Date.UTC(year + n, month - 1, Math.min(day, days));
  };
  while (birthday(whole + 1) <= Date.parse(to)) whole += 1;
  return whole + (Date.parse(to) - birthday(whole)) / (birthday(whole + 1) - birthday(whole));
}

function lettingsOf(p: Portfolio, b: Building, month: string) {
  const units = unitsOf(p, b);
  const lettings = units.flatMap((unit) => {
    const running = runningOn(p, unit, month);
    const [head, sitter] = [headOf(running), sitterOf(running)];
    const area = isOnWrongFloor(p, unit) ? 0 : unit.area;
    return head && sitter ? [{ area, head, sitter }] : [];
  });
  const leased = sum(lettings.map(({ area }) => area));
  const owned = sum(units.filter(({ status }) => status === 'ownerOccupied').map(({ area }) => area));
  const isNow = month === p.asOf.slice(0, 7) && units.length > 0;
  const byStatus = sum(units.filter(({ status }) => status === 'leased').map(({ area }) => area));
  const occupied = spaceOf(p, b, month).occupied;
  const letArea = Math.max(leased, isNow ? byStatus : occupied === null ? 0 : occupied - owned);
  return { lettings, leased, letArea };
}

function firmsIn(p: Portfolio, members: readonly Building[], month: string): ReadonlySet<string> {
  return new Set(
    members.flatMap((b) => lettingsOf(p, b, month).lettings.map(({ sitter }) => sitter.enterpriseId)),
  );
}

const hasLeases = (p: Portfolio, b: Building) => p.leases.some(({ buildingId }) => buildingId === b.id);

function isStray(p: Portfolio, b: Building, enterpriseId: string, month: string): boolean {
  if (!hasLeases(p, b)) return false;
  const own = p.leases.filter((lease) => lease.buildingId === b.id && lease.enterpriseId === enterpriseId);
  const sound = own.filter(({ start, end }) => start <= end);
  if (sound.some(({ start, end }) => start.slice(0, 7) <= month && month <= end.slice(0, 7))) return false;
  return sound.length > 0 || !unitsOf(p, b).some(({ status }) => status === 'ownerOccupied');
}

function taxOf(p: Portfolio, b: Building, month: string) {
  const records = p.taxRecords.filter((one) => one.buildingId === b.id && one.month === month);
  const good = records.filter(({ enterpriseId }) => !isStray(p, b, enterpriseId, month));
  const total = (some: typeof records) => sum(some.map(({ totalTax }) => totalTax));
  const stray = total(records) - total(good);
  const report = reportOf(p, b, month);
  if (report?.isTaxCorrected) return { fen: report.fen, stray: 0, good };
  const reported = report?.fen ?? null;
  if (reported === null) return { fen: good.length > 0 ? total(good) : null, stray, good };
  return { fen: stray === 0 || reported > stray ? reported - stray : null, stray, good };
}

function yearOf(p: Portfolio, b: Building, month: string) {
  const months = Array.from({ length: 12 }, (_, back) => taxOf(p, b, nextMonth(month, -back)).fen);
  const known = months.filter(isNumber);
  return { yuan: known.length > 0 ? sum(known) / 100 : null, share: known.length / 12 };
}

const part = (n: number | null, d: number | null, known: number): Part =>
  n === null || d === null ? null : { n, d, known };

type OfBuilding = (p: Portfolio, b: Building, months: readonly string[], length: number) => Weighted | null;

function delivered(share: (p: Portfolio, b: Building, months: readonly string[]) => Part): OfBuilding {
  return (p, b, months) =>
    isDelivered(p, b, months.at(-1) ?? '') ? { weight: weightOf(b), part: share(p, b, months) } : null;
}

function ofLet(share: (l: ReturnType<typeof lettingsOf>, day: string) => Part): OfBuilding {
  return (p, b, months) => {
    const month = months.at(-1) ?? '';
    const lettings = lettingsOf(p, b, month);
    if (lettings.letArea <= 0) return null;
    const own = share(lettings, lastDay(p, month));
    return { weight: lettings.letArea, part: own && own.known > 0 ? own : null };
  };
}

function termRent({ start, end, contractRent, rentFreeMonths, escalation }: Lease) {
  if (contractRent === null || rentFreeMonths === null || escalation === null) return null;
  // The tests give whole months alone: from the first of one to the last of another.
  let [months, rent, month] = [0, 0, start.slice(0, 7)];
  for (; month <= end.slice(0, 7); month = nextMonth(month)) {
    if (months >= rentFreeMonths) rent += contractRent * (1 + escalation) ** Math.floor(months / 12);
    months += 1;
  }
  return rentFreeMonths > months ? null : { rent, months };
}

const ofTax: (share: (fen: number, isKey: boolean) => { n: number; d: number }) => OfBuilding =
  (share) => (p, b, months, length) => {
    const last = months.at(-1) ?? '';
    const toCome = isDelivered(p, b, last) ? length - months.length : 0;
    const standing = toCome + months.filter((month) => isDelivered(p, b, month)).length;
    const known = months.map((month) => taxOf(p, b, month)).filter(({ fen }) => fen !== null);
    const weight = weightOf(b) * standing;
    if (known.length === 0) return standing > 0 ? { weight, part: null } : null;
    const fen = sum(known.map((one) => one.fen ?? 0));
    const share1 = sum(
      known.map((one) =>
        (one.fen ?? 0) + one.stray === 0 ? 1 : (one.fen ?? 0) / ((one.fen ?? 0) + one.stray),
      ),
    );
    const isKey = (yearOf(p, b, last).yuan ?? 0) >= 100_000_000;
    return { weight, part: { ...share(fen, isKey), known: Math.min(weight, weightOf(b) * share1) } };
  };

function ofYear(
  share: (yuan: number, p: Portfolio, b: Building, month: string) => readonly [number, number] | null,
): OfBuilding {
  return (p, b, months) => {
    const month = months.at(-1) ?? '';
    const { yuan, share: known } = yearOf(p, b, month);
    const own = yuan === null ? null : share(yuan, p, b, month);
    if (own === null) return isDelivered(p, b, month) ? { weight: weightOf(b), part: null } : null;
    return { weight: weightOf(b), part: { n: own[0], d: own[1], known: weightOf(b) * known } };
  };
}

/** What is on offer today at which rent: by unit, or as the building states it where no unit says. */
function askedOf(p: Portfolio, b: Building): readonly { readonly area: number; readonly rent: number }[] {
  const units = unitsOf(p, b);
  if (units.some((unit) => isOnWrongFloor(p, unit))) return [];
  const offered = units.filter(
    ({ status, marketed }) => status === 'vacant' || (status === 'leased' && marketed),
  );
  const asked = offered.flatMap(({ area, askingRent }) =>
    askingRent === null ? [] : [{ area, rent: askingRent }],
  );
  if (asked.length > 0 || !b.statedAskingRent) return asked;
  const area = units.length > 0 ? sum(offered.map((unit) => unit.area)) : b.statedAvailableArea?.value;
  return area ? [{ area, rent: b.statedAskingRent.value }] : [];
}

const additive = {
  occupancyRate: delivered((p, b, ms) =>
    part(spaceOf(p, b, ms.at(-1) ?? '').occupied, rentableOf(b), weightOf(b)),
  ),
  vacancyRate: delivered((p, b, ms) =>
    part(spaceOf(p, b, ms.at(-1) ?? '').vacant, rentableOf(b), weightOf(b)),
  ),
  availableArea: (p, b, ms) => ({
    weight: weightOf(b),
    part: part(spaceOf(p, b, ms.at(-1) ?? '').available, 0, weightOf(b)),
  }),
  availabilityRate: (p, b, ms) => ({
    weight: weightOf(b),
    part: part(spaceOf(p, b, ms.at(-1) ?? '').available, rentableOf(b) ?? b.gfa?.value ?? null, weightOf(b)),
  }),
  netAbsorption: delivered((p, b, ms) => {
    const before = nextMonth(ms[0] ?? '', -1);
    const then = isDelivered(p, b, before) ? spaceOf(p, b, before).occupied : 0;
    const now = spaceOf(p, b, ms.at(-1) ?? '').occupied;
    return part(now === null || then === null ? null : now - then, 0, weightOf(b));
  }),
  netEffectiveRent: ofLet(({ lettings }) => {
    const known = lettings.flatMap(({ area, head }) => {
      const rent = termRent(head);
      return rent ? [{ area, ...rent }] : [];
    });
    return {
      n: sum(known.map(({ area, rent }) => area * rent)),
      d: sum(known.map(({ area, months }) => area * months)),
      known: sum(known.map(({ area }) => area)),
    };
  }),
  waltByArea: ofLet(({ lettings, leased }, day) => ({
    n: sum(lettings.map(({ area, head }) => area * years(day, head.end))),
    d: leased,
    known: leased,
  })),
  expiring12mRate: ofLet(({ lettings, leased }, day) => ({
    n: sum(lettings.filter(({ head }) => years(day, head.end) <= 1).map(({ area }) => area)),
    d: leased,
    known: leased,
  })),
  totalTax: ofTax((fen) => ({ n: fen / 100, d: 0 })),
  keyBuildingTaxShare: ofTax((fen, isKey) => ({ n: isKey ? fen / 100 : 0, d: fen / 100 })),
  taxPerSqm: ofYear((yuan, _, b) => {
    const rentable = rentableOf(b);
    return rentable === null ? null : [yuan, rentable];
  }),
  taxTier: ofYear((yuan) => [yuan, 0]),
  askingRent: (p, b, ms) => {
    const month = ms.at(-1) ?? '';
    const { available } = spaceOf(p, b, month);
    if (!available) return null;
    const asked = month === p.asOf.slice(0, 7) ? askedOf(p, b) : [];
    const area = sum(asked.map((one) => one.area));
    const own = { n: sum(asked.map((one) => one.area * one.rent)), d: area, known: area };
    return area > 0 ? { weight: Math.max(area, available), part: own } : { weight: available, part: null };
  },
  hundredMillionBuildings: ofYear((yuan) => [yuan >= 100_000_000 ? 1 : 0, 0]),
} as const satisfies Record<string, OfBuilding>;

const sums: readonly string[] = ['availableArea', 'netAbsorption', 'totalTax', 'hundredMillionBuildings'];

export const naiveIds = [
  ...(Object.keys(additive) as (keyof typeof additive)[]),
  'tenantCount',
  'localRegistrationRate',
  'localTaxpayerRate',
  'taxPerEmployee',
  'leadingIndustryShare',
  'netTenantInflow',
] as const;
export type NaiveId = (typeof naiveIds)[number];

function firmFigure(
  p: Portfolio,
  id: NaiveId,
  members: readonly Building[],
  months: readonly string[],
): NaiveCell {
  const month = months.at(-1) ?? '';
  const firms = firmsIn(p, members, month);
  const fileOf = (firm: string) => p.enterprises.find((one) => one.id === firm);
  const standing = members.filter((b) => isDelivered(p, b, month));
  const cover = (known: readonly Building[]) => {
    const weight = sum(standing.map(weightOf));
    return weight > 0 ? sum(known.map(weightOf)) / weight : null;
  };
  switch (id) {
    case 'tenantCount': {
      const known = standing.filter(
        (b) => isNumber(reportOf(p, b, month)?.tenants ?? null) || hasLeases(p, b),
      );
      const beyond = known.map((b) => {
        const told = reportOf(p, b, month)?.tenants ?? null;
        return told === null ? 0 : told - firmsIn(p, [b], month).size;
      });
      const value = known.length > 0 ? Math.max(0, firms.size + sum(beyond)) : null;
      return { value, coverage: cover(known) };
    }
    case 'localTaxpayerRate':
    case 'localRegistrationRate': {
      const place = id === 'localTaxpayerRate' ? 'taxIn' : 'registeredIn';
      const known = [...firms].flatMap((firm) => fileOf(firm)?.[place] ?? []);
      const here = known.filter((one) => one === p.district.adcode).length;
      return {
        value: known.length > 0 ? here / known.length : null,
        coverage: firms.size > 0 ? known.length / firms.size : null,
      };
    }
    case 'taxPerEmployee': {
      const paid = members.flatMap((b) => months.flatMap((one) => taxOf(p, b, one).good));
      const total = sum(paid.map(({ totalTax }) => totalTax));
      const withHeads = paid.filter(({ enterpriseId }) => (fileOf(enterpriseId)?.employees ?? 0) > 0);
      const heads = sum(
        [...new Set(withHeads.map((one) => one.enterpriseId))].map((f) => fileOf(f)?.employees ?? 0),
      );
      const tax = sum(withHeads.map(({ totalTax }) => totalTax));
      return {
        value: heads > 0 && tax > 0 ? tax / 100 / heads : null,
        coverage: total > 0 ? tax / total : null,
      };
    }
    case 'leadingIndustryShare': {
      const sitting = members.flatMap((b) => lettingsOf(p, b, month).lettings);
      const known = sitting.flatMap(({ area, sitter }) => {
        const industry = fileOf(sitter.enterpriseId)?.industry;
        return industry ? [{ area, industry }] : [];
      });
      const byIndustry = [...Map.groupBy(known, ({ industry }) => industry).values()];
      const areas = byIndustry.map((some) => sum(some.map(({ area }) => area)));
      const weight = sum(
        members.map((b) => {
          const own = lettingsOf(p, b, month).lettings.filter(
            ({ sitter }) => fileOf(sitter.enterpriseId)?.industry,
          );
          return Math.max(spaceOf(p, b, month).occupied ?? 0, sum(own.map(({ area }) => area)));
        }),
      );
      const all = sum(areas);
      return { value: all > 0 ? Math.max(...areas) / all : null, coverage: weight > 0 ? all / weight : null };
    }
    default: {
      const before = firmsIn(p, members, nextMonth(months[0] ?? '', -1));
      const came = [...firms].filter((firm) => !before.has(firm)).length;
      const left = [...before].filter((firm) => !firms.has(firm)).length;
      const known = standing.filter((b) => hasLeases(p, b));
      return { value: known.length > 0 ? came - left : null, coverage: cover(known) };
    }
  }
}

function tierOf(yuan: number): number {
  if (yuan < 10_000_000) return 0;
  if (yuan < 30_000_000) return 1;
  if (yuan < 50_000_000) return 2;
  if (yuan < 100_000_000) return 3;
  return yuan < 1_000_000_000 ? 4 : 5;
}

/** One figure of some buildings. @param months of the period up to the data, of `length` in all */
export function naiveFigure(
  p: Portfolio,
  id: NaiveId,
  members: readonly Building[],
  months: readonly string[],
  length: number,
): NaiveCell {
  if (!(id in additive)) return firmFigure(p, id, members, months);
  const shares = members.flatMap((b) => additive[id as keyof typeof additive](p, b, months, length) ?? []);
  const known = shares.flatMap(({ part: own }) => own ?? []);
  const weight = sum(shares.map((share) => share.weight));
  const [n, d] = [sum(known.map((own) => own.n)), sum(known.map((own) => own.d))];
  const figure = id === 'taxTier' ? tierOf(n) : sums.includes(id) ? n : d > 0 ? n / d : null;
  const value = known.length === 0 ? null : figure;
  return { value, coverage: weight > 0 ? Math.min(1, sum(known.map((own) => own.known)) / weight) : null };
}
