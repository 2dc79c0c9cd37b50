import { memo, useId } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Hatch } from '#views/chart-frame/hatch.tsx';
import { fitted, measureIn } from '#views/stacking-plan/text-width.ts';
import { placeDotLabels } from './dot-labels.ts';
import css from './map.module.css';
import { type MapSheet, type SheetSymbol, vacancyPaint } from './map-sheet.ts';
import { symbolPath } from './symbol-path.ts';
import { useCockpitWords } from './use-cockpit-words.ts';

/** All that is drawn: ground, areas, buildings, names. */
export function VacancyMapMarks({
  sheet,
  active,
  lit,
  selected,
}: {
  readonly sheet: MapSheet;
  /** Place among the areas, or behind them among the symbols. */
  readonly active: number | null;
  readonly lit: string | null;
  readonly selected: ReadonlySet<string>;
}) {
  const hatch = useId();
  const clip = useId();
  const litSymbol = sheet.symbols.find(({ building }) => building.id === lit);
  const activeArea = active === null ? undefined : sheet.areas[active];
  return (
    <>
      <defs>
        <Hatch id={hatch} />
        <clipPath id={clip}>
          <rect width={sheet.width} height={sheet.height} rx={6} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${clip})`}>
        <rect className={css['land']} width={sheet.width} height={sheet.height} />
        <path className={css['district']} d={sheet.district} fillRule="evenodd" />
        <path className={css['water']} d={sheet.water} fillRule="evenodd" />
        <Areas sheet={sheet} hatch={hatch} />
        <path className={css['boundary']} d={sheet.district} />
        <Symbols symbols={sheet.symbols} hatch={hatch} isDim={selected.size > 0} />
        <Marked symbols={sheet.symbols.filter(({ building }) => selected.has(building.id))} hatch={hatch} />
        {activeArea && <path className={css['active']} d={activeArea.onSheet.path} />}
        <AreaNames sheet={sheet} />
        {litSymbol && (
          <path
            className={css['lit']}
            d={symbolPath(litSymbol.building.type, litSymbol.x, litSymbol.y, litSymbol.radius + 3)}
          />
        )}
      </g>
    </>
  );
}

const Areas = memo(({ sheet, hatch }: { readonly sheet: MapSheet; readonly hatch: string }) => (
  <g>
    {sheet.areas.map(({ area, onSheet }) => (
      <path
        key={area.id}
        className={css['area']}
        d={onSheet.path}
        style={{
          fill: vacancyPaint(area.rate, hatch),
          stroke: area.rate === null ? 'var(--unknown)' : vacancyPaint(area.rate, hatch),
        }}
      />
    ))}
  </g>
));

/** One path for all of a colour: as quick for thousands as for ten. */
function pathsByPaint(symbols: readonly SheetSymbol[], hatch: string) {
  const groups = Map.groupBy(symbols, ({ building }) => vacancyPaint(building.vacancyRate, hatch));
  return [...groups].map(([paint, own]) => ({
    paint,
    path: own.map(({ building, x, y, radius }) => symbolPath(building.type, x, y, radius)).join(''),
  }));
}

const Symbols = memo(
  ({
    symbols,
    hatch,
    isDim,
  }: {
    readonly symbols: readonly SheetSymbol[];
    readonly hatch: string;
    readonly isDim: boolean;
  }) => (
    <g className={classNames(isDim && css['dim'])}>
      {pathsByPaint(symbols, hatch).map(({ paint, path }) => (
        <path key={paint} className={css['symbol']} d={path} style={{ fill: paint }} />
      ))}
    </g>
  ),
);

function Marked({ symbols, hatch }: { readonly symbols: readonly SheetSymbol[]; readonly hatch: string }) {
  return pathsByPaint(symbols, hatch).map(({ paint, path }) => (
    <path key={paint} className={css['marked']} d={path} style={{ fill: paint }} />
  ));
}

const nameRoom = 120;

/** The largest first; a name that would lie on another is left out, and told when its area is pointed at. */
const AreaNames = memo(({ sheet }: { readonly sheet: MapSheet }) => {
  const { figures } = useCockpitWords();
  const measure = measureIn('600 11px system-ui');
  const frame = { left: 2, top: 2, right: sheet.width - 2, bottom: sheet.height - 2 };
  const texts = sheet.areas.map(({ area, onSheet }) => {
    const rate = area.rate === null ? figures.words.unknown : figures.percent(area.rate, 0);
    const text = `${fitted(area.name, nameRoom, measure)} ${rate}`;
    return { key: area.id, text, ...onSheet.centre, radius: null };
  });
  return (
    <g>
      {placeDotLabels(texts, frame, measure, [], texts.length).map(({ key, text, x, y, anchor }) => (
        <text key={key} className={css['name']} x={x} y={y + 4} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  );
});
