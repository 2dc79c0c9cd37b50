import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ownAccountEndpoints } from '#contract/account-endpoints.ts';
import { administrationEndpoints } from '#contract/administration-endpoints.ts';
import { importEndpoints } from '#contract/import-endpoints.ts';
import { indicatorIds } from '#contract/indicator-ids.ts';
import { openApiDocument } from '#contract/openapi.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { someOfEach, withRemovals } from './district.ts';
import { importWorlds } from './import-world.ts';
import { schemaProblems } from './json-schema.ts';
import { operationsIn } from './requests.ts';
import { type RunOptions, sendGenerated } from './run.ts';
import { accountWorlds, personaWorld } from './worlds.ts';

const seed = 5;
const makeStore = () => withRemovals(memoryStore(someOfEach));
const importOperations = importEndpoints.map(({ id }) => id);
const accountOperations = [...ownAccountEndpoints, ...administrationEndpoints].map(({ id }) => id);

const folder = mkdtempSync(join(tmpdir(), 'loulan-generated-'));
afterAll(() => rmSync(folder, { recursive: true }));

function sent(requests: number, known: Partial<RunOptions> = {}) {
  return sendGenerated({
    portfolio: someOfEach,
    makeWorld: async () => personaWorld(someOfEach, await makeStore()),
    except: [...accountOperations, ...importOperations],
    requests,
    seed,
    known: { 'key of indicators': indicatorIds },
    ...known,
  });
}

test(`6,000 generated requests are answered as the API describes it (seed ${seed})`, async () => {
  const outcome = await sent(6_000);
  expect(outcome.failure, outcome.failure ?? '').toBeNull();
  expect(outcome.sent).toBeGreaterThanOrEqual(6_000);
  expect(await unreached(outcome.neverWell, 1_500)).toEqual([]);
});

/** Every operation is to be carried out at least once, not only refused; some are seldom met by chance alone. */
async function unreached(
  neverWell: readonly string[],
  requests: number,
  known: Partial<RunOptions> = {},
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of neverWell)
    left.push(...(await sent(requests, { ...known, except: allBut([id]) })).neverWell);
  return left;
}

function allBut(asked: readonly string[]): readonly string[] {
  const ids = operationsIn(openApiDocument()).map(({ operation }) => operation.operationId);
  return ids.filter((id) => !asked.includes(id));
}

/** What needs a second device, or a sign-in service elsewhere. */
const outOfReach = [
  'enterCode',
  'confirmTwoFactor',
  'removeTwoFactor',
  'makeRecoveryCodes',
  'startOidc',
  'finishOidc',
];

test(`800 generated requests about accounts are answered as described (seed ${seed})`, async () => {
  const except = allBut(accountOperations);
  const worlds = await accountWorlds(folder, someOfEach);
  const outcome = await sent(800, { ...worlds, except });
  expect(outcome.failure, outcome.failure ?? '').toBeNull();
  const within = outcome.neverWell.filter((id) => !outOfReach.includes(id));
  expect(await unreached(within, 150, worlds)).toEqual([]);
});

/** Sheets are named by the file that they came in, and a stream never ends. */
const notByChance = ['patchImportPart', 'getImportRows', 'reportImport', 'removeImportFile', 'followImport'];

test(`300 generated requests about imports are answered as described (seed ${seed})`, async () => {
  const worlds = await importWorlds(folder, someOfEach);
  const except = [...allBut(importOperations), 'followImport'];
  const outcome = await sent(300, { ...worlds, except });
  expect(outcome.failure, outcome.failure ?? '').toBeNull();
  const within = outcome.neverWell.filter((id) => !notByChance.includes(id));
  expect(await unreached(within, 60, worlds)).toEqual([]);
});

test('a server that fails is found, and the request that makes it fail is shown', async () => {
  const failing = async () => {
    const store = await makeStore();
    const isMeant = (key: string | undefined) => key === 'b1~u2';
    return personaWorld(someOfEach, {
      ...store,
      auditEntries: async (question) =>
        isMeant(question.key) ? Promise.reject(new Error('planted')) : store.auditEntries(question),
    });
  };
  const { failure } = await sent(6_000, { makeWorld: failing });
  expect(failure).toContain('status 500');
  expect(failure).toContain('planted');
  expect(failure).toMatch(/await fetch\("\/api\/v1\/records\/\w+\/b1~u2\/(history|restoration)/);
});

test('a record that is kept although it is none is found', async () => {
  const forgetful = async () => {
    const store = await makeStore();
    return personaWorld(someOfEach, {
      ...store,
      loadPortfolio: async (since) => {
        const loaded = await store.loadPortfolio(since);
        const buildings = loaded.portfolio.buildings.map((one) =>
          one.lifts === 4 ? one : { ...one, lifts: -1 },
        );
        return { ...loaded, portfolio: { ...loaded.portfolio, buildings } };
      },
    });
  };
  expect((await sent(100, { makeWorld: forgetful })).failure).toContain('outOfRange');
});

describe('an answer is compared with its schema', () => {
  const schemas = { Place: { type: 'object', properties: { lon: { type: 'number' } }, required: ['lon'] } };
  test.each([
    [{ type: 'integer', minimum: 1, maximum: 3 }, 2, 0],
    [{ type: 'integer', minimum: 1, maximum: 3 }, 4, 1],
    [{ type: 'integer' }, 1.5, 1],
    [{ type: ['string', 'null'] }, null, 0],
    [{ type: ['string', 'null'] }, 1, 1],
    [{ anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Place' }] }, { lon: 1 }, 0],
    [{ anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Place' }] }, { lat: 1 }, 1],
    [{ type: 'array', items: { enum: ['a', 'b'] }, maxItems: 2 }, ['a', 'c', 'b'], 2],
    [{ type: 'array', items: { enum: ['a', 'b'] }, minItems: 1 }, [], 1],
    [{ type: 'string', pattern: '^a', minLength: 2, maxLength: 3 }, 'abc', 0],
    [{ type: 'string', pattern: '^a', maxLength: 3 }, 'bcde', 2],
    [{ type: 'object', properties: {}, additionalProperties: false }, JSON.parse('{"__proto__":1}'), 1],
    [
      { type: 'object', propertyNames: { enum: ['a'] }, additionalProperties: { type: 'number' } },
      { b: 'x' },
      2,
    ],
    [{ const: 'building' }, 'unit', 1],
    [{}, Number.NaN, 0],
  ])('%j against %j: %i problems', (schema, value, count) => {
    expect(schemaProblems(schema, value, schemas)).toHaveLength(count);
  });

  test('a keyword that is not read is no schema that is met', () => {
    expect(() => schemaProblems({ oneOf: [] }, 1, {})).toThrow('oneOf is not read');
  });
});
