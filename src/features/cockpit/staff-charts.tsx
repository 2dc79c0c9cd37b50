/** Charts of answers of their own: firms, leases, tax. For whoever works for the district. */
import { useQuery } from '@tanstack/react-query';
import { expiriesQuery, industriesQuery, movementsQuery, taxLadderQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { Movement } from '#contract/cockpit.ts';
import type { IsoMonth } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import type { ChartOrigin } from '#views/cockpit/cockpit-frame.tsx';
import { ExpiriesAhead } from '#views/cockpit/expiries-ahead.tsx';
import { IndustryTreemap } from '#views/cockpit/industry-treemap.tsx';
import { type Move, Movers } from '#views/cockpit/movers.tsx';
import { TaxLadder } from '#views/cockpit/tax-ladder.tsx';
import { Answered, Panel } from './panel.tsx';
import type { NamedBuilding } from './shown-figures.ts';
import { nameIn, usePageWords } from './use-page-words.ts';
import { useRested } from './use-rested.ts';

export interface StaffChartsProps {
  readonly query: Query;
  readonly month: IsoMonth;
  readonly selected: ReadonlySet<string>;
  readonly origin: ChartOrigin;
  readonly onOpen: (buildingId: string) => void;
}

const restMs = 200;

/** Only of the selected buildings, where there are any. */
function chosen<T extends { readonly buildingId: string }>(
  items: readonly T[],
  selected: ReadonlySet<string>,
): readonly T[] {
  return selected.size === 0 ? items : items.filter(({ buildingId }) => selected.has(buildingId));
}

export function LadderPanel({ query, month, selected, origin, onOpen }: StaffChartsProps) {
  const { api } = useClient();
  const { cockpit, locale } = usePageWords();
  const rested = useRested(month, restMs);
  const ladder = useQuery(taxLadderQuery(api, query, rested));
  return (
    <Panel title={cockpit.ladder.title} width={6}>
      <Answered query={ladder} height={380}>
        {({ steps, items, unknown, through }) => {
          const some = chosen(items, selected).map((item) => ({ ...item, name: nameIn(locale, item) }));
          return (
            <TaxLadder
              steps={selected.size === 0 ? steps : stepsOf(steps, some)}
              items={some}
              unknown={selected.size === 0 ? unknown : selected.size - some.length}
              through={through}
              onOpen={onOpen}
              origin={origin}
            />
          );
        }}
      </Answered>
    </Panel>
  );
}

/** The same steps with some of the buildings. */
function stepsOf<S extends { readonly tier: number }>(
  steps: readonly S[],
  items: readonly { readonly tier: number; readonly tax: number }[],
) {
  return steps.map((step) => {
    const own = items.filter(({ tier }) => tier === step.tier);
    return { ...step, buildings: own.length, tax: own.reduce((sum, { tax }) => sum + tax, 0) };
  });
}

/** Of what passes the filter, whatever is selected. */
type FilteredProps = Pick<StaffChartsProps, 'query' | 'selected' | 'origin'>;

/** The day that such an answer is of, and that it does not follow what is selected. */
function useAside(asOf: string | undefined, selected: ReadonlySet<string>): string | undefined {
  const { page, figures } = usePageWords();
  const parts = [
    asOf !== undefined && page.scrub.asOf(figures.date(asOf)),
    selected.size > 0 && page.selection.notHere,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

export function ExpiriesPanel({ query, selected, origin }: FilteredProps) {
  const { api } = useClient();
  const { cockpit } = usePageWords();
  const expiries = useQuery(expiriesQuery(api, query));
  const aside = useAside(expiries.data?.asOf, selected);
  return (
    <Panel title={cockpit.expiry.title} width={6} aside={aside}>
      <Answered query={expiries} height={320}>
        {({ profile }) => <ExpiriesAhead expiry={profile} origin={origin} />}
      </Answered>
    </Panel>
  );
}

export function IndustriesPanel({ query, selected, origin }: FilteredProps) {
  const { api } = useClient();
  const { cockpit } = usePageWords();
  const industries = useQuery(industriesQuery(api, query));
  const aside = useAside(industries.data?.asOf, selected);
  return (
    <Panel title={cockpit.industry.title} width={6} aside={aside}>
      <Answered query={industries} height={320}>
        {({ mix }) => <IndustryTreemap mix={mix} origin={origin} />}
      </Answered>
    </Panel>
  );
}

/** The twelve months up to the one that is looked at. */
export function MoversPanel({
  query,
  month,
  selected,
  named,
  origin,
  onOpen,
}: StaffChartsProps & { readonly named: ReadonlyMap<string, NamedBuilding> }) {
  const { api } = useClient();
  const { cockpit, page, figures, locale } = usePageWords();
  const rested = useRested(month, restMs);
  const movements = useQuery(movementsQuery(api, query, { to: rested }));
  return (
    <Panel title={cockpit.movers.title} width={12} aside={page.scrub.yearUpTo(figures.month(rested))}>
      <Answered query={movements} height={320}>
        {({ items }) => (
          <Movers {...movesOf(items, selected, named, locale)} onOpen={onOpen} origin={origin} />
        )}
      </Answered>
    </Panel>
  );
}

/**
 * Who came and who went. A move within the district is in both lists; what was given up in the building that was
 * left is not known.
 */
function movesOf(
  items: readonly Movement[],
  selected: ReadonlySet<string>,
  named: ReadonlyMap<string, NamedBuilding>,
  locale: 'zh' | 'en',
): { readonly movedIn: readonly Move[]; readonly movedOut: readonly Move[] } {
  const all = items.map((one, at) => ({ one, move: moveOf(one, at, locale) }));
  const left = all.flatMap(({ one, move }): readonly Move[] => {
    if (one.kind === 'out') return [move];
    if (one.kind === 'in' || one.fromBuildingId === null) return [];
    const from = named.get(one.fromBuildingId);
    const buildingName = from ? nameIn(locale, from) : one.fromBuildingId;
    return [{ ...move, key: `${move.key} left`, buildingId: one.fromBuildingId, buildingName, area: null }];
  });
  const came = all.flatMap(({ one, move }) => (one.kind === 'out' ? [] : [move]));
  return { movedIn: chosen(came, selected), movedOut: chosen(left, selected) };
}

function moveOf(one: Movement, at: number, locale: 'zh' | 'en'): Move {
  return {
    key: `${at} ${one.enterpriseId} ${one.buildingId} ${one.month}`,
    firm: one.enterprise,
    buildingId: one.buildingId,
    buildingName: nameIn(locale, one),
    area: one.area,
    month: one.month,
    isWithin: one.kind === 'within',
  };
}
