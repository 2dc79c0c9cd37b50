import { lazy } from 'react';
import type { ExpiryProfile } from '#domain/indicators/expiry-profile.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { expiryBars } from '#views/tenancy/expiry-figures.ts';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { useCockpitWords } from './use-cockpit-words.ts';

const ExpiryChart = lazy(() =>
  import('#views/tenancy/expiry-chart.tsx').then((module) => ({ default: module.ExpiryChart })),
);

/** Let area by the quarter in which its lease ends, over all buildings of the scope. */
export function ExpiriesAhead({
  expiry,
  origin,
}: {
  readonly expiry: ExpiryProfile;
  readonly origin: ChartOrigin;
}) {
  const language = useCockpitWords();
  const { cockpit, figures, locale } = language;
  const words = cockpit.expiry;
  const { expiry: terms } = tenancyMessages[locale];
  if (expiry.leasedArea === 0) return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  const bars = expiryBars(expiry, language);
  const { value, coverage } = expiry.within12Months;
  const covered =
    coverage === null || coverage >= 1 ? null : cockpit.covered(coverageInWords(coverage, figures));
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={words.unit}
        origin={origin}
        table={{
          columns: [
            { head: terms.quarter },
            {
              head: cockpit.withUnit(terms.area, figures.words.unit.sqm),
              write: (area) => figures.number(area),
            },
            { head: terms.leases, write: (units) => figures.number(units, 0) },
            { head: terms.share, write: (share) => figures.percent(share) },
          ],
          rows: bars.map(({ key, name, area, units, share }) => ({ key, cells: [name, area, units, share] })),
        }}
        legend={
          <p className={css['reading']}>
            <strong>{value === null ? words.withinUnknown : words.within(figures.percent(value))}</strong>
            {covered !== null && <span>{covered}</span>}
          </p>
        }
        note={[expiry.overdue.units > 0 && terms.overdueNote, expiry.unknown.units > 0 && terms.unknownNote]
          .filter(Boolean)
          .join(' ')}
      >
        {(width) => <ExpiryChart bars={bars} width={width} label={`${words.title} · ${words.unit}`} />}
      </CockpitFrame>
    </div>
  );
}
