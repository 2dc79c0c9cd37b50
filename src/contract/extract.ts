/** Reading a pasted text: what it says of buildings, or what an enterprise asks for. Nothing is stored. */
import * as z from 'zod/mini';
import { extractKinds, extractUnits, mostExtractText, noteCodes } from '#domain/extract/terms.ts';
import { bounds } from '#domain/measure.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';

/** UTF-16 offsets into the text that was sent: first, and behind the last. */
const spanSchema = z.array(z.int()).check(z.minLength(2), z.maxLength(2));

const foundFieldSchema = z.object({
  value: z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ above: z.nullable(z.number()), below: z.nullable(z.number()) }),
    z.object({ min: z.number(), max: z.number() }),
  ]),
  bound: z.optional(z.enum(bounds)),
  unit: z.optional(z.enum(extractUnits)),
  span: spanSchema,
  text: z.string(),
});

const extractNoteSchema = z.object({
  code: z.enum(noteCodes),
  field: z.nullable(z.string()),
  span: z.nullable(spanSchema),
  text: z.nullable(z.string()),
});

const extractionSchema = z.object({
  /** One for each building, or for each enterprise; what the text does not say is absent. */
  items: z.array(z.object({ fields: z.record(z.string(), foundFieldSchema) })),
  notes: z.array(extractNoteSchema),
});

export const extractRequestSchema = z.strictObject({
  kind: z.enum(extractKinds),
  text: z.string().check(z.minLength(1), z.maxLength(mostExtractText)),
});

export const extractText = /* @__PURE__ */ endpoint({
  ...plainEndpoint,
  id: 'extractText',
  method: 'POST',
  path: '/api/v1/extract',
  body: extractRequestSchema,
  response: { type: 'application/json', schema: extractionSchema },
  roles: ['staff', 'manager', 'admin'],
  statuses: [400, 401, 403, 413, 415],
  summary: { zh: '从文字提取楼宇或需求', en: 'Read a text about buildings or a requirement' },
  description: {
    zh: '粘贴的推介文章（building）或需求（requirement）→ 各字段的值、界、单位与原文出处（span 为所送文字的 UTF-16 位置，text 为原文）。未说的字段不出现，不作猜测；notes 说明取舍。面积为㎡、长度为米、比率为 0–1，租金按原文单位。一段文字至多 20,000 字；不存储任何内容。',
    en: 'A pasted article (building) or requirement → fields with value, bound, unit and the words they were read from: span is UTF-16 offsets into the text sent, text its slice. What is not said is absent, nothing is guessed; notes tell what was decided. Areas in ㎡, lengths in m, shares 0–1, rents in the unit of the text. At most 20,000 characters; nothing is stored.',
  },
});

/** By the names that the description of the API gives them. */
export const extractSchemas: Readonly<Record<string, z.ZodMiniType>> = {
  ExtractRequest: extractRequestSchema,
  Extraction: extractionSchema,
  ExtractedField: foundFieldSchema,
  ExtractNote: extractNoteSchema,
};

export const extractEndpoints: readonly Endpoint[] = [extractText];
