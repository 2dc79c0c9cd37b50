import { useLanguage } from '#format/locale.tsx';
import css from './chart-frame.module.css';

export interface TwinRow {
  readonly key: string;
  /** The first is the row's heading; null is not known. */
  readonly cells: readonly (string | null)[];
}

/** The figures of a chart, first column the heading of its row. */
export function TwinFigures({
  caption,
  heads,
  rows,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly TwinRow[];
}) {
  const { unknown } = useLanguage().figures.words;
  return (
    <table>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first = null, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first ?? unknown}</th>
            {others.map((cell, at) => (
              <td key={heads[at + 1]} className={cell === null ? css['missing'] : undefined}>
                {cell ?? unknown}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
