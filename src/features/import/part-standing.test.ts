import { expect, test } from 'vitest';
import type { ImportPart } from '#contract/imports.ts';
import { inOrderOfNeed, needsAttention, standingOf, totalsOf } from './part-standing.ts';

const result = (wrong: number, isClean: boolean, isCurrent = true): NonNullable<ImportPart['result']> => ({
  counts: { new: 2, changed: 1, unchanged: 5, wrong, skipped: 1 },
  problems: [],
  problemTotal: wrong,
  isClean,
  isCurrent,
});

function aPart(change: Partial<ImportPart>): ImportPart {
  return {
    id: 'p',
    fileId: 'f',
    sheet: 's',
    rowCount: 9,
    headingRows: [1],
    headings: [],
    fingerprint: '',
    preview: [],
    include: true,
    mapping: { entity: 'unit', columns: [], constants: [], datum: 'wgs84' },
    isRemembered: false,
    notes: [],
    lacking: [],
    emptyClears: false,
    skipWrong: false,
    isDatumConfirmed: false,
    corrections: [],
    answers: [],
    questions: [],
    result: null,
    ...change,
  };
}

const ready = aPart({ id: 'ready', result: result(0, true) });
const wrong = aPart({ id: 'wrong', result: result(3, false) });
const skipping = aPart({ id: 'skipping', skipWrong: true, result: result(3, true) });
const lacking = aPart({ id: 'lacking', lacking: ['month'] });
const fresh = aPart({ id: 'fresh' });
const left = aPart({ id: 'left', include: false, result: result(3, false) });
const unknown = aPart({ id: 'unknown', include: false, mapping: null });
const all = [ready, left, fresh, unknown, wrong, skipping, lacking];

test('a sheet needs attention when it is wrong or lacks a column, and not when it is left out', () => {
  expect(all.map(standingOf)).toEqual(['ready', 'left', 'unchecked', 'unknown', 'wrong', 'ready', 'lacking']);
  expect(all.filter(needsAttention)).toEqual([wrong, lacking]);
});

test('columns that are lacking stop mattering once a dry run found nothing wrong', () => {
  expect(standingOf(aPart({ lacking: ['month'], result: result(0, true) }))).toBe('ready');
});

test('those that need attention come first, else the order of the files stays', () => {
  expect(inOrderOfNeed(all)).toEqual(['wrong', 'lacking', 'unknown', 'fresh', 'ready', 'skipping', 'left']);
});

test('rows of sheets that are left out are not counted', () => {
  const totals = totalsOf(all);
  expect(totals.counts).toEqual({ new: 6, changed: 3, unchanged: 15, wrong: 6, skipped: 3 });
  expect(totals.sheets).toEqual({ wrong: 1, lacking: 1, unknown: 1, unchecked: 1, ready: 2, left: 1 });
});

test('figures are current while every sheet that takes part was looked at as it is', () => {
  expect(totalsOf([ready, left]).isCurrent).toBe(true);
  expect(totalsOf([ready, fresh]).isCurrent).toBe(false);
  expect(totalsOf([aPart({ result: result(0, true, false) })]).isCurrent).toBe(false);
});
