/** Whether an answer is one that the API's description promises. */
import type { JsonSchema, OpenApiDocument } from '#contract/openapi.ts';
import { schemaProblems } from './json-schema.ts';
import { type DescribedOperation, operationsIn } from './requests.ts';

/** What any request may be told without a word in the description of its operation. */
const generalStatuses = [400, 403, 404, 405, 413, 415];
const problemType = 'application/problem+json';

interface Promised {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}

/** Finds the operation that a request reaches: a path of dots may have led elsewhere. */
export function operationFinder(document: OpenApiDocument) {
  const known = operationsIn(document).map((described) => ({
    described,
    path: new RegExp(
      `^${described.template.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`,
    ),
  }));
  // What stands there in full comes before what a placeholder takes.
  known.sort((a, b) => a.described.template.split('{').length - b.described.template.split('{').length);
  return (method: string, url: string): DescribedOperation | null => {
    const { pathname } = new URL(url);
    const asked = method === 'HEAD' ? 'GET' : method;
    return (
      known.find(({ described, path }) => described.method === asked && path.test(pathname))?.described ??
      null
    );
  };
}

/** What is wrong with an answer; empty when it is as described. Reads its body. */
export async function answerProblems(
  document: OpenApiDocument,
  described: DescribedOperation | null,
  method: string,
  response: Response,
): Promise<string[]> {
  const { status } = response;
  if (status >= 500) return [`status ${status}: ${(await response.text()).slice(0, 300)}`];
  const responses = (described?.operation.responses ?? {}) as Readonly<Record<string, Promised>>;
  const promised = responses[status] ?? (generalStatuses.includes(status) ? defaultOf(document) : null);
  if (!promised) return [`status ${status} is not documented: ${(await response.text()).slice(0, 300)}`];
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (type === 'text/event-stream') {
    await response.body?.cancel();
    return typeProblems(promised, type);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (method === 'HEAD') return bytes.length > 0 ? ['HEAD has a body'] : [];
  const media = promised.content;
  if (!media) return bytes.length > 0 ? [`status ${status} has a body of ${bytes.length} bytes`] : [];
  if (bytes.length === 0) return [`status ${status} has no body`];
  return [
    ...typeProblems(promised, type),
    ...bodyProblems(document, media[type]?.schema, type, status, bytes),
  ];
}

function defaultOf({ components }: OpenApiDocument): Promised {
  if (!components.schemas['Problem']) throw new Error('invalid description: it has no Problem');
  return { content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function typeProblems({ content = {} }: Promised, type: string): string[] {
  return Object.hasOwn(content, type)
    ? []
    : [`content type ${type}, not ${Object.keys(content).join(' | ')}`];
}

function bodyProblems(
  { components }: OpenApiDocument,
  schema: JsonSchema | undefined,
  type: string,
  status: number,
  bytes: Uint8Array,
): string[] {
  if (!/json$/.test(type)) return [];
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return [`the body is no JSON: ${String(error)}`];
  }
  const problems = schema ? schemaProblems(schema, body, components.schemas).slice(0, 5) : [];
  const told = (body as { readonly status?: unknown }).status;
  if (type === problemType && told !== status)
    problems.push(`it tells status ${String(told)}, but is ${status}`);
  return problems;
}
