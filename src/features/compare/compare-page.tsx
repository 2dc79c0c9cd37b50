/** 比选: two to six buildings or units side by side, in the order of the address. */
import { type ReactNode, useMemo, useRef } from 'react';
import { type CompareAddress, formatAddress, moved, parseAddress } from '#domain/compare/address.ts';
import { fewestSubjects, formatSubjects, mostSubjects, parseSubjects } from '#domain/compare/ids.ts';
import { findAddress } from '#domain/compare/way-back.ts';
import { usePageTitle } from '#format/page-title.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import { AddSearch } from './add-search.tsx';
import css from './compare-page.module.css';
import { CompareTools } from './compare-tools.tsx';
import { ComparedView } from './compared-view.tsx';
import { DroppedNotice } from './dropped-notice.tsx';
import { shownColumns } from './shown-columns.ts';
import { TooFew } from './too-few.tsx';
import { useCompared, useNamesOf, useRetry } from './use-compared.ts';

export interface ComparePageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  /** The query part of the last address of 找楼 that was seen; empty when none was. */
  readonly lastFind: string;
  readonly navigate: (text: string, how: 'push' | 'replace') => void;
  readonly status: StatusQueue;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

export function ComparePage({ searchText, lastFind, navigate, status, link }: ComparePageProps) {
  const { compare, figures } = useCompareWords();
  const address = useMemo(() => parseAddress(searchText), [searchText]);
  const { all, compared, subjects, columns, names } = useColumns(address);
  const heading = useRef<HTMLHeadingElement>(null);
  const retry = useRetry();
  const write = (change: Partial<CompareAddress>) =>
    navigate(formatAddress({ ...address, subjects, ...change }), 'push');
  const nameAt = (place: number) => columns[place]?.name ?? '';
  const number = (value: number) => figures.number(value, 0);
  const add = (buildingId: string) => write({ subjects: [...subjects, { buildingId, unitId: null }] });
  const remove = (place: number) => {
    status.add(compare.removed(nameAt(place)));
    heading.current?.focus();
    write({ subjects: subjects.toSpliced(place, 1) });
  };
  const move = (place: number, step: number) => {
    const next = moved(subjects, place, step);
    const to = Math.min(next.length - 1, Math.max(0, place + step));
    status.add(compare.movedTo(nameAt(place), number(to + 1), number(next.length)));
    write({ subjects: next });
  };
  usePageTitle(compare.title);
  const taken = subjects.flatMap(({ buildingId, unitId }) => (unitId === null ? [buildingId] : []));
  const search = subjects.length < mostSubjects && <AddSearch taken={taken} names={names} onAdd={add} />;
  const isEnough = subjects.length >= fewestSubjects;
  return (
    <main id="content" className={css['page']} tabIndex={-1}>
      <header className={css['top']}>
        <p className="no-print">{link(findAddress(lastFind, subjects), `‹ ${compare.back}`)}</p>
        <h1 ref={heading} className={css['title']} tabIndex={-1}>
          {isEnough ? compare.titleOf(number(subjects.length)) : compare.title}
        </h1>
        {isEnough && <CompareTools address={address} onChange={write} search={search} />}
      </header>
      <DroppedNotice dropped={address.dropped} compared={all} />
      {isEnough ? (
        <ComparedView
          address={address}
          compared={compared}
          columns={columns}
          names={names}
          link={link}
          onMove={move}
          onRemove={remove}
          onPin={(place) => write({ pinned: columns[place]?.key ?? null })}
          onOthers={(others) => navigate(formatAddress({ ...address, subjects, others }), 'replace')}
          onRetry={(place) => {
            const subject = subjects[place];
            if (subject) retry(subject);
          }}
        />
      ) : (
        <TooFew columns={columns} search={search} onRemove={remove} />
      )}
    </main>
  );
}

/** The columns of the address, the same objects while it names the same in the same order. */
function useColumns(address: CompareAddress) {
  const language = useCompareWords();
  const names = useNamesOf();
  const ids = formatSubjects(address.subjects);
  const asked = useMemo(() => parseSubjects(ids).subjects, [ids]);
  const all = useCompared(asked);
  const compared = useMemo(() => all.filter(({ state }) => state !== 'gone'), [all]);
  const subjects = useMemo(() => compared.map(({ subject }) => subject), [compared]);
  const columns = useMemo(() => shownColumns(compared, language, names), [compared, language, names]);
  return { all, compared, subjects, columns, names };
}
