/** Reading, writing and following records, the same way for every kind. */
import { type Entity, entities, isFixed } from '#domain/records/entity.ts';
import { type Bilingual, type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import {
  collectionNames,
  creationSchemas,
  historySchema,
  patchSchemas,
  recordAnswerSchemas,
} from './records.ts';

const json = 'application/json';

const words: Readonly<Record<Entity, Bilingual>> = {
  building: { zh: '楼宇', en: 'building' },
  fact: { zh: '字段来源', en: 'source of a field' },
  floor: { zh: '楼层', en: 'storey' },
  unit: { zh: '单元', en: 'unit' },
  enterprise: { zh: '企业', en: 'enterprise' },
  lease: { zh: '租约', en: 'lease' },
  taxRecord: { zh: '税收记录', en: 'tax record' },
  month: { zh: '月度记录', en: 'month of a building' },
  monthCorrection: { zh: '月度更正', en: 'correction of a month' },
  renewalPlan: { zh: '提升方案', en: 'renewal plan' },
  target: { zh: '目标', en: 'target' },
};

const key: Bilingual = {
  zh: '记录键：编号；属于楼宇者为「楼宇编号~自身部分」',
  en: 'Key of the record: its id, or building id and own part joined by ~',
};

/** Tax is written by whoever may see it. */
function writersOf(entity: Entity): Endpoint['roles'] {
  return entity === 'taxRecord' ? ['manager', 'admin'] : ['staff', 'manager', 'admin'];
}

export interface RecordEndpoints {
  readonly read: Endpoint;
  readonly create: Endpoint;
  readonly patch: Endpoint;
  readonly remove: Endpoint;
  readonly restore: Endpoint;
  readonly history: Endpoint;
}

/** What all operations on one kind have in common. */
function commonOf(entity: Entity) {
  const collection = `/api/v1/records/${collectionNames[entity]}` as const;
  return {
    collection,
    one: `${collection}/{key}` as const,
    name: entity.charAt(0).toUpperCase() + entity.slice(1),
    ...words[entity],
    common: {
      ...plainEndpoint,
      params: { key },
      response: { type: json, schema: recordAnswerSchemas[entity] },
      roles: writersOf(entity),
    },
  } as const;
}

function readersOf(entity: Entity): Pick<RecordEndpoints, 'read' | 'history'> {
  const { one, name, zh, en, common } = commonOf(entity);
  return {
    read: endpoint({
      ...common,
      id: `read${name}`,
      method: 'GET',
      path: one,
      statuses: [400, 401, 403, 404],
      summary: { zh: `${zh}：读取一条`, en: `One ${en}` },
    }),
    history: endpoint({
      ...common,
      id: `history${name}`,
      method: 'GET',
      path: `${one}/history`,
      query: 'page',
      response: { type: json, schema: historySchema },
      statuses: [400, 401, 403, 404],
      summary: { zh: `${zh}：修改历史`, en: `Who changed what of a ${en}` },
    }),
  };
}

function changersOf(entity: Entity): Pick<RecordEndpoints, 'create' | 'patch'> {
  const { collection, one, name, zh, en, common } = commonOf(entity);
  return {
    create: endpoint({
      ...common,
      id: `create${name}`,
      method: 'POST',
      path: collection,
      params: {},
      headers: ['idempotency-key'],
      success: 201,
      body: creationSchemas[entity],
      statuses: [400, 401, 403, 409, 413, 415, 422, 503, 507],
      summary: { zh: `${zh}：新增`, en: `New ${en}` },
    }),
    patch: endpoint({
      ...common,
      id: `patch${name}`,
      method: 'PATCH',
      path: one,
      headers: ['if-match', 'idempotency-key'],
      body: patchSchemas[entity],
      statuses: [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503, 507],
      summary: { zh: `${zh}：修改若干字段`, en: `New values for fields of a ${en}` },
      description: {
        zh: '须带 If-Match；他人已改时返回 412 与现值。改动与审计记录在同一事务中。',
        en: 'Needs If-Match; 412 with the present record when somebody else changed it. The audit entry is part of the same transaction.',
      },
    }),
  };
}

function removersOf(entity: Entity): Pick<RecordEndpoints, 'remove' | 'restore'> {
  const { one, name, zh, en, common } = commonOf(entity);
  return {
    remove: endpoint({
      ...common,
      id: `remove${name}`,
      method: 'DELETE',
      path: one,
      headers: ['if-match', 'idempotency-key'],
      success: 204,
      response: { type: json, schema: null },
      statuses: [400, 401, 403, 404, 409, 412, 422, 428, 503, 507],
      summary: { zh: `${zh}：删除（可恢复）`, en: `Take a ${en} away; it can be restored` },
    }),
    restore: endpoint({
      ...common,
      id: `restore${name}`,
      method: 'POST',
      path: `${one}/restoration`,
      headers: ['idempotency-key'],
      statuses: [400, 401, 403, 404, 409, 422, 503, 507],
      summary: { zh: `${zh}：恢复`, en: `Bring a ${en} back` },
    }),
  };
}

export const recordEndpoints = Object.fromEntries(
  entities.map((entity) => [entity, { ...readersOf(entity), ...changersOf(entity), ...removersOf(entity) }]),
) as Readonly<Record<Entity, RecordEndpoints>>;

export const listAudit = /* @__PURE__ */ endpoint({
  ...plainEndpoint,
  id: 'listAudit',
  method: 'GET',
  path: '/api/v1/audit',
  query: 'audit',
  response: { type: json, schema: historySchema },
  roles: ['manager', 'admin'],
  statuses: [400, 401, 403],
  summary: { zh: '审计日志', en: 'Audit log' },
  description: {
    zh: '全部改动，最新在前：何人、何时、从何处、改前与改后。',
    en: 'All changes, latest first: who, when, from where, before and after.',
  },
});

/** What is done to a kind: of some there is no more than filing and reading. */
function servedEndpoints(entity: Entity): readonly Endpoint[] {
  const { read, history, create, ...others } = recordEndpoints[entity];
  return isFixed(entity) ? [read, history, create] : [read, history, create, ...Object.values(others)];
}

/** In the order of the kinds. */
export const allRecordEndpoints: readonly Endpoint[] = [...entities.flatMap(servedEndpoints), listAudit];
