import { isOver } from '#domain/history/is-over.ts';
import { correctedFigures } from '#domain/model/month-correction.ts';
import type { BuildingMonth } from '#domain/model/unit.ts';
import { fieldName, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import type { Task } from './building-desk.tsx';
import type { BuildingRecords } from './building-records.ts';
import css from './desk.module.css';
import { useWords } from './use-words.ts';

/** Of a month that is over: that what was reported stays, what was corrected since, and the way to correct it. */
export function ReportedMonth({
  month,
  records,
  onTask,
}: {
  readonly month: BuildingMonth;
  readonly records: BuildingRecords;
  readonly onTask: (task: Task) => void;
}) {
  const words = useWords();
  const { editing, figures } = words;
  if (!isOver(month.month, records.asOf)) return null;
  const { buildingId } = month;
  const corrections = records.monthCorrection
    .map(({ record }) => record)
    .filter((one) => one.month === month.month)
    .toSorted((a, b) => a.number - b.number);
  return (
    <section className={css['reported']} aria-label={editing.reported.title}>
      <p>{editing.reported.stays}</p>
      <ol className={css['corrections']}>
        {corrections.map((correction) => (
          <li key={correction.number}>
            {correctedFigures
              .filter((figure) => correction[figure] !== null)
              .map(
                (figure) =>
                  `${fieldName(words, 'month', figure)} ${valueText(words, 'month', figure, month[figure])} → ${valueText(words, 'monthCorrection', figure, correction[figure])}`,
              )
              .join(figures.words.clauseSeparator)}
            <span className={css['none']}>
              {' '}
              {[correction.reason, correction.correctedBy, figures.date(correction.correctedOn)]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        onPress={() =>
          onTask({ kind: 'new', entity: 'monthCorrection', given: { buildingId, month: month.month } })
        }
      >
        {editing.reported.correct}
      </Button>
    </section>
  );
}
