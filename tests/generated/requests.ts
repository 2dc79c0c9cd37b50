/** Requests made from the API's description, as data that can be sent and read. */
import fc from 'fast-check';
import type { JsonSchema, OpenApiDocument, Operation } from '#contract/openapi.ts';
import type { ParameterObject } from '#contract/parameter.ts';
import { personaHeader } from '#contract/session.ts';
import { hostileText, hostileValue, nearlyOf, type Sources, valueFrom } from './values.ts';

export interface GeneratedRequest {
  /** Upper case. */
  readonly method: string;
  /** With query, as it is sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The tag of `If-Match` is read from the record just before, as a page does. */
  readonly isCurrent: boolean;
}

export interface DescribedOperation {
  readonly method: string;
  /** As the description has it: `/api/v1/buildings/{id}`. */
  readonly template: string;
  readonly operation: Operation;
}

export function operationsIn({ paths }: OpenApiDocument): readonly DescribedOperation[] {
  return Object.entries(paths).flatMap(([template, own]) =>
    Object.entries(own).map(([method, operation]) => ({ method: method.toUpperCase(), template, operation })),
  );
}

type Manner = 'right' | 'nearly' | 'hostile';
const manner = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Manner>('right') },
  { weight: 3, arbitrary: fc.constant<Manner>('nearly') },
  { weight: 2, arbitrary: fc.constant<Manner>('hostile') },
);

/** Requests for any of some operations. */
export function anyRequest(
  operations: readonly DescribedOperation[],
  sources: Sources,
): fc.Arbitrary<GeneratedRequest> {
  return fc.oneof(...operations.map((described) => requestFor(described, sources)));
}

function requestFor(described: DescribedOperation, sources: Sources): fc.Arbitrary<GeneratedRequest> {
  const made = new Map<Manner, fc.Arbitrary<GeneratedRequest>>();
  return manner.chain((how) => {
    const known = made.get(how) ?? inManner(described, sources, how);
    made.set(how, known);
    return known;
  });
}

function inManner(
  { method, template, operation }: DescribedOperation,
  sources: Sources,
  how: Manner,
): fc.Arbitrary<GeneratedRequest> {
  const isRight = how === 'right';
  return fc
    .record({
      path: pathOf(template, sources, how),
      query: queryOf(operation, sources, how),
      headers: headersOf(operation, sources, how),
      body: bodyOf(operation, sources, how),
      method: isRight
        ? fc.constant(method)
        : fc.oneof(
            { weight: 9, arbitrary: fc.constant(method) },
            {
              weight: 1,
              arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'),
            },
          ),
      isCurrent: needsTag(operation)
        ? fc.oneof(
            { weight: isRight ? 9 : 1, arbitrary: fc.constant(true) },
            { weight: 1, arbitrary: fc.constant(false) },
          )
        : fc.constant(false),
    })
    .map(({ path, query, body, ...rest }) => ({
      ...rest,
      path: `${path}${query === '' ? '' : `?${query}`}`,
      body: rest.method === 'GET' || rest.method === 'HEAD' ? null : body,
    }));
}

function needsTag({ parameters }: Operation): boolean {
  return parameters.some(({ name }) => name === 'if-match');
}

