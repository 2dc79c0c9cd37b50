import { useMemo } from 'react';
import type { RecordAnswer } from '#contract/records.ts';
import { optionWord, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { Task } from './building-desk.tsx';
import { type BuildingRecords, type Storey, storeysOf, type UnitOnFile } from './building-records.ts';
import css from './desk.module.css';
import { useSurroundings } from './record-context.tsx';
import { useWords } from './use-words.ts';

type OnTask = (task: Task) => void;

/** Storeys from the top down, the units on each, and who leases them. */
export function SpaceList({
  records,
  onTask,
}: {
  readonly records: BuildingRecords;
  readonly onTask: OnTask;
}) {
  const { editing, records: words } = useWords();
  const storeys = useMemo(() => storeysOf(records), [records]);
  const buildingId = records.building.key;
  const top = Math.max(0, ...storeys.map(({ number }) => number));
  return (
    <div className={css['scroll']}>
      <div className={css['listActions']}>
        <Button
          size="small"
          onPress={() =>
            onTask({
              kind: 'new',
              entity: 'floor',
              given: { buildingId, floor: top + 1, label: `${top + 1}F` },
            })
          }
        >
          {editing.add(words.kind.floor)}
        </Button>
      </div>
      {storeys.length === 0 && <p className={css['none']}>{editing.space.noFloors}</p>}
      <ul className={css['storeys']}>
        {storeys.map((storey) => (
          <StoreyItem key={storey.number} storey={storey} buildingId={buildingId} onTask={onTask} />
        ))}
      </ul>
    </div>
  );
}

function StoreyItem({
  storey,
  buildingId,
  onTask,
}: {
  readonly storey: Storey;
  readonly buildingId: string;
  readonly onTask: OnTask;
}) {
  const { editing, records, figures } = useWords();
  const { floor, number, units, filled } = storey;
  const label = floor?.record.label ?? `${number}`;
  const area = figures.withUnit('sqm', floor?.record.area ?? null);
  const last = units.at(-1)?.unit.record.position ?? 0;
  const given = { buildingId, floor: number, position: last + 1 };
  return (
    <li className={css['storey']}>
      <Disclosure
        title={floor ? label : `${label} · ${editing.space.withoutFloor}`}
        aside={editing.space.floorLine(area, figures.number(units.length))}
      >
        <div className={css['storeyBody']}>
          <div className={css['listActions']}>
            {floor && (
              <Button size="small" variant="plain" onPress={() => onTask({ kind: 'edit', answer: floor })}>
                {editing.editOne(records.kind.floor, label)}
              </Button>
            )}
            <Button
              size="small"
              variant="plain"
              onPress={() => onTask({ kind: 'new', entity: 'unit', given })}
            >
              {editing.add(records.kind.unit)}
            </Button>
            <span className={css['filled']}>
              {editing.space.filled(figures.withUnit('sqm', filled), area)}
            </span>
          </div>
          {units.length === 0 && <p className={css['none']}>{editing.space.noUnits}</p>}
          <ul className={css['units']}>
            {units.map((unit) => (
              <UnitItem key={unit.unit.key} on={unit} onTask={onTask} />
            ))}
          </ul>
        </div>
      </Disclosure>
    </li>
  );
}

function UnitItem({ on: { unit, leases }, onTask }: { readonly on: UnitOnFile; readonly onTask: OnTask }) {
  const words = useWords();
  const { editing, records, figures } = words;
  const { label, area, status, askingRent, buildingId, id } = unit.record;
  return (
    <li className={css['unit']}>
      <button
        type="button"
        className={css['line']}
        aria-label={editing.editOne(records.kind.unit, label)}
        onClick={() => onTask({ kind: 'edit', answer: unit as RecordAnswer })}
      >
        <span className={css['lineName']}>{label}</span>
        <span className={css['lineFigure']}>{figures.withUnit('sqm', area)}</span>
        <span>{optionWord(words, 'unit', 'status', status)}</span>
        <span className={css['lineMuted']}>
          {askingRent === null ? '' : valueText(words, 'unit', 'askingRent', askingRent)}
        </span>
      </button>
      <ul className={css['leases']} aria-label={`${label} ${editing.space.leases}`}>
        {leases.map((lease) => (
          <LeaseItem key={lease.key} lease={lease} onTask={onTask} />
        ))}
        <li>
          <button
            type="button"
            className={css['addLine']}
            aria-label={`${label}：${editing.add(records.kind.lease)}`}
            onClick={() =>
              onTask({
                kind: 'new',
                entity: 'lease',
                given: { buildingId, unitId: id, leaseType: 'direct' },
              })
            }
          >
            + {editing.add(records.kind.lease)}
          </button>
        </li>
      </ul>
    </li>
  );
}

function LeaseItem({ lease, onTask }: { readonly lease: RecordAnswer<'lease'>; readonly onTask: OnTask }) {
  const { editing, records, figures } = useWords();
  const { nameOf } = useSurroundings();
  const { enterpriseId, start, end } = lease.record;
  const tenant = nameOf('enterpriseId', enterpriseId) ?? enterpriseId;
  const text = editing.space.lease(tenant, figures.date(start), figures.date(end));
  return (
    <li>
      <button
        type="button"
        className={css['lease']}
        aria-label={editing.editOne(records.kind.lease, text)}
        onClick={() => onTask({ kind: 'edit', answer: lease as RecordAnswer })}
      >
        {text}
      </button>
    </li>
  );
}
