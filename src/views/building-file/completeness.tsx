import { nextToVerify } from '#domain/building-file/next-to-verify.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { Button } from '#ui/button.tsx';
import css from './building-file.module.css';
import type { BuildingFile, EditField } from './building-file.ts';
import { fileFieldName } from './file-facts.ts';

/** How many fields are proposed at once: as many as one phone call settles. */
const proposed = 3;

/** How much of a file is known, and what to ask for next. */
export function Completeness({
  file,
  onEdit,
}: {
  readonly file: BuildingFile;
  /** null: the role may not change anything, and is told only how much is known. */
  readonly onEdit: EditField | null;
}) {
  const language = useLanguage();
  const { figures, locale } = language;
  const words = buildingFileMessages[locale];
  const share = figures.percent(file.completeness, 0);
  return (
    <section className={css['completeness']} aria-label={words.completeness}>
      <p className={css['share']}>
        <span>{words.completeness}</span>
        <strong>{share}</strong>
      </p>
      <div className={css['meter']} aria-hidden="true">
        <div style={{ inlineSize: `${file.completeness * 100}%` }} />
      </div>
      {onEdit && <Next file={file} onEdit={onEdit} />}
    </section>
  );
}

function Next({ file, onEdit }: { readonly file: BuildingFile; readonly onEdit: EditField }) {
  const language = useLanguage();
  const { figures, locale } = language;
  const words = buildingFileMessages[locale];
  const next = nextToVerify({ ...file }, file.facts, file.asOf, proposed);
  if (next.length === 0) return <p className={css['note']}>{words.nothingToVerify}</p>;
  return (
    <>
      <h3 className={css['nextTitle']}>{words.nextTitle}</h3>
      <ol className={css['next']}>
        {next.map(({ field, reason, years }) => {
          const name = fileFieldName(language, field);
          return (
            <li key={field} className={css['nextItem']}>
              <Button
                variant="plain"
                size="small"
                label={words.editField(name)}
                onPress={() => onEdit(field)}
              >
                {name}
              </Button>
              <span className={css['reason']}>{words.reasons[reason](figures.number(years ?? 0, 1))}</span>
            </li>
          );
        })}
      </ol>
      <p className={css['note']}>{words.nextNote}</p>
    </>
  );
}
