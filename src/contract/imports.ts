/** An import from the first file to its undoing, as the API tells it. */
import * as z from 'zod/mini';
import { mostHeadingRows } from '#domain/intake/headings.ts';
import { intakeFixes, intakeReasons } from '#domain/intake/reason.ts';
import { importEntities, type UnitCode, unitsOf } from '#domain/intake/targets/target.ts';
import { datums } from '#domain/records/rules.ts';
import { roles } from '#domain/visibility.ts';

const text = z.string();
const count = z.number();
const line = z.string().check(z.minLength(1), z.maxLength(500));
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** Where the data come from and as of when: what every imported figure will say of itself. */
export const importStartSchema = z.strictObject({
  source: line,
  asOf: day,
  confidence: z.enum(['A', 'B', 'C', 'D']),
});

const unitCodes: readonly UnitCode[] = Object.values(unitsOf).flat();

export const mappingSchema = z.strictObject({
  entity: z.enum(importEntities),
  columns: z.array(
    z.strictObject({ column: z.int().check(z.gte(0)), target: text, unit: z.nullable(z.enum(unitCodes)) }),
  ),
  constants: z.array(z.strictObject({ target: text, text })),
  datum: z.enum(datums),
});

export const correctionSchema = z.strictObject({
  row: z.int().check(z.gte(1)),
  column: z.int().check(z.gte(0)),
  text: z.string().check(z.maxLength(32_767)),
});

/** What a person decided about one sheet; what is left out stays as it was. */
export const partPatchSchema = z.partial(
  z.strictObject({
    include: z.boolean(),
    /** Row numbers, top to bottom; none where the sheet has no headings. The columns are proposed anew. */
    headingRows: z.array(z.int().check(z.gte(1))).check(z.maxLength(mostHeadingRows)),
    /** Other than the headings' own kind: the columns are proposed anew. */
    entity: z.enum(importEntities),
    mapping: mappingSchema,
    emptyClears: z.boolean(),
    skipWrong: z.boolean(),
    isDatumConfirmed: z.boolean(),
    corrections: z.array(correctionSchema).check(z.maxLength(5_000)),
    answers: z.array(z.strictObject({ question: text, id: z.nullable(text) })).check(z.maxLength(5_000)),
  }),
);

const nearSchema = z.object({ id: text, name: text });

/** Something that only a person can say, asked once however many rows ask it. */
export const questionSchema = z.object({
  /** Its name in `answers`. */
  question: text,
  heading: text,
  value: text,
  /** The first row that asks it. */
  row: count,
  /** How many rows ask it. */
  rows: count,
  /** Records that may be meant. */
  near: z.array(nearSchema),
});

export const rowProblemSchema = z.object({
  row: count,
  column: z.nullable(count),
  heading: text,
  field: z.nullable(text),
  value: text,
  reason: z.enum(intakeReasons),
  fix: z.enum(intakeFixes),
  detail: text,
  question: z.nullable(text),
  near: z.array(nearSchema),
});

export const rowCountsSchema = z.object({
  new: count,
  changed: count,
  unchanged: count,
  wrong: count,
  skipped: count,
});

const headingColumnSchema = z.object({
  column: count,
  letter: text,
  heading: text,
  sameAs: z.nullable(count),
});

export const fileProblemSchema = z.object({
  reason: text,
  part: text,
  row: z.nullable(count),
  found: z.nullable(count),
  most: z.nullable(count),
});

