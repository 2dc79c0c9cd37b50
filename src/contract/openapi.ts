/** OpenAPI 3.1, made from the endpoints. Not for the page: it brings all schemas and their descriptions along. */
import * as z from 'zod/mini';
import { buildingSchema, positionSchema, quantitySchema, stewardSchema } from './building.ts';
import {
  blockSchema,
  buildingDetailSchema,
  derivedFigureSchema,
  factSchema,
  leaseSchema,
  storeySchema,
  unitSchema,
} from './building-detail.ts';
import {
  buildingListSchema,
  facetsSchema,
  histogramSchema,
  ratioSchema,
  setCountsSchema,
  totalsSchema,
} from './building-list.ts';
import type { Bilingual, Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { fieldNotes } from './field-notes.ts';
import { nearNameSchema, parameterErrorSchema, problemSchema, problemType } from './problem.ts';
import { langParameter, type ParameterObject, searchParameters } from './search-parameters.ts';
import {
  defaultPersona,
  healthSchema,
  meSchema,
  personaHeader,
  personas,
  settingsSchema,
} from './session.ts';

const named = {
  Building: buildingSchema,
  BuildingDetail: buildingDetailSchema,
  BuildingList: buildingListSchema,
  Position: positionSchema,
  Quantity: quantitySchema,
  Steward: stewardSchema,
  Fact: factSchema,
  Storey: storeySchema,
  Unit: unitSchema,
  Lease: leaseSchema,
  Block: blockSchema,
  DerivedFigure: derivedFigureSchema,
  Totals: totalsSchema,
  Ratio: ratioSchema,
  Facets: facetsSchema,
  Histogram: histogramSchema,
  SetCounts: setCountsSchema,
  Me: meSchema,
  Settings: settingsSchema,
  Health: healthSchema,
  Problem: problemSchema,
  ParameterError: parameterErrorSchema,
  NearName: nearNameSchema,
} as const;

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly ParameterObject[];
  readonly responses: Readonly<Record<string, object>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: Readonly<Record<'title' | 'version' | 'description', string>>;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

function bilingual({ zh, en }: Bilingual): string {
  return `${zh} — ${en}`;
}

function componentRef(name: string): string {
  return `#/components/schemas/${name}`;
}

function withNotes(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (!properties) return schema;
  const noted = Object.entries(properties).map(([field, property]) => {
    const note = Object.hasOwn(fieldNotes, field) ? fieldNotes[field as keyof typeof fieldNotes] : null;
    return [field, note ? { ...property, description: bilingual(note) } : property];
  });
  return { ...schema, properties: Object.fromEntries(noted) };
}

function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: componentRef, io: 'input' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [
      name,
      name === 'Building' || name === 'BuildingDetail' ? withNotes(schema) : schema,
    ]),
  );
}

function refTo(schema: unknown): JsonSchema {
  const found = Object.entries(named).find(([, known]) => known === schema);
  if (!found) throw new Error('invalid endpoint: its schema has no name');
  return { $ref: componentRef(found[0]) };
}

const statusWords: Readonly<Record<number, Bilingual>> = {
  304: { zh: '未改变', en: 'Not changed since the ETag' },
  400: { zh: '参数有误；errors 逐一列出', en: 'Bad parameters, each listed in errors' },
  404: { zh: '没有这个编号；near 列出相近者', en: 'No such id; near lists what comes close' },
};

const personaParameter: ParameterObject = {
  name: personaHeader,
  in: 'header',
  description: bilingual({
    zh: '以哪个角色查看；仅示例数据且服务只听本机时有效',
    en: 'the role to look as; only while the data are the sample and the server listens on this machine alone',
  }),
  schema: { type: 'string', enum: personas, default: defaultPersona },
};

function parametersOf({ params, query, id }: Endpoint): readonly ParameterObject[] {
  const inPath = Object.entries(params).map(
    ([name, note]): ParameterObject => ({
      name,
      in: 'path',
      required: true,
      description: bilingual(note),
      schema: { type: 'string' },
    }),
  );
  const inQuery = query === 'none' ? [] : searchParameters();
  const language = query === 'export' ? [langParameter] : [];
  const isOfData = !/docs|openapi|health|settings/i.test(id);
  return [...inPath, ...inQuery, ...language, ...(isOfData ? [personaParameter] : [])];
}

function responsesOf({ response, statuses }: Endpoint): Operation['responses'] {
  const { type, schema } = response;
  const problem = { [problemType]: { schema: { $ref: componentRef('Problem') } } };
  const answers: Record<string, object> = {
    200: { description: 'OK', content: { [type]: schema ? { schema: refTo(schema) } : {} } },
  };
  for (const status of statuses) {
    const description = bilingual(statusWords[status] ?? { zh: '', en: '' });
    answers[status] = status < 400 ? { description } : { description, content: problem };
  }
  answers['default'] = {
    description: bilingual({ zh: '其他错误', en: 'Any other error' }),
    content: problem,
  };
  return answers;
}

function operationOf(endpoint: Endpoint): Operation {
  return {
    operationId: endpoint.id,
    summary: bilingual(endpoint.summary),
    ...(endpoint.description ? { description: bilingual(endpoint.description) } : {}),
    parameters: parametersOf(endpoint),
    responses: responsesOf(endpoint),
  };
}

/**
 * The description of the whole API.
 * @param version of the API's shape
 */
export function openApiDocument(version = '1'): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '楼览 Loulan API',
      version,
      description: bilingual({
        zh: '面积为建筑面积口径（㎡），租金为元/㎡/月，比率为 0–1。null 表示未提供，绝不等于 0；可能为界的数值写作 {value, bound}。',
        en: 'Areas are gross (㎡), rents CNY/㎡/month, rates 0–1. null means not provided, never 0; a figure that may be a bound is {value, bound}.',
      }),
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: componentSchemas() },
  };
}
