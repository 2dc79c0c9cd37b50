import type { Portfolio } from '#domain/model/portfolio.ts';

/** Where the truth lies. All questions are answered from what `loadPortfolio` gives; a store never filters. */
export interface Store {
  /** Letters, digits and `-`; changes whenever `loadPortfolio` would give something else. Cheap to ask. */
  revision(): Promise<string>;
  /** Everything as of now. Must not be changed by the caller. */
  loadPortfolio(): Promise<Portfolio>;
  /** Whether the data are nothing but the sample: all made up, except buildings published for everybody. */
  isSample(): Promise<boolean>;
}
