import type { IndicatorUnit } from '#domain/indicators/spec.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { classNames } from '#ui/class-names.ts';
import { type Change, changeText, indicatorText } from './indicator-text.ts';
import css from './kpi.module.css';
import { Sparkline } from './sparkline.tsx';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

/** One indicator of one group, period by period. */
export interface Kpi {
  readonly id: string;
  /** In the language of the page. */
  readonly name: string;
  readonly unit: IndicatorUnit;
  /** Oldest first; null is not known. */
  readonly values: readonly (number | null)[];
  /** Of each value, 0–1; null where there was nothing to compute from. */
  readonly coverages: readonly (number | null)[];
  /** Beside the value: the name of the leading industry. */
  readonly detail?: string | null;
  /** Where the value is not known: the nearest that is, in words, "2026年10月 128 元/㎡/月". */
  readonly nearest?: string;
}

/** Which periods are held against each other. */
export interface KpiTime {
  /** Place of the period that is looked at. */
  readonly at: number;
  /** How many periods make a year: 12, 4 or 1. */
  readonly perYear: number;
}

/** A figure with its trend and its changes; a press asks for what stands behind it. */
export function KpiCard({
  kpi,
  time,
  isOpen = false,
  onExplain,
}: {
  readonly kpi: Kpi;
  readonly time: KpiTime;
  /** Its explanation is open. */
  readonly isOpen?: boolean;
  /** @param card what the explanation may be put beside */
  readonly onExplain: (id: string, card: HTMLElement) => void;
}) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const { at, perYear } = time;
  const value = kpi.values[at] ?? null;
  const text = indicatorText(kpi.unit, value, language);
  const isSigned = kpi.values.some((one) => one !== null && one < 0);
  const changeFrom = (place: number) =>
    changeText(kpi.unit, kpi.values[place] ?? null, value, language, isSigned);
  const before = changeFrom(at - 1);
  const yearBefore = perYear > 1 ? changeFrom(at - perYear) : null;
  const covered = coverageText(value, kpi.coverages[at] ?? null, language);
  return (
    <button
      type="button"
      className={css['card']}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={`${kpi.name}${cockpit.aside(cockpit.kpi.explain)}`}
      onClick={(event) => onExplain(kpi.id, event.currentTarget)}
    >
      <span className={css['name']}>{kpi.name}</span>
      <span className={classNames(css['value'], !text && css['missing'])}>
        {text?.value ?? figures.words.unknown}
        {text && text.unit !== '' && <span className={css['unit']}> {text.unit}</span>}
        {text && kpi.detail != null && <span className={css['unit']}> {kpi.detail}</span>}
      </span>
      <Sparkline values={kpi.values} at={at} />
      <span className={css['changes']}>
        {text && <ChangeMark name={cockpit.kpi.before} change={before} />}
        {text && perYear > 1 && <ChangeMark name={cockpit.kpi.yearBefore} change={yearBefore} />}
        {!text && kpi.nearest !== undefined && <span className={css['change']}>{kpi.nearest}</span>}
      </span>
      <span className={css['covered']}>{covered}</span>
    </button>
  );
}

/** What lowers the trust in a figure; nothing where all is known. */
function coverageText(
  value: number | null,
  coverage: number | null,
  { cockpit, figures }: CockpitLanguage,
): string {
  if (coverage === null) return value === null ? cockpit.nothingCovered : '';
  return coverage >= 1 ? '' : cockpit.covered(coverageInWords(coverage, figures));
}

const signs = { up: '+', down: '−', none: '' } as const;

function ChangeMark({ name, change }: { readonly name: string; readonly change: Change | null }) {
  const { cockpit } = useCockpitWords();
  const { kpi } = cockpit;
  const spoken = !change
    ? kpi.notComparable
    : change.direction === 'none'
      ? kpi.noChange
      : kpi[change.direction](change.by);
  const shown = !change ? kpi.notComparable : change.direction === 'none' ? kpi.noChange : null;
  return (
    <span className={css['change']}>
      <span className={css['changeName']}>{name}</span>{' '}
      {change && shown === null && <span aria-hidden="true">{`${signs[change.direction]}${change.by}`}</span>}
      <span className={shown === null ? 'visually-hidden' : css['missing']}>{shown ?? spoken}</span>
    </span>
  );
}
