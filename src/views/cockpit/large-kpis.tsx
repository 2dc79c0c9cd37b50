/** Key figures to be read from across a room: value, trend, and how it has changed. */

import { coverageInWords } from '#domain/words/coverage.ts';
import { classNames } from '#ui/class-names.ts';
import { changeText, indicatorText } from './indicator-text.ts';
import type { Kpi, KpiTime } from './kpi-card.tsx';
import css from './large-kpis.module.css';
import { Sparkline } from './sparkline.tsx';
import { useCockpitWords } from './use-cockpit-words.ts';

export function LargeKpis({ kpis, time }: { readonly kpis: readonly Kpi[]; readonly time: KpiTime }) {
  return (
    <ul className={css['grid']}>
      {kpis.map((kpi) => (
        <LargeKpi key={kpi.id} kpi={kpi} time={time} />
      ))}
    </ul>
  );
}

function LargeKpi({ kpi, time: { at, perYear } }: { readonly kpi: Kpi; readonly time: KpiTime }) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const value = kpi.values[at] ?? null;
  const coverage = kpi.coverages[at] ?? null;
  const text = indicatorText(kpi.unit, value, language);
  return (
    <li className={css['kpi']}>
      <h2 className={css['name']}>{kpi.name}</h2>
      <p className={classNames(css['value'], !text && css['missing'])}>
        {text?.value ?? figures.words.unknown}
        {text && text.unit !== '' && <span className={css['unit']}> {text.unit}</span>}
      </p>
      <div className={css['trend']}>
        <Sparkline values={kpi.values} at={at} />
      </div>
      <dl className={css['changes']}>
        {text && <Changed name={cockpit.kpi.before} kpi={kpi} at={at} from={at - 1} />}
        {text && perYear > 1 && (
          <Changed name={cockpit.kpi.yearBefore} kpi={kpi} at={at} from={at - perYear} />
        )}
      </dl>
      {!text && kpi.nearest !== undefined && <p className={css['nearest']}>{kpi.nearest}</p>}
      <p className={css['covered']}>
        {coverage !== null && coverage < 1 && cockpit.covered(coverageInWords(coverage, figures))}
      </p>
    </li>
  );
}

const signs = { up: '+', down: '−', none: '' } as const;

function Changed({
  name,
  kpi: { unit, values },
  at,
  from,
}: {
  readonly name: string;
  readonly kpi: Kpi;
  readonly at: number;
  readonly from: number;
}) {
  const language = useCockpitWords();
  const { kpi: words } = language.cockpit;
  const isSigned = values.some((one) => one !== null && one < 0);
  const change = changeText(unit, values[from] ?? null, values[at] ?? null, language, isSigned);
  const isTold = change !== null && change.direction !== 'none';
  return (
    <div className={css['change']}>
      <dt>{name}</dt>
      <dd className={isTold ? undefined : css['missing']}>
        {isTold && `${signs[change.direction]}${change.by}`}
        {!isTold && (change ? words.noChange : words.notComparable)}
      </dd>
    </div>
  );
}
