/** Behind one figure: the buildings, what each adds or why it adds nothing, and where the inputs come from. */
import type { BuildingId } from '../measure.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { FindingRule } from './finding-words.ts';
import { findingsOf } from './findings.ts';
import { at, placeAt } from './past/axis.ts';
import { type Past, pastOf } from './past/past.ts';
import { stateSources } from './past/space.ts';
import type { Period } from './periods.ts';
import { idsAt } from './registry.ts';
import type {
  AnyIndicatorId,
  Exclusion,
  ExplainQuestion,
  IndicatorColumn,
  IndicatorExplanation,
  IndicatorPart,
  InputSource,
} from './spec.ts';
import type { Frame } from './sums.ts';
import { cellOf, columnsOf, frameOf } from './table.ts';

/** Inputs beside the state of the building-months; `state` stands for report, correction or units. */
const inputsOf: Readonly<Record<AnyIndicatorId, readonly (InputSource | 'state')[]>> = {
  occupancyRate: ['state'],
  vacancyRate: ['state'],
  availableArea: ['state'],
  netAbsorption: ['state'],
  askingRent: ['state', 'units'],
  netEffectiveRent: ['leases', 'units'],
  waltByArea: ['leases', 'units'],
  expiring12mRate: ['leases', 'units'],
  tenantCount: ['state', 'leases'],
  localRegistrationRate: ['leases', 'enterprises'],
  localTaxpayerRate: ['leases', 'enterprises'],
  totalTax: ['state', 'taxRecords', 'leases'],
  taxPerSqm: ['state', 'taxRecords', 'leases'],
  taxPerEmployee: ['taxRecords', 'leases', 'enterprises'],
  taxTier: ['state', 'taxRecords', 'leases'],
  keyBuildingTaxShare: ['state', 'taxRecords', 'leases'],
  leadingIndustryShare: ['leases', 'units', 'enterprises', 'state'],
  netTenantInflow: ['leases'],
  availabilityRate: ['state'],
  waltByRent: ['leases', 'units'],
  districtTax: ['taxRecords', 'leases'],
  taxPerOccupiedSqm: ['state', 'taxRecords', 'leases'],
  hundredMillionBuildings: ['state', 'taxRecords', 'leases'],
  industryHhi: ['leases', 'units', 'enterprises', 'state'],
  heritageActivationRate: ['state'],
  retrofitRentPremium: ['plans'],
  topFiveTaxShare: ['state', 'taxRecords', 'leases'],
  monthsOfSupply: ['state'],
  longVacancyShare: ['units', 'leases'],
};

/** Rules that take something out of figures with an input. */
const rulesOf: Readonly<Partial<Record<InputSource | 'state', readonly FindingRule[]>>> = {
  state: ['monthMissing', 'areasAboveRentable', 'availableBelowVacant', 'unitsAboveFloor'],
  leases: ['leaseEndsBeforeStart', 'rentFreeAboveTerm'],
  units: ['unitsAboveFloor'],
  taxRecords: ['taxWithoutLease'],
};

/**
 * How a figure comes about.
 * @returns null when the group is none of the level's
 * @throws for an indicator that is not defined at the level
 */
export function explainIndicator(
  portfolio: Portfolio,
  question: ExplainQuestion,
): IndicatorExplanation | null {
  const { id, level } = question;
  if (!idsAt(level).includes(id)) throw new Error(`${id} is not defined of a ${level}`);
  const past = pastOf(portfolio);
  const range = { from: question.at, to: question.at, period: question.period };
  const only = question.buildings && { buildings: question.buildings };
  const whole = frameOf(past, { level, ...range, ...only });
  const group = whole.grouping.groups.findIndex((one) => one.id === question.group);
  const [period] = whole.periods;
  if (group < 0 || !period) return null;
  const members = past.buildings.flatMap((building, place) =>
    placeAt(whole.grouping.groupOf, place) === group ? [building.id] : [],
  );
  const single = frameOf(past, { level: 'building', ...range, buildings: new Set(members) });
  return {
    id,
    period: period.name,
    cell: cellOf(columnsOf(whole)(id), group),
    asOf: past.axis.days[Math.max(0, period.to)] ?? portfolio.asOf,
    sources: sourcesOf(past, id, members, period),
    parts: partsOf(single, id, period),
  };
}

function sourcesOf(
  past: Past,
  id: AnyIndicatorId,
  members: readonly BuildingId[],
  { from, to }: Period,
): readonly InputSource[] {
  const states = new Set(
    members.flatMap((member) => {
      const start = (past.placeOf.get(member) ?? 0) * past.axis.length;
      return [...past.space.source.subarray(start + from, start + to + 1)].flatMap((source) => {
        const name = stateSources[source];
        return name === undefined || name === 'none' ? [] : [name];
      });
    }),
  );
  return [...new Set(inputsOf[id].flatMap((input) => (input === 'state' ? [...states].sort() : [input])))];
}

function partsOf(frame: Frame, id: AnyIndicatorId, period: Period): readonly IndicatorPart[] {
  const column = columnsOf(frame)(id);
  const whole = column.denominators.some((denominator) => denominator > 0)
    ? column.denominators
    : column.numerators;
  const total = whole.reduce((sum, one) => (one > 0 ? sum + one : sum), 0);
  return frame.grouping.groups.map((group, place): IndicatorPart => {
    const cell = cellOf(column, place);
    const share = at(whole, place);
    const isIn = cell.numerator !== null;
    return {
      buildingId: group.id,
      value: cell.value,
      numerator: cell.numerator,
      denominator: cell.denominator,
      coverage: cell.coverage,
      weight: isIn && share >= 0 && total > 0 ? share / total : null,
      excludedBecause: isIn ? null : whyNot(frame, id, group.id, period, column, place),
    };
  });
}

function whyNot(
  { past }: Frame,
  id: AnyIndicatorId,
  buildingId: BuildingId,
  period: Period,
  column: IndicatorColumn,
  cell: number,
): Exclusion {
  if (period.to < period.from) return 'afterTheData';
  const place = past.placeOf.get(buildingId) ?? 0;
  const isConcerned = !Number.isNaN(at(column.coverages, cell));
  if (!isConcerned && id === 'heritageActivationRate' && past.frame.isHeritage[place] === 0) {
    return 'notOfThisKind';
  }
  if (!isConcerned && past.space.isDelivered[place * past.axis.length + period.to] === 0) {
    return 'notDelivered';
  }
  return hasFinding(past, id, buildingId, period) ? 'finding' : 'noInput';
}

function hasFinding(past: Past, id: AnyIndicatorId, buildingId: BuildingId, period: Period): boolean {
  const rules = new Set(inputsOf[id].flatMap((input) => rulesOf[input] ?? []));
  const days = past.axis.days.slice(period.from, period.to + 1);
  return findingsOf(past.portfolio).some(
    (finding) =>
      finding.buildingId === buildingId &&
      rules.has(finding.rule) &&
      (finding.month === null || days.some((day) => day.startsWith(finding.month ?? ''))),
  );
}
