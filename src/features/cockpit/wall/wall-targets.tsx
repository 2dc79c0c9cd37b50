/** How far the targets are, in type that is read from across a room. */
import type { TargetStanding } from '#contract/cockpit.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { WallMessages } from '#format/messages/wall.ts';
import { indicatorLine } from '#views/cockpit/indicator-text.ts';
import { gapText, targetUnit } from '../targets-panel.tsx';
import { nameIn } from '../use-page-words.ts';
import { useWallWords } from './use-wall-words.ts';
import css from './wall-targets.module.css';

/** As many as one view holds. */
const perPage = 6;

/** Targets by the views that show them. */
export function targetPages(items: readonly TargetStanding[]): readonly (readonly TargetStanding[])[] {
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, page) =>
    items.slice(page * perPage, (page + 1) * perPage),
  );
}

export function TargetsView({
  items,
  names,
}: {
  readonly items: readonly TargetStanding[];
  readonly names: NamesOf;
}) {
  return (
    <ul className={css['grid']}>
      {items.map((standing) => (
        <Target key={standing.id} standing={standing} names={names} />
      ))}
    </ul>
  );
}

function Target({ standing, names }: { readonly standing: TargetStanding; readonly names: NamesOf }) {
  const language = useWallWords();
  const { wall, figures, cockpit, locale } = language;
  const { scope, actual, actualMonth, coverage, forecast, synthetic } = standing;
  const unit = targetUnit(standing.indicator);
  const say = (value: number | null) => indicatorLine(unit, value, language);
  const place = scope === null ? wall.scopeOfTarget : names('circle', scope);
  const covered = coverage !== null && coverage < 1 && cockpit.covered(figures.percent(coverage, 0));
  const notes = [actualMonth !== null && figures.month(actualMonth), covered].filter(Boolean);
  const distance = gapText(standing, unit, language);
  return (
    <li className={css['target']}>
      <h2 className={css['name']}>{nameIn(locale, standing)}</h2>
      <p className={css['muted']}>{[place, synthetic && wall.synthetic].filter(Boolean).join(' · ')}</p>
      <p className={actual === null ? css['missing'] : css['value']}>{say(actual)}</p>
      <p className={css['muted']}>{notes.join(' · ')}</p>
      <p className={css['line']}>
        {wall.target(say(standing.targetValue), figures.month(standing.dueMonth))}
      </p>
      <p className={css['line']}>{(standing.gap ?? 1) > 0 ? wall.gap(distance) : distance}</p>
      <p className={css['muted']}>
        {forecast ? wall.forecast(say(forecast.value), endText(forecast.reaches, wall)) : wall.noForecast}
      </p>
    </li>
  );
}

function endText(reaches: boolean | null, wall: WallMessages): string {
  if (reaches === null) return '';
  return ` · ${reaches ? wall.reachesTarget : wall.missesTarget}`;
}
