import { lazy, type ReactNode } from 'react';
import type { ExpiryProfile as Profile } from '#domain/indicators/expiry-profile.ts';
import type { WeightedLeaseTerm } from '#domain/indicators/weighted-lease-term.ts';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ChartFrame } from '#views/chart-frame/chart-frame.tsx';
import { TwinFigures } from '#views/chart-frame/twin-table.tsx';
import { expiryBars, expiryFigures } from './expiry-figures.ts';
import { type FigureOrigin, KeyFigures, originText } from './key-figures.tsx';
import css from './tenancy.module.css';

const ExpiryChart = lazy(() =>
  import('./expiry-chart.tsx').then((module) => ({ default: module.ExpiryChart })),
);

export interface ExpiryProfileProps {
  readonly expiry: Profile;
  readonly leaseTerm: WeightedLeaseTerm;
  readonly origin: FigureOrigin;
  /** Names the file of a saved picture. */
  readonly buildingName: string;
  /** The way to add what is missing; left out for who may not. */
  readonly onAdd?: ReactNode;
}

/** When let space comes free: remaining terms, and area by quarter of expiry. For who may see tenants. */
export function ExpiryProfile({ expiry, leaseTerm, origin, buildingName, onAdd }: ExpiryProfileProps) {
  const language = useLanguage();
  const { figures, locale } = language;
  const { expiry: words, withUnit } = tenancyMessages[locale];
  if (expiry.leasedArea === 0) {
    return (
      <EmptyState title={words.none} actions={onAdd}>
        {words.noneWhy}
      </EmptyState>
    );
  }
  const bars = expiryBars(expiry, language);
  const title = `${buildingName} · ${words.title}`;
  const notes = [
    expiry.overdue.units > 0 && words.overdueNote,
    expiry.unknown.units > 0 && words.unknownNote,
  ];
  return (
    <div className={css['part']}>
      <KeyFigures label={words.title} figures={expiryFigures(leaseTerm, expiry, language)} origin={origin} />
      <ChartFrame
        title={words.title}
        unit={words.unit}
        picture={{ name: title, title, lines: [words.unit, originText(origin, language)] }}
        note={notes.some(Boolean) ? notes.filter(Boolean).join(' ') : undefined}
        table={
          <TwinFigures
            caption={words.title}
            heads={[words.quarter, withUnit(words.area, figures.words.unit.sqm), words.leases, words.share]}
            rows={bars.map(({ key, name, area, units, share }) => ({
              key,
              cells: [
                name,
                figures.number(area),
                figures.number(units, 0),
                share === null ? null : figures.percent(share),
              ],
            }))}
          />
        }
      >
        {(width) => <ExpiryChart bars={bars} width={width} label={`${words.title} · ${words.unit}`} />}
      </ChartFrame>
    </div>
  );
}
