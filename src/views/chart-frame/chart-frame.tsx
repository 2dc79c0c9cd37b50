import {
  Component,
  createContext,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useRef,
  useState,
} from 'react';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { classNames } from '#ui/class-names.ts';
import { MenuButton } from '#ui/popover.tsx';
import { useIsPrinting } from '#ui/printing.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import type { PictureFrame } from '#views/picture/picture-frame.ts';
import css from './chart-frame.module.css';
import { chartHeight, printedWidth, useWidthOf } from './chart-size.ts';

export interface ChartFrameProps {
  /** Names the chart where it is not seen: the heading above it is the page's. */
  readonly title: string;
  /** What is measured and in what unit. */
  readonly unit: string;
  /** Draws one `<svg>` of that width and of `height`. May be lazy: its room is kept. */
  readonly children: (width: number) => ReactNode;
  /** The same figures. */
  readonly table: ReactNode;
  /** Title and lines of a saved picture, and the name of its file. */
  readonly picture: PictureFrame & { readonly name: string };
  /** Of the drawing, px; `chartHeight` where it is left out. */
  readonly height?: number;
  /** What else can be chosen about the chart: stands beside the choice of its form. */
  readonly controls?: ReactNode;
  /** Makes the text of a CSV file of the figures; left out where there is none. */
  readonly csv?: () => string;
  /** Above the drawing: which mark is which. */
  readonly legend?: ReactNode;
  /** Stands below: what gaps and colours mean. */
  readonly note?: ReactNode;
}

/** Whether charts are only looked at: then they have nothing that chooses or saves. */
export const OnlyLookedAt = createContext(false);

/** A chart with its table, its name and the ways to save it. Where the chart cannot be loaded its table stands. */
export function ChartFrame(props: ChartFrameProps) {
  const { locale } = useLanguage();
  const words = tenancyMessages[locale].chart;
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const stage = useRef<HTMLDivElement>(null);
  const isOnlyLookedAt = useContext(OnlyLookedAt);
  return (
    <figure className={css['frame']} aria-label={props.title}>
      <div className={css['top']}>
        <p className={css['unit']}>{props.unit}</p>
        {!isOnlyLookedAt && (
          <div className={classNames(css['controls'], 'no-print')}>
            {props.controls}
            <ToggleGroup
              label={`${props.title} · ${words.form}`}
              value={form}
              options={[
                { value: 'chart', text: words.asChart },
                { value: 'table', text: words.asTable },
              ]}
              onChange={setForm}
            />
            {(form === 'chart' || props.csv) && (
              <SaveButton {...props} stage={stage} hasDrawing={form === 'chart'} />
            )}
          </div>
        )}
      </div>
      {form === 'table' ? (
        <TwinTable label={`${props.title} · ${words.asTable}`}>{props.table}</TwinTable>
      ) : (
        <Stage {...props} stage={stage} />
      )}
      {props.note !== undefined && <div className={css['note']}>{props.note}</div>}
    </figure>
  );
}

function TwinTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css['twin']} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

function Stage({
  children,
  table,
  title,
  legend,
  stage,
  height = chartHeight,
}: ChartFrameProps & { readonly stage: RefObject<HTMLDivElement | null> }) {
  const { locale } = useLanguage();
  const words = tenancyMessages[locale].chart;
  const isPrinting = useIsPrinting();
  const measured = useWidthOf(stage);
  const width = isPrinting ? printedWidth : measured;
  const waiting = (
    <div className={css['waiting']}>
      <span className="visually-hidden">{words.loading}</span>
      <Skeleton height={height - 24} />
    </div>
  );
  const instead = (
    <>
      <p role="status" className={css['failed']}>
        {words.notDrawn}
      </p>
      <TwinTable label={`${title} · ${words.asTable}`}>{table}</TwinTable>
    </>
  );
  return (
    <OrElse instead={instead}>
      {legend}
      <div ref={stage} className={css['stage']} style={{ minBlockSize: height }}>
        {width === 0 ? (
          waiting
        ) : (
          <Suspense fallback={waiting}>
            <div className={css['drawing']}>{children(width)}</div>
          </Suspense>
        )}
      </div>
    </OrElse>
  );
}

/** A connection may be gone when the code of a chart is asked for. */
class OrElse extends Component<
  { readonly instead: ReactNode; readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}

function SaveButton({
  stage,
  hasDrawing,
  picture,
  title,
  csv,
}: Pick<ChartFrameProps, 'picture' | 'title' | 'csv'> & {
  readonly stage: RefObject<HTMLDivElement | null>;
  /** Whether there is a drawing to make a picture of. */
  readonly hasDrawing: boolean;
}) {
  const { locale } = useLanguage();
  const words = tenancyMessages[locale].chart;
  const [hasFailed, setFailed] = useState(false);
  const save = async (kind: 'png' | 'svg' | 'csv') => {
    try {
      const { savePicture, saveText } = await import('#views/picture/save-picture.ts');
      const svg = stage.current?.querySelector('svg');
      if (kind === 'csv') saveText({ name: `${picture.name}.csv`, text: csv?.() ?? '', type: 'text/csv' });
      else if (svg) await savePicture(svg, { ...picture, kind });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const kinds = [...(hasDrawing ? (['png', 'svg'] as const) : []), ...(csv ? (['csv'] as const) : [])];
  const name = csv ? words.saveAny : words.save;
  return (
    <>
      {hasFailed && (
        <span role="alert" className={css['failed']}>
          {words.saveFailed}
        </span>
      )}
      <MenuButton
        variant="plain"
        size="small"
        trigger={name}
        label={`${name} · ${title}`}
        placement="bottom end"
        actions={kinds.map((kind) => ({
          id: kind,
          text: words.saveAs[kind],
          onAction: () => void save(kind),
        }))}
      />
    </>
  );
}
