import { memo, useMemo } from 'react';
import { fitted, measureIn } from '#views/stacking-plan/text-width.ts';
import { placeDotLabels } from './dot-labels.ts';
import { symbolPath } from './symbol-path.ts';
import { useCockpitWords } from './use-cockpit-words.ts';
import css from './yield.module.css';
import type { Dot, Quadrant, Rectangle, YieldLines, YieldPlot } from './yield-plot.ts';

/** All that is drawn: axes, quadrants, dots, names, the rectangle. */
export function YieldMarks({
  plot,
  lines,
  selected,
  litAt,
  rectangle,
}: {
  readonly plot: YieldPlot;
  readonly lines: YieldLines;
  readonly selected: ReadonlySet<string>;
  /** Place of the dot that is pointed at. */
  readonly litAt: number | null;
  readonly rectangle: Rectangle | null;
}) {
  const lit = litAt === null ? undefined : plot.dots[litAt];
  return (
    <>
      <Axes plot={plot} />
      <Quadrants plot={plot} lines={lines} />
      <Dots dots={plot.dots} selected={selected} />
      <QuadrantNames plot={plot} lines={lines} />
      <Names plot={plot} selected={selected} />
      {lit && <path className={css['lit']} d={symbolPath(lit.building.type, lit.x, lit.y, lit.radius + 3)} />}
      {rectangle && (
        <rect
          className={css['brush']}
          x={Math.min(rectangle.x0, rectangle.x1)}
          y={Math.min(rectangle.y0, rectangle.y1)}
          width={Math.abs(rectangle.x1 - rectangle.x0)}
          height={Math.abs(rectangle.y1 - rectangle.y0)}
        />
      )}
    </>
  );
}

const Axes = memo(({ plot }: { readonly plot: YieldPlot }) => {
  const { figures } = useCockpitWords();
  const { frame, x, y, xTicks, yTicks } = plot;
  return (
    <g>
      {yTicks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? css['base'] : css['grid']}
            x1={frame.left}
            x2={frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={css['tick']} x={frame.left - 6} y={y(tick) + 4} textAnchor="end">
            {figures.short(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text
          key={tick}
          className={css['tick']}
          x={x(tick)}
          y={frame.bottom + 18}
          textAnchor={x(tick) > frame.right - 16 ? 'end' : 'middle'}
        >
          {figures.percent(tick, 0)}
        </text>
      ))}
    </g>
  );
});

const nameGap = 6;

/** The outer corner of each quadrant, where its name stands. */
const corners: Readonly<Record<Quadrant, { readonly isRight: boolean; readonly isTop: boolean }>> = {
  fullRich: { isRight: true, isTop: true },
  fullPoor: { isRight: true, isTop: false },
  emptyRich: { isRight: false, isTop: true },
  emptyPoor: { isRight: false, isTop: false },
};

const Quadrants = memo(({ plot, lines }: { readonly plot: YieldPlot; readonly lines: YieldLines }) => {
  const { frame, x, y } = plot;
  if (lines.occupancy === null || lines.taxPerSqm === null) return null;
  const [across, up] = [x(lines.occupancy), y(lines.taxPerSqm)];
  return (
    <g>
      <rect
        className={css['candidates']}
        x={across}
        y={up}
        width={Math.max(0, frame.right - across)}
        height={Math.max(0, frame.bottom - up)}
      />
      <path
        className={css['divide']}
        d={`M${across} ${frame.top}V${frame.bottom}M${frame.left} ${up}H${frame.right}`}
      />
    </g>
  );
});

