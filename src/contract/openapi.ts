/** OpenAPI 3.1, made from the endpoints. Not for the page: it brings all schemas and their descriptions along. */
import * as z from 'zod/mini';
import { entities, isFixed } from '#domain/records/entity.ts';
import { accountSchemas } from './accounts.ts';
import { endpoints } from './all-endpoints.ts';
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
import { cockpitSchemas } from './cockpit.ts';
import { costParameters, idsParameter } from './cost-parameters.ts';
import type { Endpoint } from './endpoint.ts';
import { changedSchema, helloSchema } from './events.ts';

import { extractSchemas } from './extract.ts';
import { fieldNotes } from './field-notes.ts';
import { importSchemas } from './imports.ts';
import { indicatorParameters } from './indicator-parameters.ts';
import { indicatorSchemas } from './indicators.ts';
import {
  accountEventParameters,
  auditParameters,
  fileParameters,
  langParameter,
  monthsParameters,
  pageParameters,
  textParameters,
  wantedPathParameters,
} from './list-parameters.ts';
import { matchSchemas } from './matches.ts';
import { bilingual, headerParameters, personaParameter, statusWords } from './openapi-words.ts';
import type { ParameterObject } from './parameter.ts';
import {
  fieldErrorSchema,
  nearNameSchema,
  parameterErrorSchema,
  problemSchema,
  problemType,
} from './problem.ts';
import {
  buildingRecordsSchema,
  districtSchema,
  enterpriseListSchema,
  removalListSchema,
  removalSchema,
  targetListSchema,
} from './record-lists.ts';
import {
  creationSchemas,
  fieldsSchemas,
  historyEntrySchema,
  historySchema,
  patchSchemas,
  recordAnswerSchemas,
  recordSchemas,
  sourceSchema,
} from './records.ts';
import { searchParameters } from './search-parameters.ts';
import { healthSchema, meSchema, settingsSchema } from './session.ts';
import { tenancySchemas } from './tenancy.ts';

/** `BuildingRecord`, `BuildingPatch` … */
function recordNames(): Readonly<Record<string, z.ZodMiniType>> {
  return Object.fromEntries(
    entities.flatMap((entity) => {
      const name = entity.charAt(0).toUpperCase() + entity.slice(1);
      return [
        [`${name}Record`, recordSchemas[entity]],
        [`${name}Answer`, recordAnswerSchemas[entity]],
        [`${name}Fields`, fieldsSchemas[entity]],
        [`${name}Creation`, creationSchemas[entity]],
        ...(isFixed(entity) ? [] : [[`${name}Patch`, patchSchemas[entity]] as const]),
      ];
    }),
  );
}

const named: Readonly<Record<string, z.ZodMiniType>> = {
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
  HelloEvent: helloSchema,
  ChangedEvent: changedSchema,
  Problem: problemSchema,
  ParameterError: parameterErrorSchema,
  NearName: nearNameSchema,
  FieldError: fieldErrorSchema,
  History: historySchema,
  HistoryEntry: historyEntrySchema,
  Source: sourceSchema,
  BuildingRecords: buildingRecordsSchema,
  EnterpriseList: enterpriseListSchema,
  TargetList: targetListSchema,
  Removal: removalSchema,
  RemovalList: removalListSchema,
  District: districtSchema,
  ...tenancySchemas,
  ...indicatorSchemas,
  ...cockpitSchemas,
  ...extractSchemas,
  ...matchSchemas,
  ...recordNames(),
  ...accountSchemas,
  ...importSchemas,
};

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly ParameterObject[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: Readonly<Record<'title' | 'version' | 'description', string>>;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
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

const queryParameters: Readonly<Record<Endpoint['query'], () => readonly ParameterObject[]>> = {
  none: () => [],
  search: searchParameters,
  export: () => [...searchParameters(), langParameter],
  page: () => pageParameters,
  audit: () => auditParameters,
  accountEvents: () => accountEventParameters,
  text: () => textParameters,
  months: () => monthsParameters,
  file: () => fileParameters,
  lang: () => [langParameter],
  costs: costParameters,
  comparison: () => [idsParameter, ...costParameters()],
  wantedPath: () => wantedPathParameters,
  ...indicatorParameters,
};

function parametersOf({ params, query, headers, id }: Endpoint): readonly ParameterObject[] {
  const inPath = Object.entries(params).map(
    ([name, note]): ParameterObject => ({
      name,
      in: 'path',
      required: true,
      description: bilingual(note),
      schema: { type: 'string' },
    }),
  );
  const isOfData = !/docs|openapi|health|settings/i.test(id);
  return [
    ...inPath,
    ...queryParameters[query](),
    ...headers.map((name) => headerParameters[name]),
    ...(isOfData ? [personaParameter] : []),
  ];
}

function bodyOf({ body, bodyType }: Endpoint): object {
  return body ? { requestBody: { required: true, content: { [bodyType]: { schema: refTo(body) } } } } : {};
}

function responsesOf({ response, statuses, success }: Endpoint): Operation['responses'] {
  const { type, schema } = response;
  const problem = { [problemType]: { schema: { $ref: componentRef('Problem') } } };
  const answers: Record<string, object> = {
    [success]:
      success === 204
        ? { description: 'OK' }
        : { description: 'OK', content: { [type]: schema ? { schema: refTo(schema) } : {} } },
  };
  for (const status of statuses) {
    const description = bilingual(statusWords[status]);
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
    ...bodyOf(endpoint),
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
