/** Corrections of reported months, plans for buildings that do not fill, and targets: records like those of 001. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table month_corrections (
    building_id text not null,
    month text not null,
    number integer not null,
    occupied_area double precision,
    vacant_area double precision,
    available_area double precision,
    tenant_count integer,
    total_tax bigint,
    reason text,
    corrected_on text not null,
    corrected_by text,
    change_seq bigint not null,
    deleted_at text,
    constraint month_corrections_pk primary key (building_id, month, number)
  )`,
  'create index month_corrections_by_change on month_corrections (change_seq)',
  `create table renewal_plans (
    id text not null,
    building_id text not null,
    title text not null,
    owner text not null,
    status text not null,
    measures text not null,
    start_on text,
    due_on text,
    done_on text,
    area_sqm double precision,
    rent_before double precision,
    rent_after double precision,
    note text,
    change_seq bigint not null,
    deleted_at text,
    constraint renewal_plans_pk primary key (building_id, id)
  )`,
  'create index renewal_plans_by_change on renewal_plans (change_seq)',
  `create table targets (
    id text not null,
    name_zh text not null,
    name_en text,
    indicator text not null,
    scope text,
    target_value double precision not null,
    base_value double precision,
    base_month text,
    due_month text not null,
    source text,
    synthetic integer not null,
    change_seq bigint not null,
    deleted_at text,
    constraint targets_pk primary key (id)
  )`,
  'create index targets_by_change on targets (change_seq)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