export const importPartSchema = z.object({
  id: text,
  fileId: text,
  sheet: text,
  rowCount: count,
  headingRows: z.array(count),
  headings: z.array(headingColumnSchema),
  /** Equal for sheets with equal headings. */
  fingerprint: text,
  /** The first rows under the headings, as text. */
  preview: z.array(z.array(text)),
  include: z.boolean(),
  /** null where no kind of record fits the headings. */
  mapping: z.nullable(mappingSchema),
  /** Whether the mapping is the one that was used for this source before. */
  isRemembered: z.boolean(),
  notes: z.array(z.object({ column: count, heading: text, reason: text })),
  lacking: z.array(text),
  emptyClears: z.boolean(),
  skipWrong: z.boolean(),
  isDatumConfirmed: z.boolean(),
  corrections: z.array(correctionSchema),
  answers: z.array(z.object({ question: text, id: z.nullable(text) })),
  /** Of the last dry run, and those that were answered before. */
  questions: z.array(questionSchema),
  /** null until it is checked, and again after its columns changed. */
  result: z.nullable(
    z.object({
      counts: rowCountsSchema,
      /** The first ones, a question once; `problemTotal` counts all. */
      problems: z.array(rowProblemSchema),
      problemTotal: count,
      /** Whether nothing in this sheet stands in the way of the write. */
      isClean: z.boolean(),
      /** false after something about the sheet was decided that no dry run has looked at yet. */
      isCurrent: z.boolean(),
    }),
  ),
});

/** The first rows of a sheet as they stand, so that a person can say which are headings. */
export const importRowsSchema = z.object({
  rows: z.array(z.object({ row: count, cells: z.array(text) })),
});

export const importStatuses = [
  'draft',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
] as const;

/** Why the last step was not carried out; null when it was. */
const failureSchema = z.nullable(z.object({ reason: text, detail: text }));

export const importSchema = z.object({
  id: text,
  createdAt: text,
  by: z.object({ name: text, role: z.enum(roles) }),
  source: text,
  asOf: text,
  confidence: z.enum(['A', 'B', 'C', 'D']),
  status: z.enum(importStatuses),
  files: z.array(z.object({ id: text, name: text, bytes: count, problem: z.nullable(fileProblemSchema) })),
  parts: z.array(importPartSchema),
  /** Whether the last check found nothing that stands in the way. */
  mayCommit: z.boolean(),
  /** Records that a commit wrote. */
  written: z.nullable(count),
  committedAt: z.nullable(text),
  undoneAt: z.nullable(text),
  failure: failureSchema,
});

/** What a list shows of an import. */
export const importSummarySchema = z.object({
  id: text,
  createdAt: text,
  by: z.object({ name: text, role: z.enum(roles) }),
  source: text,
  status: z.enum(importStatuses),
  files: z.array(text),
  written: z.nullable(count),
  committedAt: z.nullable(text),
  undoneAt: z.nullable(text),
  failure: failureSchema,
});

export const importListSchema = z.object({ imports: z.array(importSummarySchema) });

/** One event of the progress stream. */
export const importProgressSchema = z.object({
  status: z.enum(importStatuses),
  phase: z.nullable(z.enum(['reading', 'checking', 'writing', 'undoing'])),
  done: count,
  total: count,
});

export const undoSchema = z.strictObject({
  /** Leaves alone what somebody changed after the import. */
  keepLater: z.optional(z.boolean()),
});

/** By their names in the description of the API. */
export const importSchemas = {
  Import: importSchema,
  ImportStart: importStartSchema,
  ImportPart: importPartSchema,
  ImportPartPatch: partPatchSchema,
  ImportMapping: mappingSchema,
  ImportProblem: rowProblemSchema,
  ImportQuestion: questionSchema,
  ImportRows: importRowsSchema,
  ImportList: importListSchema,
  ImportSummary: importSummarySchema,
  ImportProgress: importProgressSchema,
  ImportUndo: undoSchema,
} as const;

export type Import = z.infer<typeof importSchema>;
export type ImportPart = z.infer<typeof importPartSchema>;
export type ImportStart = z.infer<typeof importStartSchema>;
export type ImportSummary = z.infer<typeof importSummarySchema>;
export type ImportProgress = z.infer<typeof importProgressSchema>;
export type ImportQuestion = z.infer<typeof questionSchema>;
export type ImportTopRows = z.infer<typeof importRowsSchema>;
export type PartPatch = z.infer<typeof partPatchSchema>;
export type RowCounts = z.infer<typeof rowCountsSchema>;
