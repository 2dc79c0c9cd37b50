/** Somebody without an account tries to learn of single firms, with every question that the API takes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndicatorExplanation, Indicators } from '#contract/indicators.ts';
import { anApi } from '../../../tests/api.ts';
import { anyFirms, circles, district, districtOf } from '../../../tests/district-of-firms.ts';

const counted = ['tenantCount', 'netTenantInflow'];
const shared = ['localRegistrationRate', 'localTaxpayerRate', 'leadingIndustryShare', 'industryHhi'];
const aboutFirms = [...counted, ...shared];

type Api = ReturnType<typeof anApi>;
async function asked<T>(api: Api, path: string, persona = 'public'): Promise<T> {
  const response = await api.get(`/api/v1/${path}`, { persona });
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const span = 'from=2026-06&to=2026-10';
const table = (api: Api, question: string, persona?: string) =>
  asked<Indicators>(api, `indicators?${span}&${question}`, persona);

/** Everything about firms that was told, and nothing else. */
function told({ groups, periods }: Indicators) {
  return groups.flatMap(({ id: group, series }) =>
    Object.entries(series)
      .filter(([id]) => aboutFirms.includes(id))
      .flatMap(([id, one]) =>
        periods.map((period, at) => ({ group, id, period, at, value: one.values[at] ?? null, one })),
      ),
  );
}

test('the public gets no figure about firms by building, with a filter or of groups that it chose, and is told why', async () => {
  const api = anApi(
    districtOf(
      Array.from({ length: 20 }, () => ({
        circle: 0,
        building: 0,
        isLocal: true,
        since: '2020-01-01',
        until: '2030-01-01',
      })),
    ),
  );
  const tries: readonly (readonly [string, string])[] = [
    ['level=building', 'level'],
    ['level=type', 'level'],
    ['level=subdistrict', 'level'],
    ['level=grade', 'level'],
    ['level=district&circle=north', 'filtered'],
    ['level=circle&gfa=0..', 'filtered'],
    ['level=circle&q=north', 'filtered'],
    ['level=district&bbox=117,39,118,40&unknown=gfa', 'filtered'],
    ['level=circle&ids=north', 'chosen'],
    [`level=district&ids=${district.adcode}`, 'chosen'],
    ['level=building&ids=north0', 'level'],
  ];
  for (const [question, reason] of tries) {
    const answer = await table(api, question);
    expect(told(answer), question).toEqual([]);
    expect(
      answer.withheld.map(({ indicator }) => indicator),
      question,
    ).toEqual(expect.arrayContaining(aboutFirms));
    for (const one of answer.withheld)
      expect(one, question).toMatchObject({ reason, group: null, periods: null });
  }
});

test('terms and tax do not exist for the public, whatever it asks', async () => {
  const api = anApi(districtOf([]));
  for (const id of [
    'waltByArea',
    'expiring12mRate',
    'netEffectiveRent',
    'totalTax',
    'taxPerSqm',
    'keyBuildingTaxShare',
  ]) {
    expect((await api.get(`/api/v1/indicators/${id}/explain`, { persona: 'public' })).status).toBe(403);
    expect((await api.get(`/api/v1/indicators?indicators=${id}`, { persona: 'public' })).status).toBe(400);
  }
  const answer = await table(api, 'level=circle');
  const names = JSON.stringify(answer);
  expect(names).not.toMatch(/walt|expiring|netEffective|[tT]ax(?!payer)/);
});

