import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useIsPrinting } from '#ui/printing.ts';
import { saveText } from '#views/picture/save-picture.ts';
import type { ChartOrigin } from './cockpit-frame.tsx';
import { csvOf, type FigureTable } from './figure-table.ts';
import { indicatorLine } from './indicator-text.ts';
import css from './movers.module.css';
import { periodName } from './period-name.ts';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

export interface Move {
  readonly key: string;
  /** null: the firm's name is not known. */
  readonly firm: string | null;
  readonly buildingId: string;
  readonly buildingName: string;
  /** ㎡ */
  readonly area: number | null;
  /** "2026-09" */
  readonly month: string;
  /** It came from, or went to, another building of the district. */
  readonly isWithin: boolean;
}

export interface MoversProps {
  readonly movedIn: readonly Move[];
  readonly movedOut: readonly Move[];
  readonly onOpen: (buildingId: string) => void;
  readonly origin: ChartOrigin;
}

type Direction = 'in' | 'out';

/** Who came and who left, the largest first. The lists are their own table. */
export function Movers({ movedIn, movedOut, onOpen, origin }: MoversProps) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.movers;
  const save = () =>
    saveText({
      name: `${words.title} ${origin.period}.csv`,
      text: csvOf(tableOf(movedIn, movedOut, language), figures.words.unknown),
      type: 'text/csv',
    });
  const hasUnknown = [...movedIn, ...movedOut].some(({ area }) => area === null);
  return (
    <figure className={css['movers']} aria-label={words.title}>
      <div className={css['top']}>
        <p>
          {words.net} <strong>{netText(movedIn, movedOut, language)}</strong>
        </p>
        <Button variant="plain" size="small" className="no-print" onPress={save}>
          {words.saveCsv}
        </Button>
      </div>
      <div className={css['lists']}>
        <MoveList direction="in" moves={movedIn} onOpen={onOpen} />
        <MoveList direction="out" moves={movedOut} onOpen={onOpen} />
      </div>
      {hasUnknown && <p className={css['note']}>{words.unknownArea}</p>}
    </figure>
  );
}

/** Of what is known, ㎡; null where there are moves and no area of them is. */
function sumOf(moves: readonly Move[]): number | null {
  const known = moves.flatMap(({ area }) => (area === null ? [] : [area]));
  if (known.length === 0 && moves.length > 0) return null;
  return Math.round(known.reduce((sum, area) => sum + area, 0));
}

/**
 * Moves within the district come to nothing in firms: they are in both lists. Their areas are left out, since what
 * was given up is not known.
 */
function netText(movedIn: readonly Move[], movedOut: readonly Move[], language: CockpitLanguage): string {
  const { cockpit, figures } = language;
  const signed = (value: number | null, text: string) => `${value !== null && value > 0 ? '+' : ''}${text}`;
  const firms = movedIn.length - movedOut.length;
  const fromOutside = ({ isWithin }: Move) => !isWithin;
  const [came, left] = [sumOf(movedIn.filter(fromOutside)), sumOf(movedOut.filter(fromOutside))];
  const area = came === null || left === null ? null : came - left;
  return [
    signed(firms, cockpit.movers.netFirms(figures.number(firms, 0))),
    signed(area, indicatorLine('sqm', area, language)),
  ].join(' · ');
}

const fewest = 6;

function MoveList({
  direction,
  moves,
  onOpen,
}: {
  readonly direction: Direction;
  readonly moves: readonly Move[];
  readonly onOpen: (buildingId: string) => void;
}) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.movers;
  const [showsAll, setShowsAll] = useState(false);
  const isPrinting = useIsPrinting();
  const sorted = moves.toSorted((a, b) => (b.area ?? -1) - (a.area ?? -1));
  const shown = showsAll || isPrinting ? sorted : sorted.slice(0, fewest);
  const count = words.count(figures.number(moves.length, 0), indicatorLine('sqm', sumOf(moves), language));
  return (
    <section className={css['list']} aria-label={words[direction]}>
      <h3 className={css['head']}>
        {words[direction]} <span>{count}</span>
      </h3>
      {moves.length === 0 && (
        <p className={css['note']}>{direction === 'in' ? words.noneIn : words.noneOut}</p>
      )}
      <ul>
        {shown.map((move) => (
          <li key={move.key} className={css['move']}>
            <span className={css['firm']} title={move.firm ?? words.unnamed}>
              {move.firm ?? words.unnamed}
            </span>
            <span className={css['area']}>{indicatorLine('sqm', move.area, language)}</span>
            <span className={css['where']}>
              <button type="button" title={move.buildingName} onClick={() => onOpen(move.buildingId)}>
                {move.buildingName}
              </button>
              {move.isWithin && <em>{words.within}</em>}
            </span>
            <span className={css['month']}>{periodName(move.month, language)}</span>
          </li>
        ))}
      </ul>
      {moves.length > fewest && !isPrinting && (
        <Button variant="plain" size="small" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? words.showLess : words.showAll(figures.number(moves.length, 0))}
        </Button>
      )}
    </section>
  );
}

function tableOf(
  movedIn: readonly Move[],
  movedOut: readonly Move[],
  { cockpit, figures }: CockpitLanguage,
): FigureTable {
  const words = cockpit.movers;
  const rowsOf = (moves: readonly Move[], direction: Direction) =>
    moves.map((move) => ({
      key: `${direction} ${move.key}`,
      cells: [
        words[direction] + (move.isWithin ? cockpit.aside(words.within) : ''),
        move.firm,
        move.buildingName,
        move.month,
        move.area,
      ],
    }));
  return {
    columns: [
      { head: words.direction },
      { head: words.firm },
      { head: words.building },
      { head: words.month },
      { head: cockpit.withUnit(words.area, figures.words.unit.sqm) },
    ],
    rows: [...rowsOf(movedIn, 'in'), ...rowsOf(movedOut, 'out')],
  };
}
