/** The two charts beside the table. Loaded after the page: nothing of this folder is in its first bundle. */
import { memo, useId, useState } from 'react';
import type { CircleVacancy, Scatter } from '#domain/engine/answer.ts';
import type { Range } from '#domain/query/query.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import type { HighlightStore } from '#views/table/highlight.ts';
import css from './charts.module.css';
import { CircleChart } from './circle-chart.tsx';
import { CircleTable } from './circle-table.tsx';
import type { BrushRanges } from './plot.ts';
import { ScatterChart } from './scatter-chart.tsx';
import { ScatterTable } from './scatter-table.tsx';
import { useChartWords } from './use-chart-words.ts';

export interface LinkedChartsProps {
  /** null while loading. */
  readonly circleVacancy: CircleVacancy | null;
  /** null where the role sees no tax: then the first chart stands alone. */
  readonly scatter: Scatter | null;
  readonly loading: boolean;
  /** Circles that the filter names at present. */
  readonly chosenCircles: readonly string[];
  /** The query's ranges that the scatter shows as its brush. */
  readonly ranges: { readonly vacancy?: Range | undefined; readonly taxPerSqm?: Range | undefined };
  /** Where the quadrants meet; null for the medians of what is drawn. */
  readonly thresholds: { readonly occupancy: number; readonly taxPerSqm: number } | null;
  readonly names: NamesOf;
  /** The name of the building in a row of the engine. */
  readonly nameOf: (row: number) => string;
  readonly highlight: HighlightStore;
  readonly onCircle: (id: string) => void;
  readonly onCircleClass: (id: string, range: Range | 'unknown') => void;
  readonly onBrush: (ranges: BrushRanges, phase: 'drag' | 'commit') => void;
  readonly onHover: (row: number | null) => void;
  readonly onSelect: (row: number) => void;
}

export type ChartKind = 'circles' | 'scatter';
type Form = 'chart' | 'table';

export function LinkedCharts(props: LinkedChartsProps) {
  const charts = useChartWords();
  const [wished, setKind] = useState<ChartKind>('circles');
  const [form, setForm] = useState<Form>('chart');
  const id = useId();
  const kind = props.scatter === null ? 'circles' : wished;
  return (
    <section className={css['charts']} aria-labelledby={id} aria-busy={props.loading}>
      <ChartHead
        id={id}
        kind={kind}
        hasScatter={props.scatter !== null}
        form={form}
        onKind={setKind}
        onForm={setForm}
      />
      <div className={css['stage']}>
        {props.circleVacancy === null ? (
          <div className={css['waiting']}>
            <span className="visually-hidden">{charts.loading}</span>
            {[90, 64, 76, 48, 82, 58, 70].map((width) => (
              <Skeleton key={width} width={`${width}%`} height={16} />
            ))}
          </div>
        ) : (
          <Chart {...props} kind={kind} form={form} circleVacancy={props.circleVacancy} />
        )}
      </div>
    </section>
  );
}

const ChartHead = memo(function ChartHead({
  id,
  kind,
  hasScatter,
  form,
  onKind,
  onForm,
}: {
  readonly id: string;
  readonly kind: ChartKind;
  readonly hasScatter: boolean;
  readonly form: Form;
  readonly onKind: (kind: ChartKind) => void;
  readonly onForm: (form: Form) => void;
}) {
  const charts = useChartWords();
  const title = kind === 'circles' ? charts.circleTitle : charts.scatterTitle;
  return (
    <header className={css['top']}>
      <h2 id={id} className={hasScatter ? 'visually-hidden' : css['title']}>
        {title}
      </h2>
      {hasScatter && (
        <ToggleGroup
          className={css['kinds'] ?? ''}
          label={charts.choose}
          value={kind}
          options={[
            { value: 'circles', text: charts.circleTitle },
            { value: 'scatter', text: charts.scatterTitle },
          ]}
          onChange={onKind}
        />
      )}
      <ToggleGroup
        label={charts.form}
        value={form}
        options={[
          { value: 'chart', text: charts.asChart },
          { value: 'table', text: charts.asTable },
        ]}
        onChange={onForm}
      />
    </header>
  );
});

function Chart({
  kind,
  form,
  circleVacancy,
  ...props
}: LinkedChartsProps & {
  readonly kind: ChartKind;
  readonly form: Form;
  readonly circleVacancy: CircleVacancy;
}) {
  if (kind === 'scatter' && props.scatter !== null) {
    return form === 'table' ? (
      <ScatterTable scatter={props.scatter} nameOf={props.nameOf} onSelect={props.onSelect} />
    ) : (
      <ScatterChart {...props} scatter={props.scatter} />
    );
  }
  return form === 'table' ? (
    <CircleTable circleVacancy={circleVacancy} names={props.names} />
  ) : (
    <CircleChart
      circleVacancy={circleVacancy}
      chosen={props.chosenCircles}
      names={props.names}
      onCircle={props.onCircle}
      onCircleClass={props.onCircleClass}
    />
  );
}
