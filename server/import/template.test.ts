import { describe, expect, test } from 'vitest';
import { readHeadings } from '#domain/intake/headings.ts';
import { lackingTargets, likeliestEntity, proposeMapping } from '#domain/intake/mapping.ts';
import { readCell } from '#domain/intake/read-cell.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';
import type { Field } from '#domain/records/field.ts';
import { fieldTables } from '#domain/records/fields.ts';
import { locales } from '#domain/words/words.ts';
import { readTable } from './read-table.ts';
import { templateTargets, templateWorkbook } from './template.ts';

const cases = importEntities.flatMap((entity) => locales.map((locale) => [entity, locale] as const));

async function sheetsOf(bytes: Uint8Array) {
  const read = await readTable(bytes, 'template.xlsx');
  if (!read.ok) throw new Error(read.reason);
  return read.sheets;
}

describe.each(cases)('the template for %s in %s', (entity, locale) => {
  test('is read back: each column for its own field, with its unit, and nothing is lacking', async () => {
    const [sheet] = await sheetsOf(await templateWorkbook(entity, locale));
    const read = sheet ? readHeadings(sheet, entity) : null;
    if (!read?.ok) throw new Error('no headings');
    const { mapping, notes } = proposeMapping(entity, read.headings);
    expect(mapping.columns.map(({ target }) => target)).toEqual(templateTargets(entity).map(({ id }) => id));
    expect(notes.filter(({ reason }) => reason !== 'datumAssumed')).toEqual([]);
    expect(lackingTargets(mapping)).toEqual([]);
    expect(likeliestEntity(read.headings)).toBe(entity);
  });

  test('holds no rows, and examples that are read as they stand', async () => {
    const [sheet, about] = await sheetsOf(await templateWorkbook(entity, locale));
    expect(sheet?.rowCount).toBe(1);
    const explained = [...(about?.rows ?? [])].slice(1, templateTargets(entity).length + 1);
    const table: Readonly<Record<string, Field>> = fieldTables[entity];
    for (const [column, { id, field }] of templateTargets(entity).entries()) {
      const target = targetOf(entity, id);
      const example = explained[column]?.cells[4] ?? null;
      if (!target) throw new Error(`no target ${id}`);
      const unit =
        target.dimension === 'rent' ? 'yuanPerSqmMonth' : target.dimension === 'money' ? 'yuan' : null;
      const spec = field === null ? null : (table[field] ?? null);
      const read = readCell(example, { entity, target, field: spec, unit, places: new Map() });
      expect([id, read.kind]).toEqual([id, example === null ? 'blank' : 'value']);
    }
  });
});
