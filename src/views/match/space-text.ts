/** A space in words: which floors and units, how much of what, and what it costs. */
import type { ShownSpace } from './matched.ts';
import type { ValueContext } from './value-text.ts';
import { valueText } from './value-text.ts';

/** Labels of units that are named; of more than these only the count. */
const mostLabels = 4;

export function buildingName(
  { nameZh, nameEn }: ShownSpace['building'],
  { locale }: Pick<ValueContext, 'locale'>,
): string {
  return locale === 'en' ? (nameEn ?? nameZh) : nameZh;
}

/** 12, 12–14, 3、7: floors that follow each other are one stretch. */
export function floorsText(floors: readonly number[], separator: string): string {
  const stretches: [number, number][] = [];
  for (const floor of floors) {
    const last = stretches.at(-1);
    if (last && (last[1] + 1 === floor || (last[1] === -1 && floor === 1))) last[1] = floor;
    else stretches.push([floor, floor]);
  }
  return stretches.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

/** "1,850 ㎡ · 12–13 层 · 单元 1201、1202" */
export function spaceLines(
  { space, availableFrom }: Pick<ShownSpace, 'space' | 'availableFrom'>,
  context: ValueContext,
): { readonly area: string; readonly where: string; readonly kind: string; readonly from: string | null } {
  const { match, figures } = context;
  const { table } = match;
  const separator = figures.words.listSeparator;
  const labels = space.units.slice(0, mostLabels).map(({ label }) => label);
  const count = space.units.length > mostLabels ? table.more(figures.number(space.units.length, 0)) : '';
  const where = [
    ...(space.floors.length > 0 ? [table.floors(floorsText(space.floors, separator))] : []),
    ...(labels.length > 0 ? [`${table.units(labels.join(separator))} ${count}`.trim()] : []),
  ];
  const whole = space.wholeArea === null ? '' : table.ofWhole(figures.withUnit('sqm', space.wholeArea));
  return {
    area: space.area === null ? table.areaUnknown : figures.withUnit('sqm', space.area) + whole,
    where: where.join(' · '),
    kind: match.kinds[space.kind],
    from: availableFrom === null ? null : table.from(figures.date(availableFrom)),
  };
}

/** Rent, fee and both in all, each with what is not known said. */
export function costLines(space: ShownSpace, context: ValueContext): readonly (readonly [string, string])[] {
  const { table } = context.match;
  return [
    [table.rent, valueText('rent', space.rent, context)],
    [table.fee, valueText('managementFee', space.managementFee, context)],
    [table.total, valueText('monthlyCost', space.monthlyCost, context)],
  ];
}
