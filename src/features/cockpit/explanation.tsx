/** What one figure is made of: formula, inputs, coverage, and the buildings behind it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { explanationQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { IndicatorExplanation } from '#contract/indicators.ts';
import type { CockpitPeriod } from '#domain/cockpit/address.ts';
import { additive } from '#domain/cockpit/sums.ts';
import { specOf } from '#domain/indicators/registry.ts';
import type { IndicatorUnit } from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { changeText, indicatorLine } from '#views/cockpit/indicator-text.ts';
import { periodName } from '#views/cockpit/period-name.ts';
import type { ExplainTarget } from './explain-target.ts';
import css from './explanation.module.css';
import { FindingList, type FindingWays } from './findings-list.tsx';
import { unitOf } from './indicator-unit.ts';
import { Answered } from './panel.tsx';
import { nameIn, type PageLanguage, usePageWords } from './use-page-words.ts';

type Part = IndicatorExplanation['parts'][number];

export interface ExplanationProps extends FindingWays {
  readonly target: ExplainTarget;
  readonly query: Query;
  readonly month: IsoMonth;
  readonly period: CockpitPeriod;
  /** Only these buildings; none: all. */
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}

export function ExplanationSheet(props: ExplanationProps) {
  const { target, onClose } = props;
  const { page, locale, cockpit } = usePageWords();
  const title = `${specOf(target.id)[locale]}${cockpit.aside(target.name)}`;
  return (
    <Sheet isOpen onOpenChange={onClose} title={title} closeLabel={page.explain.close} placement="right">
      <Loaded {...props} />
    </Sheet>
  );
}

function Loaded({ target, query, month, period, selected, ...ways }: ExplanationProps) {
  const { api } = useClient();
  const answer = useQuery(
    explanationQuery(api, {
      filter: query,
      id: target.id,
      level: target.level,
      period,
      ...(target.group !== null && { group: target.group }),
      at: month,
    }),
  );
  return (
    <Answered query={answer} height={480}>
      {(explanation) => <Body explanation={ofSelected(explanation, target, selected)} {...ways} />}
    </Answered>
  );
}

/** The same for the selected buildings: their parts added up, where parts add up. */
function ofSelected(
  explanation: IndicatorExplanation,
  { id, level }: ExplainTarget,
  selected: ReadonlySet<string>,
): IndicatorExplanation {
  if (selected.size === 0 || level !== 'district') return explanation;
  const parts = explanation.parts.filter(({ buildingId }) => selected.has(buildingId));
  const counted = parts.filter(({ excludedBecause }) => excludedBecause === null);
  const sum = (of: (part: Part) => number | null) =>
    additive.has(id) && counted.length > 0
      ? counted.reduce((total, part) => total + (of(part) ?? 0), 0)
      : null;
  const numerator = sum(({ numerator: own }) => own);
  const denominator = explanation.below === null ? null : sum(({ denominator: own }) => own);
  const ratio =
    numerator !== null && denominator !== null && denominator > 0 ? numerator / denominator : null;
  return {
    ...explanation,
    parts,
    numerator,
    denominator,
    value: explanation.below === null ? numerator : ratio,
    coverage: null,
    before: null,
    yearBefore: null,
  };
}

