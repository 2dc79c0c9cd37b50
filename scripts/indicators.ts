/** `node scripts/indicators.ts [--check]`: writes docs/indicators.md, or says whether it is what the registry gives. */
import { readFile, writeFile } from 'node:fs/promises';
import { findingRules, findingWords } from '#domain/indicators/finding-words.ts';
import { extensions, indicators, relatedIndicators } from '#domain/indicators/registry.ts';
import type { IndicatorSpec, IndicatorUnit, IndicatorVisibility } from '#domain/indicators/spec.ts';

const file = new URL('../docs/indicators.md', import.meta.url);
const name = 'docs/indicators.md';

const units: Readonly<Record<IndicatorUnit, string>> = {
  ratio: '0–1, shown as %',
  sqm: '㎡',
  yuanPerSqmMonth: '元/㎡/月',
  years: 'years',
  months: 'months',
  count: 'count',
  yuan: '元',
  yuanPerSqmYear: '元/㎡·year',
  yuanPerHead: '元/head',
  tier: 'tier 0–5',
  index: 'index 0–1',
};

const visibilities: Readonly<Record<IndicatorVisibility, string>> = {
  public: 'everybody',
  published: 'staff; everybody for the district and circles that give no firm away',
  staff: 'staff',
  manager: 'managers',
};

function section(spec: IndicatorSpec): string {
  const { denominator, numerator } = spec;
  const number = spec.number === null ? '' : `${spec.number} `;
  const below = denominator ? ` ÷ ${denominator.zh} / ${denominator.en} (${denominator.unit})` : '';
  const related = spec.related.map((id) => `\`${id}\``).join(', ');
  const kind = spec.kind === 'stock' ? 'as of the last day of the period' : 'of the period';
  return [
    `### ${number}${spec.zh} · ${spec.en}`,
    '',
    `\`${spec.id}\` · ${units[spec.unit]} · ${kind} · ${spec.grains.join(', ')} · for ${visibilities[spec.visibility]}${related && ` · with ${related}`}`,
    '',
    `- 公式: ${spec.formula.zh}`,
    `- Formula: ${spec.formula.en}`,
    `- Inputs: ${numerator.zh} / ${numerator.en} (${numerator.unit})${below}`,
    `- Coverage: ${spec.coverage.zh} / ${spec.coverage.en}`,
    `- ${spec.edges.zh}`,
    `- ${spec.edges.en}`,
    '',
  ].join('\n');
}

const rules = findingRules.map((rule) => {
  const { says, fix } = findingWords[rule];
  return `| \`${rule}\` | ${says.zh} ${says.en} | ${fix.zh} ${fix.en} |`;
});

const wanted = [
  '# Indicators',
  '',
  'Written by `node scripts/indicators.ts` from `src/domain/indicators/registry.ts`; do not edit by hand.',
  '',
  'All figures of groups are ratios of sums over their buildings, never means of ratios. What is not known is in neither sum, and the coverage says how much is known. How they are counted over time and groups is in [decision 028](decisions/028-indicators-over-time-and-groups.md).',
  '',
  '## The 18',
  '',
  ...indicators.map(section),
  '## Companions',
  '',
  ...relatedIndicators.map(section),
  '## Extensions',
  '',
  'Rates of landed projects are not among them: no projects are on record.',
  '',
  ...extensions.map(section),
  '## Data quality',
  '',
  'What a finding names is left out of the figures that it concerns, and lowers their coverage.',
  '',
  '| rule | what it says | what mends it |',
  '| --- | --- | --- |',
  ...rules,
  '',
].join('\n');

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    process.stderr.write(`${name} is not what the registry gives; run "node scripts/indicators.ts"\n`);
    process.exit(1);
  }
} else {
  await writeFile(file, wanted);
  process.stdout.write(`wrote ${name}\n`);
}
