import type { RefObject } from 'react';
import { useLanguage } from '#format/locale.tsx';
import { inputLines } from '#views/building-card/card-facts.ts';
import { FigureOrigin } from '#views/building-card/fact-grid.tsx';
import { useCardWords } from '#views/building-card/use-card-words.ts';
import { OpenedFigure } from '#views/counters/opened-figure.tsx';
import { originLines } from '#views/counters/origin-lines.ts';
import type { BuildingFile } from './building-file.ts';
import { type FileFact, shownText } from './file-facts.ts';

/** What stands behind one line of a file: formula, inputs, sources, the day. */
export function OpenedFact({
  anchor,
  fact,
  file,
  onClose,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly fact: FileFact;
  readonly file: Pick<BuildingFile, 'asOf' | 'synthetic'>;
  readonly onClose: () => void;
}) {
  const language = useLanguage();
  const { figures, messages } = language;
  const card = useCardWords();
  const { counters } = messages;
  const lines = fact.derived
    ? [
        ...inputLines(fact.derived, figures, card),
        ...(typeof fact.derived.coverage === 'number'
          ? [{ label: counters.coverage, value: figures.percent(fact.derived.coverage, 0) }]
          : []),
        ...originLines(file, language),
      ]
    : [];
  return (
    <OpenedFigure
      anchor={anchor}
      title={fact.label}
      value={shownText(fact, figures.words.unknown)}
      lines={lines}
      onClose={onClose}
    >
      <FigureOrigin figure={fact} />
    </OpenedFigure>
  );
}
