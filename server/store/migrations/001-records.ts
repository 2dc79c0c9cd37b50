/**
 * The records, the audit log beside them, and what belongs to the database itself. Once released, a
 * migration is never edited: what comes later is a later one.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** `name type`, with `!` where it may not be null. */
const tables: Readonly<Record<string, { readonly keys: readonly string[]; readonly columns: string }>> = {
  buildings: {
    keys: ['id'],
    columns: `
      id text !
      name_zh text !
      name_en text
      aliases text !
      address text
      position_lon double precision
      position_lat double precision
      position_precision_m double precision
      carrier_type text !
      status text !
      completed_on text
      grade text
      grade_basis text
      developer text
      gfa double precision
      gfa_bound text
      rentable_area double precision
      rentable_area_bound text
      stated_available_area double precision
      stated_available_area_bound text
      stated_asking_rent double precision
      stated_asking_rent_bound text
      floor_plate double precision
      floor_plate_bound text
      floors_above integer
      floors_below integer
      floor_to_floor_height_min double precision
      floor_to_floor_height_max double precision
      clear_height double precision
      clear_height_bound text
      efficiency double precision
      efficiency_bound text
      column_free integer
      divisible integer
      green_certificate text
      tenure text
      target_industries text
      admission_rule text
      protection_class text
      lifts integer
      parking integer
      management_fee double precision
      management_fee_bound text
      hvac text
      power text
      remarks text !
      steward text
      circle_id text
      subdistrict_id text
      synthetic integer !
    `,
  },
  facts: {
    keys: ['building_id', 'field'],
    columns: `
      building_id text !
      field text !
      source text !
      as_of text !
      confidence text !
      note text
    `,
  },
  floors: {
    keys: ['building_id', 'floor'],
    columns: `
      building_id text !
      floor integer !
      label text !
      area double precision
    `,
  },
  units: {
    keys: ['building_id', 'id'],
    columns: `
      id text !
      building_id text !
      floor integer !
      label text !
      position integer !
      area double precision !
      status text !
      marketed integer !
      asking_rent double precision
      available_from text
      min_divisible_area double precision
    `,
  },
  enterprises: {
    keys: ['id'],
    columns: `
      id text !
      uscc text
      name text !
      industry text
      registered_in text
      tax_in text
      employees integer
      synthetic integer !
    `,
  },
  leases: {
    keys: ['building_id', 'id'],
    columns: `
      id text !
      unit_id text !
      building_id text !
      enterprise_id text !
      start text !
      end text !
      contract_rent double precision
      rent_free_months double precision
      escalation double precision
      lease_type text !
    `,
  },
  tax_records: {
    keys: ['building_id', 'enterprise_id', 'month'],
    columns: `
      enterprise_id text !
      building_id text !
      month text !
      total_tax bigint !
      district_tax bigint
    `,
  },
  months: {
    keys: ['building_id', 'month'],
    columns: `
      building_id text !
      month text !
      occupied_area double precision
      vacant_area double precision
      available_area double precision
      tenant_count integer
      total_tax bigint
    `,
  },
};

type Type = 'text' | 'integer' | 'bigint' | 'double precision';

function withColumns<T extends string>(table: CreateTableBuilder<T>, columns: string): CreateTableBuilder<T> {
  let built: CreateTableBuilder<T, never> = table as never;
  for (const line of columns.trim().split(/\s*\n\s*/)) {
    const [, name = '', type = '', required] = /^(\w+) ([a-z ]+?)( !)?$/.exec(line) ?? [];
    built = built.addColumn(name, type as Type, (column) => (required ? column.notNull() : column)) as never;
  }
  return built as never;
}

const common = `
  change_seq bigint !
  deleted_at text
`;

const audit = `
  sequence bigint !
  number integer !
  at text !
  actor_id text
  actor_name text !
  actor_role text !
  address text
  request_id text
  origin text !
  batch_id text
  entity text !
  record_key text !
  before_json text
  after_json text
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, { keys, columns }] of Object.entries(tables)) {
    await withColumns(db.schema.createTable(name), columns + common)
      .addPrimaryKeyConstraint(`${name}_pk`, keys as never)
      .execute();
    await db.schema.createIndex(`${name}_by_change`).on(name).column('change_seq').execute();
  }
  await withColumns(db.schema.createTable('audit'), audit)
    .addPrimaryKeyConstraint('audit_pk', ['sequence', 'number'] as never)
    .execute();
  await db.schema
    .createIndex('audit_by_record')
    .on('audit')
    .columns(['entity', 'record_key', 'sequence'])
    .execute();
  await db.schema.createIndex('audit_by_batch').on('audit').columns(['batch_id', 'sequence']).execute();
  await withColumns(
    db.schema.createTable('answers'),
    'key text !\nfingerprint text !\nstatus integer !\nbody text !\nat text !',
  )
    .addPrimaryKeyConstraint('answers_pk', ['key'] as never)
    .execute();
  await db.schema.createIndex('answers_by_age').on('answers').column('at').execute();
  await withColumns(
    db.schema.createTable('ledger'),
    'id integer !\nlineage text !\nchange_seq bigint !\nas_of text\ndistrict text\nseeded_at text',
  )
    .addPrimaryKeyConstraint('ledger_pk', ['id'] as never)
    .execute();
  await sql`insert into ledger (id, lineage, change_seq) values (1, ${crypto.randomUUID().slice(0, 8)}, 0)`.execute(
    db,
  );
}
