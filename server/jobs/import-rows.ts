/** Imports and remembered columns in and out of their tables. */
import type { Import } from '#contract/imports.ts';
import { type Mapping, readMapping } from '#domain/intake/mapping.ts';
import type { Database } from '#server/store/database.ts';

export interface ImportRows {
  /** The latest first. */
  readonly list: (limit: number) => Promise<readonly Import[]>;
  readonly find: (id: string) => Promise<Import | null>;
  readonly save: (state: Import, at: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Ids of imports in any of these states. */
  readonly inStatus: (statuses: readonly Import['status'][]) => Promise<readonly string[]>;
  /** Ids of drafts that nobody touched since. */
  readonly draftsBefore: (at: string) => Promise<readonly string[]>;
  /** Fingerprints of the headings that a source is known by, the latest first. */
  readonly fingerprintsOf: (source: string) => Promise<readonly string[]>;
  readonly mappingFor: (source: string, fingerprint: string) => Promise<Mapping | null>;
  readonly remember: (source: string, fingerprint: string, mapping: Mapping, at: string) => Promise<void>;
}

const mostKnown = 1_000;

export function importRows(db: Database): ImportRows {
  return {
    list: async (limit) => {
      const rows = await db
        .selectFrom('imports')
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ state }) => stateFrom(state));
    },
    find: async (id) => {
      const row = await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? stateFrom(row.state) : null;
    },
    save: async (state, at) => {
      const row = {
        id: state.id,
        created_at: state.createdAt,
        changed_at: at,
        status: state.status,
        state: JSON.stringify(state),
      };
      await db
        .insertInto('imports')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom('imports').where('id', '=', id).execute();
    },
    inStatus: async (statuses) => {
      const rows = await db
        .selectFrom('imports')
        .select('id')
        .where('status', 'in', [...statuses])
        .execute();
      return rows.map(({ id }) => id);
    },
    draftsBefore: async (at) => {
      const rows = await db
        .selectFrom('imports')
        .select('id')
        .where('status', 'in', ['draft', 'checked'])
        .where('changed_at', '<', at)
        .execute();
      return rows.map(({ id }) => id);
    },
    ...mappingRows(db),
  };
}

function mappingRows(db: Database): Pick<ImportRows, 'fingerprintsOf' | 'mappingFor' | 'remember'> {
  return {
    fingerprintsOf: async (source) => {
      const rows = await db
        .selectFrom('import_mappings')
        .select('fingerprint')
        .where('source', '=', source)
        .orderBy('used_at', 'desc')
        .limit(mostKnown)
        .execute();
      return rows.map(({ fingerprint }) => fingerprint);
    },
    mappingFor: async (source, fingerprint) => {
      const row = await db
        .selectFrom('import_mappings')
        .select('mapping')
        .where('source', '=', source)
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst();
      return row ? readMapping(JSON.parse(row.mapping)) : null;
    },
    remember: async (source, fingerprint, mapping, at) => {
      const row = { source, fingerprint, mapping: JSON.stringify(mapping), used_at: at };
      await db
        .insertInto('import_mappings')
        .values(row)
        .onConflict((conflict) => conflict.columns(['source', 'fingerprint']).doUpdateSet(row))
        .execute();
    },
  };
}

/** An import that an older version kept lacks what came later. */
function stateFrom(text: string): Import {
  const { parts, ...state } = JSON.parse(text) as Import;
  return {
    ...state,
    parts: parts.map((part) => {
      const { result, skipWrong, questions = [] } = part;
      const isClean = result?.isClean ?? (result?.counts.wrong === 0 || skipWrong);
      const isCurrent = result?.isCurrent ?? true;
      return { ...part, questions, result: result && { ...result, isClean, isCurrent } };
    }),
  };
}
