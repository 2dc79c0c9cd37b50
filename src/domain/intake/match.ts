/** Which record a row changes, or that it makes a new one: by id, else by what names it; never by likeness alone. */

import type { RecordTypes } from '../records/entity.ts';
import { nameKey, pairKey } from './plain.ts';
import { floorKey, termKey } from './record-index.ts';
import {
  buildingMeant,
  firmMeant,
  nameOf,
  questionAbout,
  type Resolving,
  unitMeant,
  unitsLabelled,
} from './resolve.ts';
import type { ImportEntity } from './targets/target.ts';

export interface Match {
  /** null: a new record. */
  readonly before: RecordTypes[ImportEntity] | null;
  /** What the row's references come to, and the id where the row gives one. */
  readonly known: Readonly<Record<string, unknown>>;
  /** The same for two rows that mean one record. */
  readonly identity: string;
}

type Matcher = (resolving: Resolving) => Match | null;

const matched = (before: RecordTypes[ImportEntity], key: string, known = {}): Match => ({
  before,
  known,
  identity: `=${key}`,
});

function asked<T extends { readonly id: string }>(
  { row, answers }: Resolving,
  question: string,
  target: string,
  find: (id: string) => T | null,
): T | 'new' | 'open' | null {
  if (!answers.has(question)) return 'open';
  const answer = answers.get(question) ?? null;
  if (answer === null) return 'new';
  const chosen = find(answer);
  if (!chosen) row.refuse(target, 'noSuchAnswer', { question, detail: answer });
  return chosen;
}

const matchBuilding: Matcher = (resolving) => {
  const { row, index } = resolving;
  const id = row.text('id');
  const onFile = id === null ? null : index.record('building', id);
  if (onFile) return matched(onFile, onFile.id);
  const name = row.text('nameZh');
  if (name === null) {
    if (!row.isWrong) row.refuse('nameZh', 'missing');
    return null;
  }
  const address = row.text('address');
  const place = nameKey(address ?? '');
  const asNew: Match = {
    before: null,
    known: id === null ? {} : { id },
    identity: id === null ? pairKey(nameKey(name), place) : `=${id}`,
  };
  const question = questionAbout('building', name, place);
  const answer = asked(resolving, question, 'nameZh', (chosen) => index.record('building', chosen));
  if (answer === null || answer === 'new') return answer && asNew;
  if (answer !== 'open') return matched(answer, answer.id);
  const named = index.buildingsByName().get(nameKey(name)) ?? [];
  const same = named.filter((building) => place !== '' && nameKey(building.address ?? '') === place);
  const fitting =
    same.length > 0 ? same : named.filter((building) => place === '' || building.address === null);
  const [only, ...more] = fitting;
  if (only && more.length === 0 && id === null) return matched(only, only.id);
  const near =
    named.length > 0
      ? named.map(({ id: known, nameZh }) => ({ id: known, name: nameZh }))
      : index.near('building', name);
  if (near.length === 0) return asNew;
  const reason =
    more.length > 0 ? 'severalMatch' : named.length > 0 && id === null ? 'sameNameOtherAddress' : 'nearName';
  row.refuse('nameZh', reason, { question, near });
  return null;
};

const matchEnterprise: Matcher = (resolving) => {
  const { row, index } = resolving;
  const id = row.text('id');
  const uscc = row.text('uscc');
  const ofCode = uscc === null ? null : (index.firmsByUscc().get(uscc)?.[0] ?? null);
  const onFile = id === null ? null : index.record('enterprise', id);
  if (onFile) {
    if (ofCode && ofCode.id !== onFile.id) row.refuse('uscc', 'usccOfAnother', { detail: ofCode.name });
    return matched(onFile, onFile.id);
  }
  if (ofCode && id === null) return matched(ofCode, ofCode.id);
  if (ofCode) row.refuse('uscc', 'usccOfAnother', { detail: ofCode.name });
  const name = row.text('name');
  if (name === null) {
    if (!row.isWrong) row.refuse('name', 'missing');
    return null;
  }
  const asNew: Match = {
    before: null,
    known: id === null ? {} : { id },
    identity: id !== null ? `=${id}` : (uscc ?? pairKey('', nameKey(name))),
  };
  const question = questionAbout('enterprise', name, uscc ?? '');
  const answer = asked(resolving, question, 'name', (chosen) => index.record('enterprise', chosen));
  if (answer === null || answer === 'new') return answer && asNew;
  if (answer !== 'open') return matched(answer, answer.id);
  const named = index.firmsByName().get(nameKey(name)) ?? [];
  const [only, ...more] = named.filter((firm) => uscc === null || firm.uscc === null);
  if (only && more.length === 0 && id === null) return matched(only, only.id);
  const near = named.length > 0 ? named.map(nameOf) : index.near('enterprise', name);
  if (near.length === 0) return asNew;
  const reason =
    more.length > 0 ? 'severalMatch' : named.length > 0 && id === null ? 'sameNameOtherUscc' : 'nearName';
  row.refuse('name', reason, { question, near });
  return null;
};

