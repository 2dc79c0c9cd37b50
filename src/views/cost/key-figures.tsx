import { classNames } from '#ui/class-names.ts';
import { useOpened } from '#ui/use-opened.ts';
import { Explanation, OpenedFigure } from '#views/counters/opened-figure.tsx';
import css from './cost.module.css';
import type { OpenableFigure } from './figure-lines.ts';
import { useCostWords } from './use-cost-words.ts';

/** A row of figures, each of which opens to its formula and inputs. The first is the large one. */
export function KeyFigures({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly OpenableFigure[];
}) {
  const opened = useOpened<string>();
  const { cost, figures } = useCostWords();
  const open = items.find((item) => item.label === opened.id);
  return (
    <>
      <ul className={css['figures']} aria-label={label}>
        {items.map((item) => (
          <li key={item.label}>
            <button
              className={css['figure']}
              title={cost.howComputed(item.label)}
              {...opened.trigger(item.label)}
            >
              <span className={css['figureLabel']}>{item.label}</span>
              <span className={classNames(css['figureValue'], item.value === null && css['unknown'])}>
                {item.value ?? figures.words.unknown}
                {item.value !== null && item.unit !== '' && (
                  <span className={css['figureUnit']}>{` ${item.unit}`}</span>
                )}
              </span>
              <span className={css['figureAside']}>{item.aside}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <OpenedFigure
          anchor={opened.anchor}
          title={open.label}
          value={open.value === null ? figures.words.unknown : `${open.value} ${open.unit}`.trim()}
          lines={open.lines}
          onClose={opened.close}
        >
          <Explanation>{open.formula}</Explanation>
          {open.value === null && open.aside !== '' && <Explanation>{open.aside}</Explanation>}
        </OpenedFigure>
      )}
    </>
  );
}
