import { type ReactNode, useId, useState } from 'react';
import type { IndustryMix } from '#domain/indicators/industry-mix.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import { Hatch } from '#views/chart-frame/hatch.tsx';
import { fitted, measureIn } from '#views/stacking-plan/text-width.ts';
import { industryName } from '#views/tenancy/mix-figures.ts';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { indicatorLine } from './indicator-text.ts';
import { type MarkPlace, MarkStage } from './mark-stage.tsx';
import treeCss from './treemap.module.css';
import { type Box, treemap } from './treemap-layout.ts';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

const height = 260;

interface Tile {
  readonly key: string;
  readonly name: string;
  readonly area: number;
  /** Of what is known; null for what is not. */
  readonly share: number | null;
  readonly firms: number | null;
}

/** What the occupied area is used for: one rectangle an industry, with the index of concentration. */
export function IndustryTreemap({
  mix,
  origin,
}: {
  readonly mix: IndustryMix;
  readonly origin: ChartOrigin;
}) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.industry;
  if (mix.industries.length === 0) return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  const tiles = tilesOf(mix, language);
  const { coverage } = mix.leadingShare;
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={words.unit}
        origin={origin}
        height={height}
        table={{
          columns: [
            { head: words.industry },
            {
              head: cockpit.withUnit(words.area, figures.words.unit.sqm),
              write: (value) => figures.number(value),
            },
            { head: words.share, write: (value) => figures.percent(value) },
            { head: words.firms, write: (value) => figures.number(value, 0) },
          ],
          rows: tiles.map(({ key, name, area, share, firms }) => ({
            key,
            cells: [name, area, share, firms],
          })),
        }}
        legend={<Headline mix={mix} />}
        note={[
          words.hhiNote,
          coverage !== null && coverage < 1 && cockpit.covered(coverageInWords(coverage, figures)),
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {(width) => <Treemap tiles={tiles} width={width} label={`${words.title} · ${words.unit}`} />}
      </CockpitFrame>
    </div>
  );
}

function Headline({ mix }: { readonly mix: IndustryMix }) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const { leadingIndustry, leadingShare, hhi } = mix;
  if (leadingIndustry === null || leadingShare.value === null || hhi === null) return null;
  return (
    <p className={css['reading']}>
      <strong>
        {cockpit.industry.leading(
          industryName(leadingIndustry, language),
          figures.percent(leadingShare.value),
        )}
      </strong>
      <span>{cockpit.industry.hhi(figures.fixed(hhi, 3))}</span>
    </p>
  );
}

function tilesOf(mix: IndustryMix, language: CockpitLanguage): readonly Tile[] {
  const known = mix.industries.map(
    ({ industry, area, share, tenants }): Tile => ({
      key: industry,
      name: industryName(industry, language),
      area,
      share,
      firms: tenants,
    }),
  );
  const { unknown } = language.cockpit.industry;
  if (mix.unknownArea <= 0) return known;
  return [...known, { key: '', name: unknown, area: mix.unknownArea, share: null, firms: null }];
}

/** Pointer and arrows stand on one tile, from the largest to the smallest; beside it is what it says. */
function Treemap({
  tiles,
  width,
  label,
}: {
  readonly tiles: readonly Tile[];
  readonly width: number;
  readonly label: string;
}) {
  const hatch = useId();
  const [active, setActive] = useState<number | null>(null);
  const sorted = tiles.toSorted((a, b) => b.area - a.area);
  const boxes = treemap(
    sorted.map(({ area }) => area),
    { x: 0, y: 0, width, height },
  );
  const most = sorted.find(({ share }) => share !== null)?.share ?? 1;
  return (
    <MarkStage
      label={label}
      width={width}
      height={height}
      count={sorted.length}
      active={active}
      onActive={setActive}
      tip={(at) => tipOf(sorted[at], boxes[at])}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {sorted.map((tile, at) => {
        const box = boxes[at];
        return (
          box && (
            <g key={tile.key} onPointerEnter={() => setActive(at)}>
              <TileMark tile={tile} box={box} hatch={hatch} most={most} isActive={at === active} />
            </g>
          )
        );
      })}
    </MarkStage>
  );
}

function tipOf(tile: Tile | undefined, box: Box | undefined): MarkPlace<ReactNode> | null {
  if (!tile || !box) return null;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, content: <TileTip tile={tile} /> };
}

function TileTip({ tile }: { readonly tile: Tile }) {
  const language = useCockpitWords();
  const { figures, cockpit } = language;
  const words = cockpit.industry;
  const lines = [
    { label: words.area, value: indicatorLine('sqm', tile.area, language) },
    ...(tile.share === null ? [] : [{ label: words.share, value: figures.percent(tile.share) }]),
    ...(tile.firms === null ? [] : [{ label: words.firms, value: figures.number(tile.firms, 0) }]),
  ];
  return <ChartTip title={tile.name} lines={lines} />;
}

const inset = 8;

/** The larger, the deeper its colour; names and shares only where they are read whole or nearly so. */
function TileMark({
  tile,
  box,
  hatch,
  most,
  isActive,
}: {
  readonly tile: Tile;
  readonly box: Box;
  readonly hatch: string;
  readonly most: number;
  readonly isActive: boolean;
}) {
  const { figures } = useCockpitWords();
  const share = tile.share === null ? '' : figures.percent(tile.share);
  const room = box.width - inset * 2;
  const lines = [
    fitted(tile.name, room, measureIn('600 12px system-ui')),
    fitted(share, room, measureIn('11px system-ui')),
  ];
  const shown = lines.filter((line, at) => line !== '' && box.height >= 26 + at * 16);
  const paint =
    tile.share === null
      ? { fill: `url(#${hatch})` }
      : { fill: 'var(--bar)', fillOpacity: 0.12 + 0.36 * Math.sqrt(tile.share / most) };
  return (
    <>
      <rect
        className={classNames(treeCss['tile'], isActive && treeCss['active'])}
        x={box.x + 1}
        y={box.y + 1}
        width={Math.max(0, box.width - 2)}
        height={Math.max(0, box.height - 2)}
        rx={3}
        style={paint}
      />
      {shown.map((line, at) => (
        <text
          key={line}
          className={classNames(
            at === 0 ? treeCss['name'] : treeCss['share'],
            tile.share === null && treeCss['onHatch'],
          )}
          x={box.x + inset}
          y={box.y + 18 + at * 16}
        >
          {line}
        </text>
      ))}
    </>
  );
}
