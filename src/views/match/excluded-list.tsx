import type { ReactNode } from 'react';
import { matchRules } from '#domain/matching/filters.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import css from './match.module.css';
import type { ShownExcluded } from './matched.ts';
import { findingTexts, type ValueContext } from './value-text.ts';

/** What is not ranked: how many buildings by rule, and of each what was found and what was asked. */
export function ExcludedList({
  excluded: { total, byRule, list },
  context,
  link,
}: {
  readonly excluded: ShownExcluded;
  readonly context: ValueContext;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}) {
  const { match, figures } = context;
  const { excluded: words } = match;
  const number = (value: number) => figures.number(value, 0);
  const counts = matchRules
    .map((rule) => ({ rule, count: byRule[rule] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const isCut = list.length < total;
  return (
    <section className={css['block']} aria-label={words.title(number(total))}>
      <h2 className={css['heading']}>{words.title(number(total))}</h2>
      <p className={css['muted']}>{words.note}</p>
      <dl className={css['counts']} aria-label={words.byRule}>
        {counts.map(({ rule, count }) => (
          <div key={rule}>
            <dt>{match.rules[rule]}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <Disclosure title={words.list} aside={isCut ? words.listed(number(list.length)) : null}>
        <table className={css['plainTable']} aria-label={words.list}>
          <thead>
            <tr>
              <th scope="col">{words.building}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ buildingId, nameZh, failed }) => (
              <tr key={buildingId}>
                <th scope="row">{link(`/buildings/${encodeURIComponent(buildingId)}`, nameZh)}</th>
                <td>
                  {failed.map((finding) =>
                    finding.rule === 'offer' ? (
                      <div key={finding.rule}>{match.rules.offer}</div>
                    ) : (
                      <div key={finding.rule}>{match.finding(...findingTexts(finding, context))}</div>
                    ),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  );
}
