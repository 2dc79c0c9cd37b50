/** Which building, unit or firm a row speaks of. What is not certain is asked, never guessed. */
import type { Building } from '../model/building.ts';
import type { Enterprise, Unit } from '../model/unit.ts';
import { isUscc } from '../records/uscc.ts';
import { nameKey } from './plain.ts';
import { type RecordIndex, unitLabelKey } from './record-index.ts';
import type { RowDraft } from './row-draft.ts';

/** By question: the id of the record that is meant, or null for none of them: it is a new one. */
export type Answers = ReadonlyMap<string, string | null>;

export interface Resolving {
  readonly row: RowDraft;
  readonly index: RecordIndex;
  readonly answers: Answers;
}

export function questionAbout(
  entity: 'building' | 'unit' | 'enterprise',
  ...parts: readonly string[]
): string {
  return [entity, ...parts.map((part) => nameKey(part) || part)].join(':');
}

const nearOf = (buildings: readonly Building[]) => buildings.map(({ id, nameZh }) => ({ id, name: nameZh }));

export const nameOf = ({ id, name }: Enterprise) => ({ id, name });

/** The building that a unit, lease, tax or month belongs to; null after saying why there is none. */
export function buildingMeant(resolving: Resolving): Building | null {
  const building = buildingNamed(resolving);
  resolving.row.buildingId = building?.id ?? null;
  return building;
}

function buildingNamed({ row, index, answers }: Resolving): Building | null {
  const id = row.text('building.id');
  const name = row.text('building.name');
  const address = row.text('building.address');
  const target = id !== null ? 'building.id' : name !== null ? 'building.name' : 'building.address';
  const given = id ?? name ?? address;
  if (given === null) {
    row.refuse('building.name', 'missing');
    return null;
  }
  const byId = id === null ? null : index.record('building', id);
  if (byId) return byId;
  const named = index.buildingsByName().get(nameKey(name ?? id ?? '')) ?? [];
  const placed = address === null ? [] : (index.buildingsByAddress().get(nameKey(address)) ?? []);
  const both = named.filter((building) => placed.includes(building));
  const [only, ...more] = both.length > 0 ? both : named.length > 0 ? named : placed;
  if (only && more.length === 0) return only;
  const question = questionAbout('building', given);
  const answer = answers.get(question);
  if (typeof answer === 'string') {
    const chosen = index.record('building', answer);
    if (!chosen) row.refuse(target, 'noSuchAnswer', { question, detail: answer });
    return chosen;
  }
  if (only) {
    row.refuse(target, 'severalMatch', { question, near: nearOf([only, ...more]) });
    return null;
  }
  const near = index.near('building', given);
  if (near.length > 0) row.refuse(target, 'nearName', { question, near });
  else row.refuse(target, 'unknownBuilding');
  return null;
}

/** The unit of a lease; null after saying why there is none. */
export function unitMeant({ row, index }: Resolving, building: Building): Unit | null {
  const id = row.text('unit.id');
  if (id !== null) {
    const unit = index.record('unit', `${building.id}~${id}`);
    if (!unit) row.refuse('unit.id', 'unknownUnit');
    return unit;
  }
  const label = row.text('unit.label');
  if (label === null) {
    row.refuse('unit.label', 'missing');
    return null;
  }
  const floor = row.figure('unit.floor');
  const found = unitsLabelled(index, building.id, label, floor);
  const [only, ...more] = found;
  if (!only) row.refuse('unit.label', 'unknownUnit');
  else if (more.length > 0)
    row.refuse('unit.label', 'severalMatch', { detail: found.map(({ floor }) => floor).join(', ') });
  return more.length > 0 ? null : (only ?? null);
}

export function unitsLabelled(
  index: RecordIndex,
  buildingId: string,
  label: string,
  floor: number | null,
): readonly Unit[] {
  const found = index.unitsByLabel().get(unitLabelKey(buildingId, label)) ?? [];
  return floor === null ? found : found.filter((unit) => unit.floor === floor);
}

/** The firm of a lease or tax record; null after saying why there is none. */
export function firmMeant({ row, index, answers }: Resolving): Enterprise | null {
  const id = row.text('enterprise.id');
  const uscc = row.text('enterprise.uscc');
  const name = row.text('enterprise.name');
  if (id !== null) {
    const firm = index.record('enterprise', id);
    if (!firm) row.refuse('enterprise.id', 'unknownEnterprise');
    return firm;
  }
  if (uscc !== null && !isUscc(uscc)) {
    row.refuse('enterprise.uscc', 'badCheckCharacter');
    return null;
  }
  const byUscc = uscc === null ? null : (index.firmsByUscc().get(uscc)?.[0] ?? null);
  if (byUscc) return byUscc;
  if (name === null) {
    row.refuse(
      uscc === null ? 'enterprise.name' : 'enterprise.uscc',
      uscc === null ? 'missing' : 'unknownEnterprise',
    );
    return null;
  }
  const question = questionAbout('enterprise', name);
  const answer = answers.get(question);
  if (typeof answer === 'string') {
    const chosen = index.record('enterprise', answer);
    if (!chosen) row.refuse('enterprise.name', 'noSuchAnswer', { question, detail: answer });
    return chosen;
  }
  const named = index.firmsByName().get(nameKey(name)) ?? [];
  const fitting = named.filter((firm) => uscc === null || firm.uscc === null || firm.uscc === uscc);
  const [only, ...more] = fitting;
  if (only && more.length === 0) return only;
  if (only) {
    row.refuse('enterprise.name', 'severalMatch', { question, near: fitting.map(nameOf) });
    return null;
  }
  const near = named.length > 0 ? named.map(nameOf) : index.near('enterprise', name);
  if (near.length > 0) row.refuse('enterprise.name', 'nearName', { question, near });
  else row.refuse('enterprise.name', 'unknownEnterprise');
  return null;
}
