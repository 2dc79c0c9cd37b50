/** Which rows of a sheet are its headings: as found, or as somebody marks them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { importCalls, importRowsQuery } from '#client/imports.ts';
import type { ImportPart } from '#contract/imports.ts';
import { columnLetter } from '#domain/intake/cell.ts';
import { mostHeadingRows } from '#domain/intake/headings.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './import.module.css';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly importId: string;
  readonly part: ImportPart;
  readonly doer: ImportDoer;
}

export function HeadingRows({ importId, part, doer }: Props) {
  const { words, locale } = useImportWords();
  const [isChoosing, setChoosing] = useState(false);
  const { headingRows } = part;
  return (
    <div className={css['headingRows']}>
      <div className={css['actions']}>
        <span className={css['note']}>
          {headingRows.length === 0
            ? words.noHeadings
            : words.headingRows(headingRows.join(locale === 'zh' ? '、' : ', '))}
        </span>
        {!isChoosing && (
          <Button size="small" onPress={() => setChoosing(true)}>
            {words.chooseHeadings}
          </Button>
        )}
      </div>
      {isChoosing && (
        <Choosing importId={importId} part={part} doer={doer} onClose={() => setChoosing(false)} />
      )}
    </div>
  );
}

function Choosing({ importId, part, doer, onClose }: Props & { readonly onClose: () => void }) {
  const { api } = useClient();
  const { words } = useImportWords();
  const { data, error } = useQuery(importRowsQuery(api, importId, part.id));
  const [chosen, setChosen] = useState<readonly number[]>(part.headingRows);
  const mark = (row: number, isHeading: boolean) =>
    setChosen((now) =>
      [...now.filter((known) => known !== row), ...(isHeading ? [row] : [])].toSorted((a, b) => a - b),
    );
  const use = async () => {
    const body = { headingRows: [...chosen] };
    if (await doer.run(() => importCalls.patch(api, importId, part.id, body))) onClose();
  };
  return (
    <>
      <p className={css['note']}>{words.headingsNote}</p>
      {error && <p className={css['wrong']}>{words.refused}</p>}
      <TopRows part={part} rows={data?.rows ?? []} chosen={chosen} onMark={mark} />
      <div className={css['actions']}>
        <Button variant="primary" isDisabled={data === undefined} onPress={() => void use()}>
          {words.useHeadings}
        </Button>
        <Button onPress={onClose}>{words.keepHeadings}</Button>
      </div>
    </>
  );
}

function TopRows({
  part,
  rows,
  chosen,
  onMark,
}: {
  readonly part: ImportPart;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly chosen: readonly number[];
  readonly onMark: (row: number, isHeading: boolean) => void;
}) {
  const { words } = useImportWords();
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => columnLetter(column));
  const isFull = chosen.length >= mostHeadingRows;
  return (
    <section
      className={classNames(css['scroll'], css['topRows'])}
      aria-label={`${words.chooseHeadings}: ${part.sheet}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{words.heading}</th>
            {columns.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} className={chosen.includes(row) ? css['chosen'] : undefined}>
              <th scope="row">
                <Checkbox
                  isSelected={chosen.includes(row)}
                  isDisabled={isFull && !chosen.includes(row)}
                  label={words.headingRow(row)}
                  onChange={(isHeading) => onMark(row, isHeading)}
                >
                  {row}
                </Checkbox>
              </th>
              {columns.map((letter, column) => (
                <td key={letter}>{cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
