/** Errors of the API: RFC 9457 problem details. */
import * as z from 'zod/mini';
import { fieldReasons, ruleReasons } from '#domain/records/reasons.ts';

export const problemType = 'application/problem+json';

/** One bad parameter: what was given, why it cannot be used, what could be. */
export const parameterErrorSchema = z.object({
  parameter: z.string(),
  value: z.string(),
  reason: z.enum([
    'unknownParameter',
    'notForRole',
    'notARange',
    'notANumber',
    'outOfRange',
    'lowAboveHigh',
    'unknownValue',
    'tooLong',
    'repeated',
    'tooMany',
    'notAMonth',
    'notAShape',
    'notASwitch',
  ]),
  allowed: z.string(),
  detail: z.string(),
});

/** One field that may not be written as it was sent. */
export const fieldErrorSchema = z.object({
  field: z.string(),
  value: z.string(),
  reason: z.enum([...fieldReasons, ...ruleReasons, 'notForRole', 'setByServer']),
  allowed: z.string(),
  detail: z.string(),
});

/** A record that was perhaps meant. */
export const nearNameSchema = z.object({ id: z.string(), nameZh: z.string() });

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** Every bad parameter, not only the first. */
  errors: z.optional(z.array(parameterErrorSchema)),
  /** Every field that is wrong, not only the first. */
  fields: z.optional(z.array(fieldErrorSchema)),
  /** After 412: the record as it is now, with the tag to send next. */
  current: z.optional(z.object({ tag: z.string(), record: z.unknown() })),
  /** After 404: what comes near the id that was asked for. */
  near: z.optional(z.array(nearNameSchema)),
  /** After 5xx: what the log of the server calls this request. */
  requestId: z.optional(z.string()),
});

export type Problem = z.infer<typeof problemSchema>;
export type ParameterError = z.infer<typeof parameterErrorSchema>;
export type NearName = z.infer<typeof nearNameSchema>;
export type FieldError = z.infer<typeof fieldErrorSchema>;