/** Over the dots, which crowd in the corners. */
const QuadrantNames = memo(({ plot, lines }: { readonly plot: YieldPlot; readonly lines: YieldLines }) => {
  const { cockpit } = useCockpitWords();
  const { frame, x } = plot;
  if (lines.occupancy === null || lines.taxPerSqm === null) return null;
  const across = x(lines.occupancy);
  const measure = measureIn('600 11px system-ui');
  return (
    <g>
      {(Object.keys(corners) as Quadrant[]).map((quadrant) => {
        const { isRight, isTop } = corners[quadrant];
        // A name may reach beyond its quadrant, but not into the one of its neighbour.
        const own = isRight ? frame.right - across : across - frame.left;
        const room = Math.max(own, (frame.right - frame.left) / 2) - nameGap * 2;
        return (
          <text
            key={quadrant}
            className={quadrant === 'fullPoor' ? css['candidateName'] : css['quadrant']}
            x={isRight ? frame.right - nameGap : frame.left + nameGap}
            y={isTop ? frame.top + 14 : frame.bottom - nameGap}
            textAnchor={isRight ? 'end' : 'start'}
          >
            {fitted(cockpit.yield.quadrants[quadrant], room, measure)}
          </text>
        );
      })}
    </g>
  );
});

function isCandidate({ quadrant }: Dot): boolean {
  return quadrant === 'fullPoor';
}

function pathOf(dots: readonly Dot[]): string {
  return dots.map(({ building, x, y, radius }) => symbolPath(building.type, x, y, radius)).join('');
}

/** One path for all of a kind: as quick for thousands as for ten. */
const Dots = memo(
  ({ dots, selected }: { readonly dots: readonly Dot[]; readonly selected: ReadonlySet<string> }) => {
    const paths = useMemo(
      () => ({
        others: pathOf(dots.filter((dot) => !isCandidate(dot))),
        candidates: pathOf(dots.filter(isCandidate)),
      }),
      [dots],
    );
    return (
      <>
        <g className={selected.size > 0 ? css['dim'] : undefined}>
          <path className={css['dot']} d={paths.others} />
          <path className={css['candidate']} d={paths.candidates} />
        </g>
        <path
          className={css['selected']}
          d={pathOf(dots.filter(({ building }) => selected.has(building.id)))}
        />
      </>
    );
  },
);

const mostNames = { wide: 9, narrow: 4 } as const;
/** The largest of those that are selected; more names would lie over their dots. */
const mostChosenNames = 6;

/** Who is selected, else who stands out: the largest candidates, the richest, the emptiest. */
const Names = memo(
  ({ plot, selected }: { readonly plot: YieldPlot; readonly selected: ReadonlySet<string> }) => {
    const { frame, dots } = plot;
    const measure = measureIn('11px system-ui');
    const width = frame.right - frame.left;
    const wanted = useMemo(() => outliers(dots, selected), [dots, selected]);
    const names = placeDotLabels(
      wanted.map(({ building, x, y, radius }) => ({
        key: building.id,
        text: fitted(building.name, Math.min(132, width * 0.3), measure),
        x,
        y,
        radius,
      })),
      frame,
      measure,
      // The names of the quadrants stand there already.
      [
        { left: frame.left, right: frame.right, top: frame.top, bottom: frame.top + 20 },
        { left: frame.left, right: frame.right, top: frame.bottom - 20, bottom: frame.bottom },
      ],
      width < 480 ? mostNames.narrow : mostNames.wide,
    );
    return (
      <g>
        {names.map(({ key, text, x, y, anchor }) => (
          <text key={key} className={css['name']} x={x} y={y + 4} textAnchor={anchor}>
            {text}
          </text>
        ))}
      </g>
    );
  },
);

function outliers(dots: readonly Dot[], selected: ReadonlySet<string>): readonly Dot[] {
  const chosen = dots.filter(({ building }) => selected.has(building.id));
  if (chosen.length > 0) return chosen.slice(0, mostChosenNames);
  const richest = dots.toSorted((a, b) => b.taxPerSqm - a.taxPerSqm).slice(0, 4);
  const candidates = dots.filter(({ quadrant }) => quadrant === 'fullPoor').slice(0, 4);
  const emptiest = dots.toSorted((a, b) => a.occupancy - b.occupancy).slice(0, 2);
  return [...new Set([...candidates, ...richest, ...emptiest])];
}
