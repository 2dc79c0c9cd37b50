/** What every store must do, whatever it keeps its data in. */
import { expect, test } from 'vitest';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Store } from '#server/api/store.ts';
import { aBuilding, anEnterprise, aPortfolio, aUnit } from '../builders.ts';

/** Makes a store that holds a portfolio; the ids are those of real buildings that are public knowledge. */
export type StoreMaker = (portfolio: Portfolio, published: readonly string[]) => Promise<Store>;

/** Runs the suite over one kind of store. */
export function describeStore(kind: string, make: StoreMaker): void {
  test(`${kind}: gives back what it holds`, async () => {
    const portfolio = aPortfolio({ units: [aUnit()] });
    const store = await make(portfolio, []);
    expect(await store.loadPortfolio()).toEqual(portfolio);
  });

  test(`${kind}: the revision stays while the data do, and fits an ETag`, async () => {
    const store = await make(aPortfolio(), []);
    const revision = await store.revision();
    expect(revision).toMatch(/^[\w-]+$/);
    await store.loadPortfolio();
    expect(await store.revision()).toBe(revision);
  });

  test(`${kind}: other data, other revision`, async () => {
    const before = await make(aPortfolio(), []);
    const after = await make(aPortfolio({ buildings: [aBuilding({ lifts: 4 })] }), []);
    expect(await after.revision()).not.toBe(await before.revision());
  });

  test(`${kind}: made-up data are a sample, published records may stand among them`, async () => {
    const published = aBuilding({ id: 'real', synthetic: false });
    const portfolio = aPortfolio({ buildings: [aBuilding(), published] });
    expect(await (await make(portfolio, ['real'])).isSample()).toBe(true);
    expect(await (await make(portfolio, [])).isSample()).toBe(false);
  });

  test(`${kind}: one real firm, contact or unit, and it is no sample any more`, async () => {
    const published = aBuilding({ id: 'real', synthetic: false });
    const withFirm = aPortfolio({ enterprises: [anEnterprise({ synthetic: false })] });
    expect(await (await make(withFirm, [])).isSample()).toBe(false);
    const steward = { name: '某人', phone: null };
    const withContact = aPortfolio({ buildings: [{ ...published, steward }] });
    expect(await (await make(withContact, ['real'])).isSample()).toBe(false);
    const withUnit = aPortfolio({ buildings: [published], units: [aUnit({ buildingId: 'real' })] });
    expect(await (await make(withUnit, ['real'])).isSample()).toBe(false);
  });
}
