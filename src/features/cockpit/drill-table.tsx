/** District, circles, buildings: the same figures on each level, each level a step of the filter. */
import { type ReactNode, useState } from 'react';
import { specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId, Level } from '#domain/indicators/spec.ts';
import { Button } from '#ui/button.tsx';
import { changeText, exactLine, exactText, indicatorText } from '#views/cockpit/indicator-text.ts';
import css from './drill-table.module.css';
import type { Explain } from './explain-target.ts';
import { unitOf } from './indicator-unit.ts';
import { type GroupSeries, valueAt } from './shown-figures.ts';
import { type PageLanguage, usePageWords } from './use-page-words.ts';

export interface DrillRow {
  readonly id: string;
  readonly name: string;
  /** Where a press on the name leads: a link, or a narrower filter; null where it leads nowhere. */
  readonly way: { readonly to: string } | { readonly onPress: () => void } | null;
  readonly buildings: number | null;
  readonly series: GroupSeries;
}

export interface DrillTableProps {
  readonly level: Extract<Level, 'circle' | 'building'>;
  readonly rows: readonly DrillRow[];
  readonly whole: Omit<DrillRow, 'way' | 'id'>;
  readonly ids: readonly AnyIndicatorId[];
  readonly at: number;
  /** Place of the period that changes are held against. */
  readonly from: number;
  /** Back to the level above; null at the top. */
  readonly onUp: (() => void) | null;
  readonly onExplain: Explain;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

const shownAtFirst = 12;

export function DrillTable(props: DrillTableProps) {
  const language = usePageWords();
  const { page, figures } = language;
  const { level, whole, ids, at } = props;
  const [limit, setLimit] = useState(shownAtFirst);
  const worst = (row: DrillRow) => valueAt(row.series, 'vacancyRate', at) ?? -1;
  const sorted = props.rows.toSorted((a, b) => worst(b) - worst(a));
  const rest = sorted.length - limit;
  return (
    <div className={css['drill']}>
      <nav aria-label={page.drill.path} className={css['path']}>
        {props.onUp ? (
          <Button variant="plain" size="small" onPress={props.onUp}>
            ‹ {page.drill.district}
          </Button>
        ) : (
          <span>{page.drill.district}</span>
        )}
        <span aria-hidden="true">›</span>
        <span aria-current="true">{props.onUp ? whole.name : page.drill.circle}</span>
        {props.onUp && <span aria-hidden="true">›</span>}
        {props.onUp && <span>{page.drill.building}</span>}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css['scroll']} aria-label={page.table(page.sections.drill)} tabIndex={0}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{page.drill[level]}</th>
              {level === 'circle' && <th scope="col">{page.drill.buildings}</th>}
              {ids.map((id) => (
                <Heads key={id} id={id} language={language} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, limit).map((row) => (
              <Row key={row.id} row={row} table={props} language={language} />
            ))}
          </tbody>
          <tfoot>
            <Row row={{ ...whole, id: '', way: null }} table={props} language={language} />
          </tfoot>
        </table>
      </section>
      {sorted.length === 0 && <p className={css['none']}>{page.drill.none}</p>}
      {rest > 0 && (
        <p className="no-print">
          <Button size="small" onPress={() => setLimit(sorted.length)}>
            {page.drill.more(figures.number(rest, 0))}
          </Button>
        </p>
      )}
    </div>
  );
}

function indicatorName(id: AnyIndicatorId, { locale }: PageLanguage): string {
  return specOf(id)[locale];
}

/** The vacancy is the figure whose change the page is about. */
function hasChange(id: AnyIndicatorId): boolean {
  return id === 'vacancyRate';
}

function Heads({ id, language }: { readonly id: AnyIndicatorId; readonly language: PageLanguage }) {
  const name = indicatorName(id, language);
  const unit = indicatorText(unitOf(id), 0, language)?.unit ?? '';
  return (
    <>
      <th scope="col">{unit === '' ? name : language.cockpit.withUnit(name, unit)}</th>
      {hasChange(id) && <th scope="col">{language.page.drill.change(name)}</th>}
    </>
  );
}

function Row({
  row,
  table,
  language,
}: {
  readonly row: DrillRow;
  readonly table: DrillTableProps;
  readonly language: PageLanguage;
}) {
  const { page, figures } = language;
  const { level, at, from } = table;
  return (
    <tr>
      <th scope="row">
        <Name row={row} table={table} label={page.drill.narrow(row.name)} />
      </th>
      {level === 'circle' && <td>{row.buildings === null ? '' : figures.number(row.buildings, 0)}</td>}
      {table.ids.map((id) => {
        const unit = unitOf(id);
        const value = valueAt(row.series, id, at);
        const change = changeText(unit, valueAt(row.series, id, from), value, language);
        const sign = { up: '+', down: '−', none: '' }[change?.direction ?? 'none'];
        return [
          <td key={id} data-missing={value === null || undefined}>
            <button
              type="button"
              className={css['figure']}
              aria-label={`${exactLine(unit, value, language)} ${page.drill.explain(row.name, indicatorName(id, language))}`}
              onClick={() =>
                table.onExplain(
                  row.id === ''
                    ? { id, level: 'district', group: null, name: row.name }
                    : { id, level, group: row.id, name: row.name },
                )
              }
            >
              {exactText(unit, value, language)}
            </button>
          </td>,
          hasChange(id) && (
            <td key={`${id} change`} data-missing={change === null || undefined}>
              {change === null ? figures.words.unknown : `${sign}${change.by}`}
            </td>
          ),
        ];
      })}
    </tr>
  );
}

function Name({
  row,
  table,
  label,
}: {
  readonly row: DrillRow;
  readonly table: DrillTableProps;
  readonly label: string;
}) {
  if (row.way === null) return row.name;
  if ('to' in row.way) return table.link(row.way.to, row.name);
  return (
    <button type="button" className={css['narrow']} aria-label={label} onClick={row.way.onPress}>
      {row.name}
    </button>
  );
}
