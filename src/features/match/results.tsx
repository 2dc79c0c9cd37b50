import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { matchesQuery } from '#client/matches.ts';
import type { MatchList } from '#contract/matches.ts';
import { formatSubjects, mostSubjects } from '#domain/compare/ids.ts';
import type { MatchAddress } from '#domain/matching/address.ts';
import { type RequirementChange, withChanges } from '#domain/matching/near-misses.ts';
import type { Requirement } from '#domain/matching/requirement.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { subjectsOf } from '#views/match/compared-subjects.ts';
import { ExcludedList } from '#views/match/excluded-list.tsx';
import { Explanation } from '#views/match/explanation.tsx';
import { goToField, type RequirementField } from '#views/match/form-field.tsx';
import css from '#views/match/match.module.css';
import { type ShownSpace, spaceKey } from '#views/match/matched.ts';
import { NearList } from '#views/match/near-list.tsx';
import { RankingTable } from '#views/match/ranking-table.tsx';
import type { ValueContext } from '#views/match/value-text.ts';
import { problemsFrom } from './problems.ts';

export interface ResultsProps {
  readonly address: MatchAddress;
  readonly context: ValueContext;
  readonly onRequirement: (requirement: Requirement) => void;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** The ranking for a requirement that asks for something. */
export function Results(props: ResultsProps) {
  const { api } = useClient();
  const { match } = props.context;
  const matches = useQuery(matchesQuery(api, props.address));
  if (matches.data) {
    return <Ranked {...props} list={matches.data} isBusy={matches.isPlaceholderData} />;
  }
  if (!matches.isError) {
    return (
      <div role="status" aria-label={match.ranking} className={css['waiting']}>
        <Skeleton height={28} width="40%" />
        <Skeleton height={120} />
        <Skeleton height={120} />
        <Skeleton height={120} />
      </div>
    );
  }
  return <NoAnswer error={matches.error} context={props.context} onRetry={() => void matches.refetch()} />;
}

/** A refusal leads to the fields that it names; anything else can be tried again. */
function NoAnswer({
  error,
  context,
  onRetry,
}: Pick<ResultsProps, 'context'> & { readonly error: Error; readonly onRetry: () => void }) {
  const { match } = context;
  const isRefused = error instanceof ApiError && error.failure === 'refused';
  const words = isRefused ? match.wrong : { title: match.failed, advice: match.failedAdvice };
  const wrong = Object.keys(problemsFrom(error, match)) as RequirementField[];
  return (
    <div role="alert">
      <EmptyState
        title={words.title}
        actions={
          isRefused ? (
            wrong.map((field) => (
              <Button key={field} onPress={() => goToField(field)}>
                {match.fields[field]}
              </Button>
            ))
          ) : (
            <Button onPress={onRetry}>{match.retry}</Button>
          )
        }
      >
        {words.advice}
      </EmptyState>
    </div>
  );
}

function Ranked({
  address,
  context,
  onRequirement,
  link,
  list,
  isBusy,
}: ResultsProps & { readonly list: MatchList; readonly isBusy: boolean }) {
  const { requirement } = address;
  const [picked, setPicked] = useState<ReadonlyMap<string, ShownSpace>>(new Map());
  const [explained, setExplained] = useState<ShownSpace | null>(null);
  const pick = (space: ShownSpace, isPicked: boolean) => {
    const others = [...picked].filter(([key]) => key !== spaceKey(space));
    setPicked(new Map(isPicked ? [...others, [spaceKey(space), space]] : others));
  };
  return (
    <div className={css['results']} aria-busy={isBusy}>
      <Summary list={list} context={context} />
      {list.ranked.length > 0 && (
        <RankingTable
          spaces={list.ranked}
          context={context}
          picked={new Set(picked.keys())}
          isFull={picked.size >= mostSubjects}
          onPick={pick}
          onExplain={setExplained}
          link={link}
        />
      )}
      {picked.size > 0 && (
        <PickedBar
          spaces={[...picked.values()]}
          context={context}
          link={link}
          onClear={() => setPicked(new Map())}
        />
      )}
      {list.nearMisses.length > 0 && (
        <NearList
          nearMisses={list.nearMisses}
          context={context}
          budgetUnit={requirement.budget?.unit ?? null}
          onApply={(changes) => onRequirement(withChanges(requirement, changes as RequirementChange[]))}
          link={link}
        />
      )}
      {list.excluded.total > 0 && <ExcludedList excluded={list.excluded} context={context} link={link} />}
      <Explanation
        space={explained}
        formulas={list.formulas}
        context={context}
        onClose={() => setExplained(null)}
      />
    </div>
  );
}

function Summary({ list, context }: { readonly list: MatchList; readonly context: ValueContext }) {
  const { match, figures } = context;
  const { considered, ranked, nearMisses, asOf } = list;
  const number = (value: number) => figures.number(value, 0);
  if (ranked.length === 0) {
    return (
      <div role="status">
        <EmptyState title={match.none.title}>
          {nearMisses.length > 0 ? match.none.advice : match.none.farAdvice}
        </EmptyState>
      </div>
    );
  }
  const lines = [
    match.found(number(considered.spaces), number(considered.matched), number(considered.buildings)),
    ...(ranked.length < considered.spaces ? [match.shown(number(ranked.length))] : []),
    match.asOf(figures.date(asOf)),
  ];
  return (
    <p role="status" className={css['summary']}>
      {lines.join(' · ')}
    </p>
  );
}

function PickedBar({
  spaces,
  context,
  link,
  onClear,
}: Pick<ResultsProps, 'context' | 'link'> & {
  readonly spaces: readonly ShownSpace[];
  readonly onClear: () => void;
}) {
  const { match, figures } = context;
  const words = match.compare;
  const subjects = subjectsOf(spaces);
  const number = (value: number) => figures.number(value, 0);
  return (
    <section className={css['picked']} aria-label={match.table.pick}>
      <strong role="status">{words.picked(number(spaces.length), number(mostSubjects))}</strong>
      {subjects.length > 1 ? (
        <span className={css['go']}>{link(`/compare?ids=${formatSubjects(subjects)}`, words.go)}</span>
      ) : (
        <span className={css['muted']}>{words.needTwo}</span>
      )}
      <Button variant="plain" size="small" onPress={onClear}>
        {words.clear}
      </Button>
      <span className={css['muted']}>{words.note}</span>
    </section>
  );
}
