import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import type { Loaded } from '#client/engine-protocol.ts';
import { buildingQuery } from '#client/query.ts';
import { fewestSubjects, mostSubjects, parseSubject } from '#domain/compare/ids.ts';
import type { BuildingRow } from '#domain/engine/row.ts';
import { useLanguage } from '#format/locale.tsx';
import { compareMessages } from '#format/messages/compare.ts';
import { Button } from '#ui/button.tsx';
import css from './compare-tray.module.css';
import { type FileOfUnits, unitLabels } from './unit-labels.ts';
import { useFind, useFindState } from './use-find.ts';
import { usePicks } from './use-picks.ts';

/** A bar with what is put aside: each can be taken out again, and all can be compared. */
export function CompareTray() {
  const { compareLink } = useFind();
  const { locale, figures } = useLanguage();
  const words = compareMessages[locale];
  const picks = usePicks();
  const names = usePickedNames(picks);
  const number = (value: number) => figures.number(value, 0);
  return (
    <section className={css['tray']} aria-label={words.tray}>
      <p className={css['count']}>{words.trayCount(number(picks.list.length), number(mostSubjects))}</p>
      <ul className={css['list']}>
        {picks.list.map((id) => {
          const name = names.get(id) ?? id;
          return (
            <li key={id} className={css['pick']}>
              <span className={css['name']} title={name}>
                {name}
              </span>
              <Button
                variant="icon"
                size="small"
                label={words.remove(name)}
                onPress={() => {
                  picks.toggle(id);
                  keepFocus();
                }}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        variant="plain"
        onPress={() => {
          picks.set([]);
          keepFocus();
        }}
      >
        {words.clear}
      </Button>
      {picks.list.length < fewestSubjects ? (
        <p className={css['note']}>{words.openOne}</p>
      ) : (
        compareLink(picks.list.join(','), words.open)
      )}
    </section>
  );
}

/** The button that was pressed goes; the list is where the next building is. */
function keepFocus(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
}

/** Names by pick; one that the viewer does not have is said and let go. */
function usePickedNames({ list, set }: ReturnType<typeof usePicks>): ReadonlyMap<string, string> {
  const { status } = useFind();
  const { locale, messages } = useLanguage();
  const rows = usePickedRows(list);
  const units = useUnitLabels(list);
  const { noSuchBuilding } = messages.find;
  useEffect(() => {
    if (!rows) return;
    const lost = list.filter((pick) => rows.get(buildingOf(pick)) === null);
    if (lost.length === 0) return;
    for (const pick of lost) status.add(noSuchBuilding(pick));
    set(list.filter((pick) => !lost.includes(pick)));
  }, [rows, list, set, status, noSuchBuilding]);
  return useMemo(
    () =>
      new Map(
        list.flatMap((pick) => {
          const row = rows?.get(buildingOf(pick));
          if (!row) return [];
          const name = locale === 'en' ? (row.nameEn ?? row.nameZh) : row.nameZh;
          const unit = parseSubject(pick)?.unitId ?? null;
          const label = unit === null ? null : compareMessages[locale].unitOf(units.get(pick) ?? unit);
          return [[pick, label === null ? name : `${name} ${label}`] as const];
        }),
      ),
    [list, rows, units, locale],
  );
}

function buildingOf(pick: string): string {
  return parseSubject(pick)?.buildingId ?? pick;
}

interface Lookup {
  readonly loaded: Loaded;
  readonly list: readonly string[];
  readonly rows: ReadonlyMap<string, BuildingRow | null>;
}

/** Rows by building, whether or not the filter shows them; null while they are looked up for this list. */
function usePickedRows(list: readonly string[]): Lookup['rows'] | null {
  const { engine } = useClient();
  const loaded = useFindState((state) => state.shown);
  const [found, setFound] = useState<Lookup | null>(null);
  useEffect(() => {
    if (!loaded) return;
    let isLatest = true;
    const ids = [...new Set(list.map(buildingOf))];
    Promise.all(ids.map(async (id) => [id, await engine.request({ kind: 'building', id })] as const))
      .then((pairs) => isLatest && setFound({ loaded, list, rows: new Map(pairs) }))
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [engine, loaded, list]);
  return found?.loaded === loaded ? found.rows : null;
}

/** What units are called, by pick; only files whose units are put aside are asked for. */
function useUnitLabels(list: readonly string[]): ReadonlyMap<string, string> {
  const { api } = useClient();
  const ids = useMemo(
    () => [...new Set(list.flatMap((pick) => (parseSubject(pick)?.unitId ? [buildingOf(pick)] : [])))],
    [list],
  );
  return useQueries({ queries: ids.map((id) => buildingQuery(api, id)), combine: labelsOf });
}

function labelsOf(files: readonly { readonly data: FileOfUnits | undefined }[]) {
  return unitLabels(files.map(({ data }) => data));
}
