import { type DragEvent, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { importCalls } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import type { FileReason } from '#domain/intake/file-reason.ts';
import type { Figures } from '#domain/words/figures.ts';
import { fileProblemInWords } from '#domain/words/intake.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import css from './import.module.css';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';
import { type Uploads, useUploads } from './use-uploads.ts';

/** So few are listed from the start; of more, those that could not be read. */
const mostListed = 5;

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
  const { words, figures } = useImportWords();
  const { files } = state;
  const bad = files.filter(({ problem }) => problem !== null);
  const isFew = files.length <= mostListed;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const rowsOf = (shown: Import['files']) => (
    <ul className={css['rows']}>
      {shown.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          onRemove={isOpen ? () => void doer.run(() => importCalls.removeFile(api, state.id, file.id)) : null}
        />
      ))}
    </ul>
  );
  const all = words.allFiles(files.length, kilobytes(bytes, figures));
  return (
    <section className={css['section']} aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      {isFew && rowsOf(files)}
      {!isFew && (
        <>
          {bad.length > 0 && rowsOf(bad)}
          <Disclosure title={all} aside={bad.length > 0 ? words.badFiles(bad.length) : undefined}>
            {rowsOf(files.filter(({ problem }) => problem === null))}
          </Disclosure>
        </>
      )}
      {isOpen && <DropPlace id={state.id} doer={doer} />}
    </section>
  );
}

function DropPlace({ id, doer }: { readonly id: string; readonly doer: ImportDoer }) {
  const { words } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const uploads = useUploads(id, doer);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button in it
    <div
      className={classNames(css['drop'], isOver && css['over'])}
      data-drop
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <span>{words.drop}</span>
      <Button onPress={() => input.current?.click()}>{words.choose}</Button>
      <input
        ref={input}
        className={css['hidden']}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.choose}
        accept=".xlsx,.csv,.txt,.tsv,.geojson,.json"
        onChange={(event) => {
          uploads.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <UploadLine uploads={uploads} />
    </div>
  );
}

function UploadLine({ uploads }: { readonly uploads: Uploads }) {
  const { words } = useImportWords();
  const { now, isWaiting, failed, stop, again } = uploads;
  const said = now === null ? words.dropNote : words.uploading(now.name, now.done, now.total);
  return (
    <div className={css['upload']}>
      <span className={css['note']} role="status">
        {isWaiting ? words.waiting : said}
      </span>
      {now && (
        <>
          <progress aria-label={words.files} value={now.done - 1} max={now.total} />
          <Button size="small" onPress={stop}>
            {words.stopUpload}
          </Button>
        </>
      )}
      {!now && failed.length > 0 && (
        <>
          <span className={css['wrong']}>{words.notArrived(failed.length)}</span>
          <Button size="small" onPress={again}>
            {words.uploadAgain}
          </Button>
        </>
      )}
    </div>
  );
}

function kilobytes(bytes: number, { number }: Figures): string {
  return bytes < 1_048_576 ? `${number(Math.ceil(bytes / 1_024))} KB` : `${number(bytes / 1_048_576, 1)} MB`;
}

function FileRow({
  file,
  onRemove,
}: {
  readonly file: Import['files'][number];
  readonly onRemove: (() => void) | null;
}) {
  const { words, locale, figures } = useImportWords();
  const problem =
    file.problem &&
    fileProblemInWords({ ...file.problem, reason: file.problem.reason as FileReason }, locale);
  return (
    <li className={css['row']}>
      <span className={css['name']}>{file.name}</span>
      <span className={problem ? css['wrong'] : css['note']}>
        {problem
          ? [problem.what, problem.where, problem.fix].filter(Boolean).join(locale === 'zh' ? '；' : '. ')
          : kilobytes(file.bytes, figures)}
      </span>
      {onRemove && (
        <Button size="small" label={`${words.remove} ${file.name}`} onPress={onRemove}>
          {words.remove}
        </Button>
      )}
    </li>
  );
}
