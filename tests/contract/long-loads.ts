/** What every store must do when much is to be loaded. */
import { expect, test } from 'vitest';
import { changeOf, inKeyOrder } from '#domain/records/change.ts';
import { mostAtOnce } from '#server/api/store.ts';
import { aBuilding, aPortfolio, aUnit } from '../builders.ts';
import { aWrite, type StoreMaker } from './write.ts';

const lifts = (count: number) => changeOf('building', aBuilding(), aBuilding({ lifts: count }));
const manyUnits = () =>
  Array.from({ length: mostAtOnce + 1 }, (_, i) =>
    changeOf('unit', null, aUnit({ id: `m${i}`, position: i })),
  );

export function describeLongLoads(kind: string, make: StoreMaker): void {
  test(`${kind}: of many changes is told before they are all there, of a few is not`, async () => {
    const store = await make(aPortfolio(), []);
    const first = await store.loadPortfolio();
    let told = 0;
    const tell = () => {
      told += 1;
    };
    await store.commit(aWrite(first.revision, [lifts(6)]));
    const second = await store.loadPortfolio(first, tell);
    expect(told).toBe(0);
    await store.commit(aWrite(second.revision, manyUnits()));
    const third = await store.loadPortfolio(second, tell);
    expect(told).toBeGreaterThan(0);
    expect(third.changes).toHaveLength(mostAtOnce + 1);
    expect(third.portfolio.units).toHaveLength(mostAtOnce + 1);
  });

  test(`${kind}: what is loaded while others write is of one moment`, async () => {
    const store = await make(aPortfolio(), []);
    const first = await store.loadPortfolio();
    const many = manyUnits();
    await store.commit(aWrite(first.revision, many));
    const long = store.loadPortfolio(first);
    const revision = await store.revision();
    const gone = many.slice(-10).map(({ after }) => changeOf('unit', after as never, null));
    await store.commit(aWrite(revision, [...gone, lifts(6)]));
    const loaded = await long;
    const isBefore = loaded.revision === revision;
    expect(loaded.portfolio.units).toHaveLength(isBefore ? many.length : many.length - 10);
    expect(loaded.portfolio.buildings[0]?.lifts).toBe(isBefore ? aBuilding().lifts : 6);
    const last = await store.loadPortfolio(loaded);
    expect(inKeyOrder(last.portfolio)).toEqual(inKeyOrder((await store.loadPortfolio()).portfolio));
  });
}