function Body({ explanation, ...ways }: FindingWays & { readonly explanation: IndicatorExplanation }) {
  const language = usePageWords();
  const { page, figures, locale } = language;
  const words = page.explain;
  const unit = unitOf(explanation.id);
  const { before, yearBefore, withheld } = explanation;
  return (
    <div className={css['body']}>
      <p className={css['value']}>{indicatorLine(unit, explanation.value, language)}</p>
      <p className={css['muted']}>
        {periodName(explanation.period, language)} · {words.asOf} {figures.date(explanation.asOf)}
      </p>
      {withheld !== null && <p>{words.withheld[withheld]}</p>}
      {explanation.isRounded && <p className={css['muted']}>{words.rounded}</p>}
      <dl className={css['facts']}>
        <Fact name={words.formula}>{explanation.formula[locale]}</Fact>
        <Operands explanation={explanation} />
        <Coverage explanation={explanation} />
        <Changed name={words.before} than={before} value={explanation.value} unit={unit} />
        <Changed name={words.yearBefore} than={yearBefore} value={explanation.value} unit={unit} />
        <Fact name={words.sources}>
          {explanation.sources.map((source) => words.sourceNames[source]).join(figures.words.listSeparator)}
        </Fact>
        <Fact name={words.edges}>{explanation.edges[locale]}</Fact>
      </dl>
      <Parts explanation={explanation} unit={unit} link={ways.link} />
      {explanation.findings.length > 0 && (
        <section aria-label={words.findings}>
          <h3 className={css['heading']}>{words.findings}</h3>
          <FindingList findings={explanation.findings} {...ways} />
        </section>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function operand(value: number | null, unit: string, { figures }: PageLanguage): string {
  return value === null ? figures.words.unknown : `${figures.number(value, 2)} ${unit}`;
}

function Operands({
  explanation: { above, below, numerator, denominator },
}: {
  readonly explanation: IndicatorExplanation;
}) {
  const language = usePageWords();
  const { page, locale } = language;
  return (
    <>
      <Fact name={`${page.explain.numerator} · ${above[locale]}`}>
        {operand(numerator, above.unit, language)}
      </Fact>
      {below && (
        <Fact name={`${page.explain.denominator} · ${below[locale]}`}>
          {operand(denominator, below.unit, language)}
        </Fact>
      )}
    </>
  );
}

function Coverage({
  explanation: { coverage, coverageWords },
}: {
  readonly explanation: IndicatorExplanation;
}) {
  const { page, figures, locale } = usePageWords();
  if (coverage === null) return null;
  return (
    <Fact name={page.explain.coverage}>
      {coverageInWords(coverage, figures)} <span className={css['muted']}>{coverageWords[locale]}</span>
    </Fact>
  );
}

function Changed({
  name,
  than,
  value,
  unit,
}: {
  readonly name: string;
  readonly than: IndicatorExplanation['before'];
  readonly value: number | null;
  readonly unit: IndicatorUnit;
}) {
  const language = usePageWords();
  const change = than && changeText(unit, than.value, value, language);
  if (!than || !change) return null;
  const sign = { up: '+', down: '−', none: '' }[change.direction];
  return (
    <Fact name={name}>
      {sign}
      {change.by}{' '}
      <span className={css['muted']}>
        {language.page.explain.change(
          periodName(than.period, language),
          indicatorLine(unit, than.value, language),
        )}
      </span>
    </Fact>
  );
}

const shownAtFirst = 12;

function Parts({
  explanation: { parts },
  unit,
  link,
}: { readonly explanation: IndicatorExplanation; readonly unit: IndicatorUnit } & Pick<FindingWays, 'link'>) {
  const { page, figures } = usePageWords();
  const [isWhole, setWhole] = useState(false);
  const counted = parts
    .filter(({ excludedBecause }) => excludedBecause === null)
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const excluded = parts.filter(({ excludedBecause }) => excludedBecause !== null);
  if (parts.length === 0) return null;
  const shown = isWhole ? counted : counted.slice(0, shownAtFirst);
  const count = (many: readonly Part[]) => figures.number(many.length, 0);
  return (
    <>
      <section aria-label={page.explain.parts(count(counted))}>
        <h3 className={css['heading']}>{page.explain.parts(count(counted))}</h3>
        <PartTable parts={shown} unit={unit} link={link} />
        {shown.length < counted.length && (
          <Button size="small" onPress={() => setWhole(true)}>
            {page.explain.showAll(count(counted))}
          </Button>
        )}
      </section>
      {excluded.length > 0 && (
        <section aria-label={page.explain.excluded(count(excluded))}>
          <h3 className={css['heading']}>{page.explain.excluded(count(excluded))}</h3>
          <ul className={css['excluded']}>
            {excluded.map((part) => (
              <Excluded key={part.buildingId} part={part} link={link} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PartTable({
  parts,
  unit,
  link,
}: { readonly parts: readonly Part[]; readonly unit: IndicatorUnit } & Pick<FindingWays, 'link'>) {
  const language = usePageWords();
  const { page, figures, locale } = language;
  return (
    <table className={css['parts']}>
      <thead>
        <tr>
          <th scope="col">{page.drill.building}</th>
          <th scope="col">{page.explain.value}</th>
          <th scope="col">{page.explain.numerator}</th>
          <th scope="col">{page.explain.weight}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.buildingId}>
            <th scope="row">
              {link(`/buildings/${encodeURIComponent(part.buildingId)}`, nameIn(locale, part))}
            </th>
            <td>{indicatorLine(unit, part.value, language)}</td>
            <td>{part.numerator === null ? figures.words.unknown : figures.number(part.numerator, 2)}</td>
            <td>{part.weight === null ? figures.words.unknown : figures.percent(part.weight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Excluded({ part, link }: { readonly part: Part } & Pick<FindingWays, 'link'>) {
  const { page, locale } = usePageWords();
  const { excludedBecause } = part;
  return (
    <li>
      {link(`/buildings/${encodeURIComponent(part.buildingId)}`, nameIn(locale, part))}{' '}
      <span className={css['muted']}>
        {excludedBecause !== null && page.explain.because[excludedBecause]}
      </span>
    </li>
  );
}