const matchUnit: Matcher = (resolving) => {
  const { row, index } = resolving;
  const building = buildingMeant(resolving);
  if (!building) return null;
  const known = { buildingId: building.id };
  const id = row.text('id');
  const onFile = id === null ? null : index.record('unit', `${building.id}~${id}`);
  if (onFile) return matched(onFile, `${building.id}~${onFile.id}`, known);
  const label = row.text('label') ?? id;
  if (label === null) {
    row.refuse('label', 'missing');
    return null;
  }
  const floor = row.figure('floor');
  const asNew: Match = {
    before: null,
    known: id === null ? known : { ...known, id },
    identity:
      id === null
        ? pairKey(floorKey(building.id, floor ?? 0), nameKey(label) || label)
        : `=${building.id}~${id}`,
  };
  const labelled = unitsLabelled(index, building.id, label, floor);
  const [only, ...more] = labelled;
  if (!only) return asNew;
  if (more.length === 0 && id === null) return matched(only, `${building.id}~${only.id}`, known);
  const question = questionAbout('unit', building.id, label, id ?? '');
  const answer = asked(resolving, question, 'label', (chosen) =>
    index.record('unit', `${building.id}~${chosen}`),
  );
  if (answer === null || answer === 'new') return answer && asNew;
  if (answer !== 'open') return matched(answer, `${building.id}~${answer.id}`, known);
  const near = labelled.map((unit) => ({ id: unit.id, name: `${unit.floor} · ${unit.label}` }));
  row.refuse('label', more.length > 0 ? 'severalMatch' : 'nearName', { question, near });
  return null;
};

const matchFloor: Matcher = (resolving) => {
  const building = buildingMeant(resolving);
  const floor = resolving.row.figure('floor');
  if (floor === null && !resolving.row.isWrong) resolving.row.refuse('floor', 'missing');
  if (!building || floor === null) return null;
  return byKey(resolving, 'floor', `${building.id}~${floor}`, { buildingId: building.id });
};

function byKey(
  { index }: Resolving,
  entity: ImportEntity,
  key: string,
  known: Readonly<Record<string, unknown>>,
): Match {
  return { before: index.record(entity, key), known, identity: `=${key}` };
}

const matchLease: Matcher = (resolving) => {
  const { row, index } = resolving;
  const building = buildingMeant(resolving);
  const unit = building && unitMeant(resolving, building);
  const firm = firmMeant(resolving);
  if (!building || !unit || !firm) return null;
  const known = { buildingId: building.id, unitId: unit.id, enterpriseId: firm.id };
  const id = row.text('id');
  if (id !== null) {
    const own = byKey(resolving, 'lease', `${building.id}~${id}`, { ...known, id });
    if (own.before) return own;
  }
  const start = row.text('start');
  if (start === null) {
    if (!row.isWrong) row.refuse('start', 'missing');
    return null;
  }
  const term = termKey(building.id, unit.id, start);
  const [only] = id === null ? (index.leasesByTerm().get(term) ?? []) : [];
  if (only) return matched(only, `${building.id}~${only.id}`, known);
  return {
    before: null,
    known: id === null ? known : { ...known, id },
    identity: id === null ? term : `=${building.id}~${id}`,
  };
};

const matchTax: Matcher = (resolving) => {
  const building = buildingMeant(resolving);
  const firm = firmMeant(resolving);
  const month = monthMeant(resolving);
  if (!building || !firm || month === null) return null;
  const known = { buildingId: building.id, enterpriseId: firm.id };
  return byKey(resolving, 'taxRecord', `${building.id}~${firm.id}~${month}`, known);
};

const matchMonth: Matcher = (resolving) => {
  const building = buildingMeant(resolving);
  const month = monthMeant(resolving);
  if (!building || month === null) return null;
  return byKey(resolving, 'month', `${building.id}~${month}`, { buildingId: building.id });
};

function monthMeant({ row }: Resolving): string | null {
  const month = row.text('month');
  if (month === null && !row.problems.some(({ field }) => field === 'month')) row.refuse('month', 'missing');
  return month;
}

/** The record that a row means; null after saying in the row why that cannot be told. */
export const matchers: Readonly<Record<ImportEntity, Matcher>> = {
  building: matchBuilding,
  floor: matchFloor,
  unit: matchUnit,
  enterprise: matchEnterprise,
  lease: matchLease,
  taxRecord: matchTax,
  month: matchMonth,
};
