import { type CSSProperties, useId, useMemo, useRef } from 'react';
import type { IsoDate } from '#domain/measure.ts';
import { offeredColourings } from '#domain/stacking/colouring.ts';
import type { PlanLook } from '#domain/stacking/plan-look.ts';
import { planRows } from '#domain/stacking/plan-rows.ts';
import type { PlanBlock, PlanStorey, StoreyCounts } from '#domain/stacking/storey.ts';
import { savePicture } from '#views/picture/save-picture.ts';
import { planColours } from './plan-colours.ts';
import { PlanLegend, pictureKeys } from './plan-legend.tsx';
import { type PlanHands, PlanStage } from './plan-stage.tsx';
import { PlanTools } from './plan-tools.tsx';
import css from './stacking-plan.module.css';
import { StackingTable } from './stacking-table.tsx';
import tones from './tones.module.css';
import { useDrawn } from './use-drawn.ts';
import { type StackingLanguage, useWords } from './use-words.ts';

export interface StackingPlanProps extends PlanHands {
  /** Of the building, in the page's language. */
  readonly name: string;
  readonly asOf: IsoDate;
  /** Further lines for a saved picture: where the figures come from, that they are made up. */
  readonly notes?: readonly string[];
  readonly storeys: readonly PlanStorey[];
  readonly blocks: readonly PlanBlock[];
  /** Storeys that the building is said to have. */
  readonly counts: StoreyCounts;
  readonly look: PlanLook;
  readonly onLook: (change: Partial<PlanLook>) => void;
  /** Unit under the pointer in any view. */
  readonly lit: string | null;
  readonly selected: string | null;
  /** The most that the plan may take of the page before it scrolls in its own region, px; by default 6/10 of the window. */
  readonly maxHeight?: number;
}

/** 租控图: who is where on which floor, and what is free. */
export function StackingPlan(props: StackingPlanProps) {
  const { storeys, counts, name } = props;
  const language = useWords();
  const patterns = useId();
  const { form } = props.look;
  const region = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const rows = useMemo(() => planRows(storeys, counts), [storeys, counts]);
  const offered = useMemo(() => offeredColourings(storeys), [storeys]);
  const colouring = offered.includes(props.look.colouring) ? props.look.colouring : 'status';
  const drawn = useDrawn({ ...props, rows, region });
  const colours = useMemo(
    () => planColours(storeys, rows, colouring, props.asOf),
    [storeys, rows, colouring, props.asOf],
  );
  if (rows.length === 0) return <NoFloors language={language} />;
  const title = language.stacking.ofBuilding(name);
  const asOf = language.stacking.asOf(language.figures.date(props.asOf));
  const onSave = async (kind: 'svg' | 'png') => {
    const room = { width: pictureWidth, height: storeys.length * pictureFloor, sheets: 1 };
    const keys = pictureKeys(colours, patterns, language);
    const lines = [`${asOf} · ${language.stacking.legend[colouring]}`, ...(props.notes ?? [])];
    const picture = { name: `${name} ${language.stacking.title} ${props.asOf}`, title, lines, keys, kind };
    const saved = drawn.drawnFor(room, () => svg.current && savePicture(svg.current, picture));
    await saved;
  };
  const shared = { ...props, name: title, language, rows };
  return (
    <section
      className={`${css['host']} ${tones['tones']}`}
      style={{ '--most': `${drawn.height}px` } as CSSProperties}
      data-sheets={(drawn.sheets ?? 1) > 1 ? drawn.sheets : undefined}
      aria-label={title}
    >
      {/* Its height is always the same: what is drawn for its width does not change what is observed. */}
      <div ref={drawn.probe} className={css['probe']} />
      <PlanTools
        {...{ language, form, colouring, offered, onSave }}
        onForm={(next) => props.onLook({ form: next })}
        onColouring={(next) => props.onLook({ colouring: next })}
        zoom={drawn.zoom}
        stops={drawn.stops}
      />
      <p className={css['printLine']}>{`${title} · ${asOf}`}</p>
      {form === 'table' ? (
        <StackingTable {...shared} hasLeases={offered.includes('expiry')} />
      ) : (
        <>
          {drawn.layout && (
            <PlanStage
              {...shared}
              {...{ patterns, region, svg }}
              layout={drawn.layout}
              toneOf={colours.toneOf}
              measure={drawn.measure}
              zoom={drawn.zoom}
              mostHeight={drawn.height}
              readable={drawn.stops.readable}
              sheets={drawn.sheets}
            />
          )}
          <PlanLegend colours={colours} patterns={patterns} language={language} />
        </>
      )}
    </section>
  );
}

/** px; a picture is of one size, whatever screen it is taken on. */
const pictureWidth = 1_200;
const pictureFloor = 33;

function NoFloors({ language: { stacking } }: { readonly language: StackingLanguage }) {
  return (
    <div className={css['nothing']}>
      <p>{stacking.noFloors}</p>
      <p className={css['hint']}>{stacking.noFloorsHint}</p>
    </div>
  );
}
