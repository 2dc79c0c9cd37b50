import { memo, type SyntheticEvent, useMemo, useRef } from 'react';
import type { FloorRow, GapRow, PlanRow } from '#domain/stacking/plan-rows.ts';
import { leaseOf, type PlanUnit } from '#domain/stacking/storey.ts';
import { RowSpacer, useDrawnRows } from '#views/table/drawn-rows.tsx';
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

/** One row of the table: a unit, area of a floor that is none, or floors of which nothing is on file. */
type TableLine =
  | { readonly kind: 'gap'; readonly key: string; readonly gap: GapRow }
  | { readonly kind: 'unit'; readonly key: string; readonly floor: FloorRow; readonly unit: PlanUnit }
  | {
      readonly kind: 'blank' | 'rest' | 'floor';
      readonly key: string;
      readonly floor: FloorRow;
      readonly area: number | null;
    };

function linesOf(rows: readonly PlanRow[]): readonly TableLine[] {
  return rows.flatMap((row): readonly TableLine[] => {
    if (row.kind === 'gap') return [{ kind: 'gap', key: `gap ${row.from}`, gap: row }];
    const { storey, unaccounted } = row;
    const aside = (kind: 'blank' | 'rest' | 'floor', area: number | null): TableLine => ({
      kind,
      key: `${kind} ${storey.floor}`,
      floor: row,
      area,
    });
    return [
      ...storey.units.map((unit) => ({ kind: 'unit', key: unit.id, floor: row, unit }) as const),
      ...(storey.units.length === 0 ? [aside('blank', storey.area)] : []),
      ...(storey.units.length > 0 && (unaccounted ?? 0) > 0 ? [aside('rest', unaccounted)] : []),
      ...(row.isOverfull ? [aside('floor', storey.area)] : []),
    ];
  });
}

/** As the style sheet has it: a finger needs more room. */
const rowPx = matchMedia('(pointer: coarse)').matches ? 44 : 28;

/** The plan as figures: the top floor first, units in their order along the floor. */
export function StackingTable({ lit, selected, onHover, rows, hasLeases, name, ...props }: TableProps) {
  const { language } = props;
  const host = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const { from, to } = useDrawnRows(host, lines.length, rowPx);
  const heads = headsOf(language, hasLeases);
  const follow = ({ target }: SyntheticEvent) => onHover(unitAt(target));
  return (
    <section
      ref={host}
      className={css['table']}
      aria-label={`${name} · ${language.stacking.asTable}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onPointerOver={follow}
      onFocus={follow}
      onPointerLeave={() => onHover(null)}
      onBlur={() => onHover(null)}
    >
      <table aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RowSpacer px={from * rowPx} columns={heads.length} />
          {lines.slice(from, to).map((line, at) => (
            <LineRow
              key={line.key}
              line={line}
              // The heading is row 1.
              rowIndex={from + at + 2}
              columns={heads.length}
              isLit={line.kind === 'unit' && line.unit.id === lit}
              isSelected={line.kind === 'unit' && line.unit.id === selected}
              hasLeases={hasLeases}
              {...props}
            />
          ))}
          <RowSpacer px={(lines.length - to) * rowPx} columns={heads.length} />
        </tbody>
      </table>
    </section>
  );
}

function headsOf({ stacking: { columns } }: StackingLanguage, hasLeases: boolean): readonly string[] {
  if (hasLeases) return Object.values(columns);
  return [columns.floor, columns.unit, columns.area, columns.status, columns.asking, columns.from];
}

interface LineProps extends Pick<TableProps, 'hasLeases' | 'language' | 'onSelect' | 'onFloor'> {
  readonly line: TableLine;
  readonly rowIndex: number;
  readonly columns: number;
  readonly isLit: boolean;
  readonly isSelected: boolean;
}

function LineRow({ line, rowIndex, columns, isLit, isSelected, hasLeases, language, ...hands }: LineProps) {
  if (line.kind === 'gap') {
    return (
      <tr className={css['quietRow']} aria-rowindex={rowIndex}>
        <td colSpan={columns}>{gapWords(line.gap, language)}</td>
      </tr>
    );
  }
  const { storey } = line.floor;
  const floor = (
    <th scope="row">
      <button type="button" className={css['link']} onClick={() => hands.onFloor(storey.floor)}>
        {storey.label}
      </button>
    </th>
  );
  if (line.kind !== 'unit') {
    return (
      <tr className={css['quietRow']} aria-rowindex={rowIndex}>
        {floor}
        <AsideCells line={line} span={columns - 3} language={language} />
      </tr>
    );
  }
  const { unit } = line;
  return (
    <tr
      data-unit={unit.id}
      data-lit={isLit ? '' : undefined}
      data-selected={isSelected ? '' : undefined}
      aria-rowindex={rowIndex}
    >
      {floor}
      <td>
        <button type="button" className={css['link']} onClick={() => hands.onSelect(unit.id)}>
          {unit.label}
        </button>
      </td>
      <UnitCells unit={unit} hasLeases={hasLeases} language={language} />
    </tr>
  );
}

function AsideCells({
  line: { kind, area, floor },
  span,
  language: { figures, stacking },
}: {
  readonly line: Extract<TableLine, { readonly area: number | null }>;
  /** Columns after the area. */
  readonly span: number;
  readonly language: StackingLanguage;
}) {
  return (
    <>
      <td>{stacking[kind]}</td>
      <td>{area === null ? figures.words.unknown : figures.number(area)}</td>
      <td colSpan={span}>{floor.isOverfull ? stacking.overfull : null}</td>
    </>
  );
}

const UnitCells = memo(function UnitCells({
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
});
