/** Spaces that are ticked, as columns of a comparison. */
import { formatSubject, mostSubjects, type Subject } from '#domain/compare/ids.ts';
import type { ShownSpace } from './matched.ts';

/** One unit stands for itself; what is made of several, or of none that is known, for its building. */
export function subjectsOf(spaces: readonly Pick<ShownSpace, 'building' | 'space'>[]): readonly Subject[] {
  const subjects = spaces.map(({ building, space }): Subject => {
    const [unit, ...others] = space.units;
    return { buildingId: building.id, unitId: unit && others.length === 0 ? unit.id : null };
  });
  const each = new Map(subjects.map((subject) => [formatSubject(subject), subject]));
  return [...each.values()].slice(0, mostSubjects);
}