test('whatever the district, no number is told beside a figure, and a share only of the month of the data', async () => {
  await fc.assert(
    fc.asyncProperty(anyFirms, fc.constantFrom('month', 'quarter', 'year'), async (firms, period) => {
      const api = anApi(districtOf(firms));
      for (const level of ['circle', 'district']) {
        const answer = await table(api, `level=${level}&period=${period}`);
        for (const { id, value, one, at } of told(answer)) {
          expect([one.numerators[at], one.denominators[at]]).toEqual([null, null]);
          if (value === null || counted.includes(id)) continue;
          expect(at).toBe(answer.periods.length - 1);
          expect(value * 20).toBeCloseTo(Math.round(value * 20), 9);
          expect(answer.rounded).toContain(id);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('whatever the district, no group of fewer than three firms is told of, nor can it be subtracted from the whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyFirms, async (firms) => {
      const api = anApi(districtOf(firms));
      const answer = await table(api, 'level=circle');
      const all = await table(api, 'level=district');
      const there = (group: string | null, period: string) =>
        firms.filter(
          ({ circle, since, until }) =>
            (group === null || circles[circle] === group) &&
            since <= `${period}-28` &&
            until > `${period}-30`,
        ).length;
      const isTold = (source: Indicators, group: string) => told(source).some((one) => one.group === group);
      const shown = circles.filter((group) => isTold(answer, group));
      for (const period of answer.periods) {
        const sizes = shown.map((group) => there(group, period));
        // Nobody at all, or three at least.
        for (const size of sizes) expect([1, 2]).not.toContain(size);
        if (!isTold(all, district.adcode)) continue;
        expect([1, 2]).not.toContain(there(null, period) - sizes.reduce((sum, size) => sum + size, 0));
      }
      // What is told of a circle in one month is told of it in all: no other month fills the gap.
      for (const group of circles.filter((one) => !shown.includes(one))) {
        expect(answer.withheld.filter((one) => one.group === group).map(({ reason }) => reason)).toContain(
          'tooFew',
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('whatever the district, counts put together over circles and the whole never come to one firm or two', async () => {
  const anySigns = fc.tuple(...circles.map(() => fc.constantFrom(0, 1)));
  await fc.assert(
    fc.asyncProperty(anyFirms, anySigns, async (firms, taken) => {
      const api = anApi(districtOf(firms));
      const counts = (answer: Indicators) =>
        told(answer).filter(({ id, value }) => id === 'tenantCount' && value !== null);
      const ofCircles = counts(await table(api, 'level=circle'));
      for (const { period, value } of counts(await table(api, 'level=district'))) {
        const own = ofCircles.filter((one) => one.period === period);
        const some = own.filter(({ group }) => taken[circles.indexOf(group)] === 1);
        const rest = (value ?? 0) - some.reduce((sum, one) => sum + (one.value ?? 0), 0);
        expect([1, 2]).not.toContain(rest);
      }
    }),
    { numRuns: 60 },
  );
});

test('a firm that comes gives itself away in no share: what was told before it came is not told any more', async () => {
  const ten = Array.from({ length: 10 }, (_, at) => ({
    circle: 0,
    building: at % 2,
    isLocal: at > 0,
    since: '2020-01-01',
    until: '2030-01-01',
  }));
  const newcomer = { circle: 0, building: 0, isLocal: false, since: '2026-10-01', until: '2030-01-01' };
  const api = anApi(districtOf([...ten, newcomer]));
  const shares = async (question: string) =>
    told(await table(api, `level=district&indicators=localRegistrationRate&${question}`)).map(
      ({ value }) => value,
    );
  // 9 of 10 in September, 9 of 11 in October: the first would tell of the newcomer.
  expect(await shares('')).toEqual([null, null, null, null, 0.8]);
  const past = await asked<Indicators>(
    api,
    'indicators?indicators=localRegistrationRate&from=2026-06&to=2026-09',
  );
  expect(told(past).every(({ value }) => value === null)).toBe(true);
  expect(past.withheld).toMatchObject([{ reason: 'past', periods: past.periods }]);
  for (const at of ['2026-09', '2026-01']) {
    const one = await asked<IndicatorExplanation>(api, `indicators/localRegistrationRate/explain?at=${at}`);
    expect(one).toMatchObject({ value: null, withheld: 'past' });
  }
  const now = await asked<IndicatorExplanation>(api, 'indicators/localRegistrationRate/explain');
  expect(now).toMatchObject({
    value: 0.8,
    before: { value: null, change: null },
    yearBefore: { value: null },
  });
});

test('an explanation tells the public no more than the table does: no parts, no firms, the same rounding', async () => {
  const crowd = Array.from({ length: 23 }, (_, at) => ({
    circle: at % 2,
    building: at % 3 === 0 ? 1 : 0,
    isLocal: at % 4 > 0,
    since: '2020-01-01',
    until: '2030-01-01',
  }));
  const lonely = { circle: 2, building: 0, isLocal: true, since: '2020-01-01', until: '2030-01-01' };
  const api = anApi(districtOf([...crowd, lonely]));
  for (const id of aboutFirms) {
    const whole = await asked<IndicatorExplanation>(api, `indicators/${id}/explain`);
    expect(whole).toMatchObject({
      parts: [],
      findings: [],
      sources: [],
      numerator: null,
      denominator: null,
      withheld: 'parts',
      isRounded: shared.includes(id),
    });
    const series = (await table(api, `level=district&indicators=${id}`)).groups[0]?.series;
    expect(whole.value).toBe(Object.values(series ?? {})[0]?.values.at(-1));
    const alone = await asked<IndicatorExplanation>(api, `indicators/${id}/explain?level=circle&group=east`);
    expect(alone).toMatchObject({ value: null, coverage: null, parts: [], withheld: 'tooFew' });
    for (const [question, withheld] of [
      ['level=building&group=east0', 'level'],
      ['circle=east', 'filtered'],
    ]) {
      const denied = await asked<IndicatorExplanation>(api, `indicators/${id}/explain?${question}`);
      expect(denied, question).toMatchObject({ value: null, parts: [], withheld });
    }
  }
  for (const path of [
    'indicators?level=circle',
    'indicators/tenantCount/explain',
    'watchlist',
    'indicators?level=building',
  ]) {
    expect(JSON.stringify(await asked(api, path)), path).not.toMatch(/机密|"e\d|"l\d/);
  }
});

test('staff get the same figures exactly, of any buildings', async () => {
  const firms = Array.from({ length: 7 }, (_, at) => ({
    circle: at % 3,
    building: 0,
    isLocal: at > 2,
    since: '2020-01-01',
    until: '2030-01-01',
  }));
  const answer = await table(
    anApi(districtOf(firms)),
    'level=building&indicators=tenantCount&circle=north',
    'staff',
  );
  expect(answer).toMatchObject({ rounded: [], withheld: [] });
  expect(answer.groups[0]?.series.tenantCount?.values.at(-1)).toBe(3);
});
