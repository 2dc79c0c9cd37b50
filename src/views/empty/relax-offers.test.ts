import { describe, expect, it } from 'vitest';
import type { ClausePhrase } from '#domain/words/describe.ts';
import { relaxOffers, unknownOffers } from './relax-offers.ts';

const phrases: readonly ClausePhrase[] = [
  { clause: 'plate', text: '标准层 ≥ 2,000', includesUnknown: false },
  { clause: 'vacancy', text: '空置率 ≤ 40%', includesUnknown: true },
  { clause: 'q', text: '文字', includesUnknown: false },
  { clause: 'rent', text: '租金 ≤ 60', includesUnknown: false },
];

describe('relaxOffers', () => {
  it('offers the most gaining clauses first, three at most, none without gain', () => {
    const offers = relaxOffers(
      [
        { clause: 'rent', gain: 2 },
        { clause: 'plate', gain: 12 },
        { clause: 'vacancy', gain: 5 },
        { clause: 'q', gain: 1 },
        { clause: 'gfa', gain: 40 },
      ],
      phrases,
    );
    expect(offers).toEqual([
      { clause: 'plate', gain: 12, phrase: '标准层 ≥ 2,000' },
      { clause: 'vacancy', gain: 5, phrase: '空置率 ≤ 40%' },
      { clause: 'rent', gain: 2, phrase: '租金 ≤ 60' },
    ]);
    expect(relaxOffers([{ clause: 'plate', gain: 0 }], phrases)).toEqual([]);
  });
});

describe('unknownOffers', () => {
  it('offers unknown values where there are some, the clause can have them and does not let them through yet', () => {
    expect(unknownOffers(() => 3, phrases).map(({ clause }) => clause)).toEqual(['plate', 'rent']);
    expect(unknownOffers((clause) => (clause === 'rent' ? 9 : 0), phrases)).toEqual([
      { clause: 'rent', phrase: '租金 ≤ 60', gain: 9 },
    ]);
  });
});
