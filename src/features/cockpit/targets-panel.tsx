/** How far the targets are, and where the trend leads. */
import { useQuery } from '@tanstack/react-query';
import { targetStandingsQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { TargetStanding } from '#contract/cockpit.ts';
import { coreIds, type IndicatorUnit } from '#domain/indicators/spec.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { indicatorLine } from '#views/cockpit/indicator-text.ts';
import { unitOf } from './indicator-unit.ts';
import { Answered } from './panel.tsx';
import css from './targets-panel.module.css';
import { nameIn, usePageWords } from './use-page-words.ts';

export function TargetsPanel({
  names,
  onEdit,
}: {
  readonly names: NamesOf;
  /** null: the role may not. */
  readonly onEdit: ((id: string, name: string) => void) | null;
}) {
  const { api } = useClient();
  const { page } = usePageWords();
  const standings = useQuery(targetStandingsQuery(api));
  return (
    <Answered query={standings} height={320}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={css['muted']}>{page.targets.none}</p>
        ) : (
          <ul className={css['list']}>
            {items.map((standing) => (
              <Target key={standing.id} standing={standing} names={names} onEdit={onEdit} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

/** Two targets are of figures that are no indicators: a count of buildings and a rate. */
export function targetUnit(indicator: string): IndicatorUnit {
  const own: Readonly<Record<string, IndicatorUnit>> = {
    buildingsOverBillion: 'count',
    heritageActivationRate: 'ratio',
  };
  const id = coreIds.find((one) => one === indicator);
  return id ? unitOf(id) : (own[indicator] ?? 'count');
}

function Target({
  standing,
  names,
  onEdit,
}: {
  readonly standing: TargetStanding;
  readonly names: NamesOf;
  readonly onEdit: ((id: string, name: string) => void) | null;
}) {
  const language = usePageWords();
  const { page, figures, cockpit, locale } = language;
  const unit = targetUnit(standing.indicator);
  const say = (value: number | null) => indicatorLine(unit, value, language);
  const name = nameIn(locale, standing);
  const { actualMonth, source } = standing;
  return (
    <li className={css['target']}>
      <div className={css['head']}>
        {onEdit ? (
          <button
            type="button"
            className={css['open']}
            aria-label={page.targets.edit(name)}
            onClick={() => onEdit(standing.id, name)}
          >
            {name}
          </button>
        ) : (
          <strong>{name}</strong>
        )}
        <span className={css['muted']}>
          {[
            standing.scope === null ? page.drill.district : names('circle', standing.scope),
            standing.synthetic && page.targets.synthetic,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <dl className={css['figures']}>
        <Figure
          name={page.targets.target}
          value={say(standing.targetValue)}
          note={figures.month(standing.dueMonth)}
        />
        <Figure
          name={page.targets.actual}
          value={say(standing.actual)}
          note={actualMonth === null ? '' : figures.month(actualMonth)}
        />
        <Figure name={page.targets.gap} value={gapText(standing, unit, language)} note="" />
      </dl>
      <p className={css['muted']}>
        {forecastText(standing, say, language)}
        {standing.coverage !== null && standing.coverage < 1 && (
          <> · {cockpit.covered(figures.percent(standing.coverage, 0))}</>
        )}
        {source !== null && <> · {page.targets.source(source)}</>}
      </p>
    </li>
  );
}

function Figure({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} <span className={css['muted']}>{note}</span>
      </dd>
    </div>
  );
}

type Language = ReturnType<typeof usePageWords>;

/** Of rates in percentage points, like all their changes. */
export function gapText({ gap }: TargetStanding, unit: IndicatorUnit, language: Language): string {
  const { page, figures, cockpit } = language;
  if (gap === null) return figures.words.unknown;
  if (gap === 0) return page.targets.reached;
  const size = Math.abs(gap);
  const text =
    unit === 'ratio'
      ? `${figures.number(size * 100, 1)} ${cockpit.unit.points}`
      : indicatorLine(unit, size, language);
  return gap < 0 ? page.targets.over(text) : text;
}

function forecastText(
  { forecast }: TargetStanding,
  say: (value: number) => string,
  { page, figures }: Language,
): string {
  if (!forecast) return page.targets.noForecast;
  const { from, to, points } = forecast.basis;
  const basis = page.targets.basis(figures.month(from), figures.month(to), figures.number(points, 0));
  const end = forecast.reaches ? page.targets.reaches : page.targets.misses;
  return `${page.targets.forecast} ${say(forecast.value)} · ${end} · ${basis}`;
}
