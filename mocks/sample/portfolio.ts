/** The sample that ships with the product: two real records among some 210 made-up ones. */
import type { Portfolio } from '#domain/model/portfolio.ts';
import { generatePortfolio } from './generate.ts';
import { realBuildings, realFacts } from './real.ts';

let sample: Portfolio | null = null;

/** Buildings in order of their ids. Made on the first call, the same object ever after. */
export function samplePortfolio(): Portfolio {
  sample ??= assemble();
  return sample;
}

function assemble(): Portfolio {
  const generated = generatePortfolio();
  return {
    ...generated,
    buildings: [...generated.buildings, ...realBuildings].sort((a, b) => (a.id < b.id ? -1 : 1)),
    facts: [...generated.facts, ...realFacts],
  };
}
