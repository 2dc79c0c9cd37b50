/** What is wrong in the data, and the way to mend each. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { findingsQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { Finding } from '#contract/indicators.ts';
import type { Query } from '#domain/query/query.ts';
import { Button } from '#ui/button.tsx';
import css from './findings-list.module.css';
import { Answered } from './panel.tsx';
import type { NamedBuilding } from './shown-figures.ts';
import { nameIn, usePageWords } from './use-page-words.ts';

export interface FindingWays {
  readonly named: ReadonlyMap<string, NamedBuilding>;
  /** Opens the records of a building; null: the role may not. */
  readonly onMend: ((buildingId: string) => void) | null;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

const shownAtFirst = 8;

export function FindingsPanel({ query, ...ways }: FindingWays & { readonly query: Query }) {
  const { api } = useClient();
  const { page, figures } = usePageWords();
  const findings = useQuery(findingsQuery(api, query));
  const [isWhole, setWhole] = useState(false);
  return (
    <Answered query={findings} height={200}>
      {({ items, total }) => {
        const shown = isWhole ? items : items.slice(0, shownAtFirst);
        if (total === 0) return <p className={css['muted']}>{page.findings.none}</p>;
        const [some, all] = [figures.number(shown.length, 0), figures.number(total, 0)];
        return (
          <>
            <p className={css['muted']}>
              {shown.length < total ? page.findings.shown(some, all) : page.findings.count(all)} ·{' '}
              {page.findings.note}
            </p>
            <FindingList findings={shown} {...ways} />
            {shown.length < items.length && (
              <p className="no-print">
                <Button size="small" onPress={() => setWhole(true)}>
                  {page.findings.showAll(figures.number(items.length, 0))}
                </Button>
              </p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

export function FindingList({ findings, ...ways }: FindingWays & { readonly findings: readonly Finding[] }) {
  return (
    <ul className={css['list']}>
      {findings.map((finding) => (
        <OneFinding
          key={[finding.rule, finding.entity, finding.key, finding.month, finding.detail].join(' ')}
          finding={finding}
          {...ways}
        />
      ))}
    </ul>
  );
}

function OneFinding({ finding, named, onMend, link }: FindingWays & { readonly finding: Finding }) {
  const { page, locale, figures } = usePageWords();
  const { buildingId } = finding;
  const building = buildingId === null ? undefined : named.get(buildingId);
  const name = building ? nameIn(locale, building) : buildingId;
  return (
    <li className={css['finding']}>
      <p>
        {buildingId !== null && name !== null && (
          <span className={css['name']}>{link(`/buildings/${encodeURIComponent(buildingId)}`, name)}</span>
        )}
        {[
          finding.says[locale],
          finding.month && figures.month(finding.month),
          finding.detail !== finding.month && finding.detail,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={css['fix']}>
        <span className={css['muted']}>{page.findings.fix(finding.fix[locale])}</span>
        {onMend && buildingId !== null && name !== null && (
          <span className="no-print">
            <Button size="small" label={page.findings.open(name)} onPress={() => onMend(buildingId)}>
              {page.findings.mend}
            </Button>
          </span>
        )}
      </p>
    </li>
  );
}
