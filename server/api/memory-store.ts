import type { BuildingId } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { fingerprint } from './fingerprint.ts';
import type { Store } from './store.ts';

export interface MemoryStoreOptions {
  /** Real buildings whose records are public knowledge; they do not keep a sample from being one. */
  readonly published?: readonly BuildingId[];
  /** Instead of a fingerprint of the data. */
  readonly revision?: string;
}

/** A store over one portfolio that never changes. Equal data have equal revisions, in any process. */
export function memoryStore(portfolio: Portfolio, options: MemoryStoreOptions = {}): Store {
  let revision = options.revision ?? null;
  const isSample = isSampleOf(portfolio, options.published ?? []);
  return {
    revision: async () => {
      revision ??= fingerprint(portfolio);
      return revision;
    },
    loadPortfolio: async () => portfolio,
    isSample: async () => isSample,
  };
}

/**
 * Whether a portfolio holds nothing that needs protection: its firms are made up, and so are its buildings
 * except the published ones, which carry no contacts, units, leases or tax.
 */
export function isSampleOf(portfolio: Portfolio, published: readonly BuildingId[]): boolean {
  const real = portfolio.buildings.filter((building) => !building.synthetic);
  const realIds = new Set(real.map((building) => building.id));
  const isReal = (record: { readonly buildingId: BuildingId }) => realIds.has(record.buildingId);
  return (
    real.every((building) => published.includes(building.id) && building.steward === null) &&
    portfolio.enterprises.every((enterprise) => enterprise.synthetic) &&
    !portfolio.units.some(isReal) &&
    !portfolio.leases.some(isReal) &&
    !portfolio.taxRecords.some(isReal)
  );
}