/** Keys of records of the kind that the path names, and of others. */
function pathOf(template: string, { known }: Sources, how: Manner): fc.Arbitrary<string> {
  const kind = /([\w-]+)\/\{/.exec(template)?.[1] ?? '';
  const keys = [...known(`key of ${kind}`), ...known('id'), 'b9', 'b1~-1'].map(String);
  const own = known(`key of ${kind}`).map(String);
  const right = fc.constantFrom(...(own.length > 0 ? own : keys));
  const value = how === 'right' ? right : how === 'nearly' ? fc.constantFrom(...keys) : hostileText;
  const encoded = value.map((text) => encodeURIComponent(text.toWellFormed()));
  const raw = fc.constantFrom('%', '%E0%A4%A', '%2e%2e', '%2F', '%00', 'a%ED%A0%80', '%5B', ';a=1');
  const part = how === 'hostile' ? fc.oneof(encoded, raw) : encoded;
  return part.map((text) => template.replaceAll(/\{\w+\}/g, text));
}

/** Lists go as `a,b`. */
function parameterText(schema: JsonSchema, sources: Sources, name: string): fc.Arbitrary<string> {
  return valueFrom(schema, sources, name).map((value) => String(value));
}

function queryOf({ parameters }: Operation, sources: Sources, how: Manner): fc.Arbitrary<string> {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  if (own.length === 0 && how === 'right') return fc.constant('');
  const pairs = own.map((parameter) => pairOf(parameter, sources));
  const right = pairs.map(({ pair }) => pair);
  const wrong = fc.tuple(
    fc.oneof(hostileText, fc.constantFrom('id', 'lang', ...own.map(({ name }) => name))),
    hostileText,
  );
  const pair = right.length === 0 ? wrong : how === 'right' ? fc.oneof(...right) : fc.oneof(wrong, ...right);
  const required = how === 'right' ? pairs.filter(({ isRequired }) => isRequired) : [];
  const written = fc
    .tuple(
      fc.tuple(...required.map((one) => one.pair)),
      fc.uniqueArray(pair, {
        maxLength: 4,
        selector: (whole) => (how === 'right' ? whole[0] : whole.join('=')),
      }),
    )
    .map(([first, others]) => [
      ...first,
      ...others.filter(([name]) => !first.some(([given]) => given === name)),
    ])
    .map((all) => all.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&'));
  if (how !== 'hostile') return written;
  const broken = fc.constantFrom(
    '&',
    '=',
    'q',
    'q=%',
    'q=%ED%A0%80',
    'q=a&q=b',
    '__proto__=1',
    'sort=-',
    `${'a=1&'.repeat(2_000)}`,
    'gfa=1...2',
    '?',
  );
  return fc.oneof(written, broken);
}

function pairOf({ name, schema, example, required }: ParameterObject, sources: Sources) {
  const made = parameterText(schema as JsonSchema, sources, name);
  const text = example === undefined ? made : fc.oneof(fc.constant(String(example)), made);
  return { pair: text.map((value) => [name, value] as const), isRequired: required === true };
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What a header may hold at all: the rest never leaves a client. */
const headerText = fc.oneof(
  fc.constantFrom(
    '',
    '*',
    'W/"x"',
    '"x"',
    '"x", "y"',
    'null',
    '__proto__',
    'x'.repeat(4_000),
    '\u00ff\u0080',
    'a\tb',
  ),
  fc.string({
    unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
    maxLength: 200,
  }),
);

const contentTypes = fc.constantFrom(
  'text/plain',
  'application/json',
  'application/x-www-form-urlencoded',
  'application/merge-patch+json',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  ';',
  '',
);

function headersOf(
  { parameters, requestBody }: Operation,
  { known }: Sources,
  how: Manner,
): fc.Arbitrary<Record<string, string>> {
  const named = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const key = fc.constantFrom('k-1', 'k-2', 'k-3');
  const model: Record<string, fc.Arbitrary<string>> = {
    [personaHeader]: fc.constantFrom(
      'public',
      'staff',
      'manager',
      'manager',
      ...known('persona').map(String),
    ),
    ...(named.includes('idempotency-key') && { 'idempotency-key': key }),
    ...(named.includes('if-match') && { 'if-match': fc.constantFrom('*', '"stale"', 'W/"weak"') }),
    'if-none-match': fc.constantFrom('*', '"x"'),
    ...(requestBody && {
      'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8'),
    }),
  };
  const always = [
    personaHeader,
    ...(requestBody ? ['content-type'] : []),
    ...(named.includes('if-match') ? ['if-match'] : []),
  ];
  if (how === 'right')
    return fc.record(model, { requiredKeys: always }) as fc.Arbitrary<Record<string, string>>;
  const odd: Record<string, fc.Arbitrary<string>> = {
    ...model,
    'content-type': contentTypes,
    accept: headerText,
    'accept-language': headerText,
    range: fc.constantFrom('bytes=0-0', 'bytes=-1', 'rows=1'),
    origin: fc.constantFrom('http://localhost', 'null', 'http://evil.example'),
    'content-length': fc.constantFrom('0', '99999999', '-1', 'x'),
    ...(how === 'hostile' && {
      [personaHeader]: headerText,
      'if-match': headerText,
      'idempotency-key': headerText,
      'if-none-match': headerText,
    }),
  };
  const required = how === 'nearly' ? [personaHeader, 'content-type'] : [];
  const sparse = fc
    .subarray(Object.keys(odd), { maxLength: 4 })
    .chain((names) =>
      fc.record(
        Object.fromEntries(
          [...new Set([...required, ...names])].map((name) => [name, odd[name] ?? headerText]),
        ),
      ),
    );
  return sparse;
}

const brokenBodies = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  'NaN',
  '{"set":{"lifts":1e999}}',
  '{"record":',
  '\ufeff{}',
  '{"set":{}}{"set":{}}',
  '['.repeat(20_000),
  `{"set":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
  '{"set":{"lifts":1,"lifts":2}}',
  '{"set":{"__proto__":{"lifts":1}}}',
  'a=1&b=2',
  '\0',
  `{"set":{"nameZh":"${'x'.repeat(1_100_000)}"}}`,
];

function bodyOf({ requestBody }: Operation, sources: Sources, how: Manner): fc.Arbitrary<string | null> {
  if (!requestBody)
    return how === 'right'
      ? fc.constant(null)
      : fc.oneof(fc.constant(null), fc.constantFrom(...brokenBodies));
  const { content } = requestBody as {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  const [schema] = Object.values(content).map((media) => media.schema);
  if (!schema) return fc.constantFrom(...brokenBodies);
  const value = how === 'right' ? valueFrom(schema, sources) : nearlyOf(schema, sources);
  const text = value.map((made) => JSON.stringify(made) ?? '');
  if (how !== 'hostile') return text;
  return fc.oneof(
    text,
    fc.constantFrom(...brokenBodies),
    hostileValue.map((made) => JSON.stringify(made)),
    text.map((whole) => whole.slice(0, whole.length / 2)),
  );
}
