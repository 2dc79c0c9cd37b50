/** The sample that ships with the product: two real records among some 210 made-up ones. */
import type { Portfolio } from '#domain/model/portfolio.ts';
import { generatePortfolio } from './generate.ts';
import { planningOf, publishedTargets } from './planning.ts';
import { realBuildings, realFacts } from './real.ts';

/** Ids of what anybody may read elsewhere: it does not keep a sample from being one. */
export const publishedIds: readonly string[] = [...realBuildings, ...publishedTargets].map(({ id }) => id);

let sample: WeakRef<Portfolio> | null = null;

/** Buildings in order of their ids. The same object as long as anybody holds it: a server needs it once. */
export function samplePortfolio(): Portfolio {
  const known = sample?.deref();
  if (known) return known;
  const made = assemble();
  sample = new WeakRef(made);
  return made;
}

function assemble(): Portfolio {
  const generated = generatePortfolio();
  return {
    ...generated,
    ...planningOf(generated),
    buildings: [...generated.buildings, ...realBuildings].sort((a, b) => (a.id < b.id ? -1 : 1)),
    facts: [...generated.facts, ...realFacts],
  };
}
