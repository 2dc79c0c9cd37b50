import { expect, test } from 'vitest';
import { extractText } from '#contract/extract.ts';
import { personaHeader } from '#contract/session.ts';
import { mostExtractText } from '#domain/extract/terms.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../tests/api.ts';

const api = anApi(samplePortfolio());

async function ask(body: unknown, persona = 'staff', raw = false) {
  const response = await api.request(extractText.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [personaHeader]: persona },
    body: raw ? String(body) : JSON.stringify(body),
  });
  return { response, answer: await response.json() };
}

test('a requirement is answered with the words that say it, relative days counted from the clock', async () => {
  const text = '约60人，想要1500到2000平整层，层高4米以上，小白楼附近，明年3月前';
  const { response, answer } = await ask({ kind: 'requirement', text });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(extractText.response.schema.parse(answer)).toEqual(answer);
  const { fields } = answer.items[0];
  expect(fields.areaMin).toEqual({
    value: 1500,
    bound: 'exact',
    unit: 'sqm',
    span: [7, 17],
    text: '1500到2000平',
  });
  expect(fields.startBy).toMatchObject({ value: '2027-03', text: '明年3月' });
  expect(fields.circles).toMatchObject({ value: ['小白楼'] });
});

test('the day is that of the district, not of the server', async () => {
  // 2026-11-02 08:30 UTC; the clock of the API says so.
  const { answer } = await ask({ kind: 'requirement', text: '500平，三个月内搬' });
  expect(answer.items[0].fields.startBy.value).toBe('2027-02-02');
});

test.each(['public'])('%s may not ask', async (persona) => {
  const { response } = await ask({ kind: 'building', text: '五号院写字楼' }, persona);
  expect(response.status).toBe(403);
});

test('a text about something else has no items, and says so', async () => {
  const { response, answer } = await ask({ kind: 'building', text: '今天晴，最高气温8度。' });
  expect(response.status).toBe(200);
  expect(answer).toEqual({ items: [], notes: [{ code: 'noBuilding', field: null, span: null, text: null }] });
});

test.each([
  ['not json', 400],
  ['[]', 400],
  ['{"kind":"building"}', 400],
  ['{"kind":"poem","text":"x"}', 400],
  ['{"kind":"building","text":7}', 400],
  ['{"kind":"building","text":" \\n\\u3000 "}', 400],
  ['{"kind":"building","text":"x","more":1}', 400],
])('%s is refused', async (body, status) => {
  const { response, answer } = await ask(body, 'staff', true);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.detail).toMatch(/^invalid /);
});

test('a text may be so long, and no longer', async () => {
  const longest = '层'.repeat(mostExtractText);
  expect((await ask({ kind: 'building', text: longest })).response.status).toBe(200);
  const { response, answer } = await ask({ kind: 'building', text: `${longest}高` });
  expect(response.status).toBe(413);
  expect(answer.detail).toContain('20001');
  expect((await ask({ kind: 'building', text: '层高'.repeat(170_000) })).response.status).toBe(413);
});

test('markup in a text is answered as text in JSON', async () => {
  const text = '<b onclick="x">五号院写字楼</b>建筑<script>层高9米</script>面积8万㎡';
  const { response, answer } = await ask({ kind: 'building', text });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.items[0].fields).not.toHaveProperty('floorToFloorHeight');
  expect(answer.items[0].fields.gfa).toMatchObject({ value: 80_000, text: '8万㎡' });
});
