import { type DragEvent, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { importCalls } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import type { FileReason } from '#domain/intake/file-reason.ts';
import { fileProblemInWords } from '#domain/words/intake.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './import.module.css';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

/** Files that are in, those that could not be read and why, and a place to drop more. */
export function FileList({
  state,
  doer,
  isOpen,
}: {
  readonly state: Import;
  readonly doer: ImportDoer;
  readonly isOpen: boolean;
}) {
  const { api } = useClient();
  const { words } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    for (const file of files) {
      setReading(file.name);
      await doer.run(() => importCalls.upload(api, state.id, file));
    }
    setReading(null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <section className={css['section']} aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      <ul className={css['rows']}>
        {state.files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onRemove={
              isOpen ? () => void doer.run(() => importCalls.removeFile(api, state.id, file.id)) : null
            }
          />
        ))}
      </ul>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button in it
        <div
          className={classNames(css['drop'], isOver && css['over'])}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          <span>{words.drop}</span>
          <Button isDisabled={reading !== null} onPress={() => input.current?.click()}>
            {words.choose}
          </Button>
          <input
            ref={input}
            className={css['hidden']}
            type="file"
            multiple
            tabIndex={-1}
            aria-label={words.choose}
            accept=".xlsx,.csv,.txt,.tsv,.geojson,.json"
            onChange={(event) => {
              void take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <span className={css['note']} role="status">
            {reading === null ? words.dropNote : words.reading(reading)}
          </span>
        </div>
      )}
    </section>
  );
}

function FileRow({
  file,
  onRemove,
}: {
  readonly file: Import['files'][number];
  readonly onRemove: (() => void) | null;
}) {
  const { words, locale } = useImportWords();
  const problem =
    file.problem &&
    fileProblemInWords({ ...file.problem, reason: file.problem.reason as FileReason }, locale);
  const kilobytes = Math.max(1, Math.round(file.bytes / 1_024)).toLocaleString(locale);
  return (
    <li className={css['row']}>
      <span className={css['name']}>{file.name}</span>
      <span className={problem ? css['wrong'] : css['note']}>
        {problem ? [problem.what, problem.where, problem.fix].filter(Boolean).join('；') : `${kilobytes} KB`}
      </span>
      {onRemove && (
        <Button size="small" label={`${words.remove} ${file.name}`} onPress={onRemove}>
          {words.remove}
        </Button>
      )}
    </li>
  );
}
