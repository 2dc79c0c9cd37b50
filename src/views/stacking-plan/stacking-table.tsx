import { memo, type SyntheticEvent, useEffect, useRef } from 'react';
import type { FloorRow, PlanRow } from '#domain/stacking/plan-rows.ts';
import { leaseOf, type PlanUnit } from '#domain/stacking/storey.ts';
import type { PlanHands } from './plan-stage.tsx';
import { gapWords, statusWord } from './plan-words.ts';
import css from './stacking-plan.module.css';
import type { StackingLanguage } from './use-words.ts';

interface TableProps extends PlanHands {
  readonly name: string;
  readonly rows: readonly PlanRow[];
  /** Whether leases are seen at all. */
  readonly hasLeases: boolean;
  readonly language: StackingLanguage;
  readonly lit: string | null;
  readonly selected: string | null;
}

function unitAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest('[data-unit]') : null;
  return row?.getAttribute('data-unit') ?? null;
}

/** The plan as figures: the top floor first, units in their order along the floor. */
export function StackingTable({ lit, selected, onHover, ...props }: TableProps) {
  const host = useRef<HTMLElement>(null);
  useMarkedRow(host, lit, 'data-lit');
  useMarkedRow(host, selected, 'data-selected');
  const follow = ({ target }: SyntheticEvent) => onHover(unitAt(target));
  return (
    <section
      ref={host}
      className={css['table']}
      aria-label={`${props.name} · ${props.language.stacking.asTable}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onPointerOver={follow}
      onFocus={follow}
      onPointerLeave={() => onHover(null)}
      onBlur={() => onHover(null)}
    >
      <UnitTable
        rows={props.rows}
        hasLeases={props.hasLeases}
        name={props.name}
        language={props.language}
        onSelect={props.onSelect}
        onFloor={props.onFloor}
      />
    </section>
  );
}

/** Sets an attribute on the row of one unit, so that a hover renders no table. */
function useMarkedRow(host: { readonly current: HTMLElement | null }, id: string | null, mark: string): void {
  useEffect(() => {
    const row = id === null ? null : host.current?.querySelector(`[data-unit="${CSS.escape(id)}"]`);
    row?.setAttribute(mark, '');
    return () => row?.removeAttribute(mark);
  }, [host, id, mark]);
}

const UnitTable = memo(function UnitTable({
  rows,
  hasLeases,
  name,
  language,
  onSelect,
  onFloor,
}: Pick<TableProps, 'rows' | 'hasLeases' | 'name' | 'language' | 'onSelect' | 'onFloor'>) {
  const { columns } = language.stacking;
  const heads = hasLeases
    ? Object.values(columns)
    : [columns.floor, columns.unit, columns.area, columns.status, columns.asking, columns.from];
  return (
    <table>
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === 'gap' ? (
            <tr key={`gap ${row.from}`} className={css['quietRow']}>
              <td colSpan={heads.length}>{gapWords(row, language)}</td>
            </tr>
          ) : (
            <FloorRows
              key={row.storey.floor}
              row={row}
              span={heads.length - 3}
              {...{ hasLeases, language, onSelect, onFloor }}
            />
          ),
        )}
      </tbody>
    </table>
  );
});

interface FloorRowsProps extends Pick<TableProps, 'hasLeases' | 'language' | 'onSelect' | 'onFloor'> {
  readonly row: FloorRow;
  /** Columns after the area. */
  readonly span: number;
}

function FloorRows({ row, span, hasLeases, language, onSelect, onFloor }: FloorRowsProps) {
  const { figures, stacking } = language;
  const { storey } = row;
  const floor = (
    <th scope="row">
      <button type="button" className={css['link']} onClick={() => onFloor(storey.floor)}>
        {storey.label}
      </button>
    </th>
  );
  const aside = (word: string, area: number | null) => (
    <tr className={css['quietRow']}>
      {floor}
      <td>{word}</td>
      <td>{area === null ? figures.words.unknown : figures.number(area)}</td>
      <td colSpan={span}>{row.isOverfull ? stacking.overfull : null}</td>
    </tr>
  );
  return (
    <>
      {storey.units.map((unit) => (
        <tr key={unit.id} data-unit={unit.id}>
          {floor}
          <td>
            <button type="button" className={css['link']} onClick={() => onSelect(unit.id)}>
              {unit.label}
            </button>
          </td>
          <UnitCells unit={unit} hasLeases={hasLeases} language={language} />
        </tr>
      ))}
      {storey.units.length === 0 && aside(stacking.blank, storey.area)}
      {storey.units.length > 0 && (row.unaccounted ?? 0) > 0 && aside(stacking.rest, row.unaccounted)}
      {row.isOverfull && aside(stacking.floor, storey.area)}
    </>
  );
}

function UnitCells({
  unit,
  hasLeases,
  language,
}: {
  readonly unit: PlanUnit;
  readonly hasLeases: boolean;
  readonly language: StackingLanguage;
}) {
  const { figures } = language;
  const known = (text: string | null, isAsked = true) => (
    <td className={text === null ? css['missing'] : undefined}>
      {text ?? (isAsked ? figures.words.unknown : '')}
    </td>
  );
  const isOffered = unit.status === 'vacant' || (unit.status === 'leased' && unit.marketed);
  const isLet = unit.status === 'leased';
  const lease = leaseOf(unit);
  const rent = (value: number | null) => (value === null ? null : figures.inUnit('yuanPerSqmMonth', value));
  return (
    <>
      <td>{figures.number(unit.area)}</td>
      <td>{statusWord(unit, language)}</td>
      {known(rent(unit.askingRent), isOffered)}
      {known(unit.availableFrom && figures.date(unit.availableFrom), isOffered)}
      {hasLeases && (
        <>
          {known(rent(lease?.contractRent ?? null), isLet)}
          {known(lease ? figures.date(lease.end) : null, isLet)}
          {known(lease?.enterprise ?? null, isLet)}
        </>
      )}
    </>
  );
}
