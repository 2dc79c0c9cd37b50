import type { KeyboardEvent } from 'react';
import { type CockpitPeriod, type Comparison, cockpitPeriods, comparisons } from '#domain/cockpit/address.ts';
import { periodsPerYear } from '#domain/cockpit/periods.ts';
import { Button } from '#ui/button.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { periodName } from '#views/cockpit/period-name.ts';
import css from './scrubber.module.css';
import { usePageWords } from './use-page-words.ts';

export interface ScrubberProps {
  /** Oldest first. */
  readonly periods: readonly string[];
  /** Place of the one that is looked at. */
  readonly at: number;
  /** Place of the last that is over; what comes after it is running. */
  readonly latest: number;
  readonly period: CockpitPeriod;
  readonly versus: Comparison;
  readonly onAt: (at: number) => void;
  readonly onPeriod: (period: CockpitPeriod) => void;
  readonly onVersus: (versus: Comparison) => void;
}

/** The time that the whole page speaks of: the browser's own slider, with years by Page Up and Page Down. */
export function Scrubber(props: ScrubberProps) {
  const language = usePageWords();
  const { page } = language;
  const { periods, at, latest, period } = props;
  const last = periods.length - 1;
  const name = periodName(periods[at], language);
  const text = at > latest ? page.scrub.running(name) : page.scrub.asOf(name);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      PageUp: periodsPerYear[period],
      PageDown: -periodsPerYear[period],
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    props.onAt(Math.min(last, Math.max(0, at + step)));
  };
  return (
    <div className={css['bar']}>
      <output className={css['now']} htmlFor="cockpit-time">
        {text}
      </output>
      <div className={css['track']}>
        <input
          id="cockpit-time"
          type="range"
          className={css['range']}
          min={0}
          max={last}
          step={1}
          value={at}
          aria-label={page.scrub.label}
          aria-valuetext={text}
          aria-description={page.scrub.help}
          onChange={(event) => props.onAt(Number(event.currentTarget.value))}
          onKeyDown={onKeyDown}
        />
        <Ticks periods={periods} />
      </div>
      <Button size="small" className="no-print" isIdle={at === latest} onPress={() => props.onAt(latest)}>
        {page.scrub.toLatest}
      </Button>
      <div className={`${css['choices']} no-print`}>
        <ToggleGroup
          label={page.scrub.period}
          value={period}
          options={cockpitPeriods.map((value) => ({ value, text: page.scrub.periods[value] }))}
          onChange={props.onPeriod}
        />
        <ToggleGroup
          label={page.scrub.versus}
          value={props.versus}
          options={comparisons.map((value) => ({ value, text: page.scrub.comparisons[value] }))}
          onChange={props.onVersus}
        />
      </div>
    </div>
  );
}

/** A mark where each year begins. */
function Ticks({ periods }: { readonly periods: readonly string[] }) {
  const last = Math.max(1, periods.length - 1);
  const years = periods.flatMap((period, at) => {
    const year = period.slice(0, 4);
    return at > 0 && periods[at - 1]?.slice(0, 4) !== year ? [{ year, share: at / last }] : [];
  });
  return (
    <div aria-hidden="true" className={css['ticks']}>
      {years.map(({ year, share }) => (
        <span key={year} className={css['tick']} style={{ insetInlineStart: `${share * 100}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}
