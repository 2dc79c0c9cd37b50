/** 月报: a month of the district, or of what a filter leaves of it, on one sheet of paper. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useClient } from '#client/context.tsx';
import { usePlaceNames } from '#client/place-names.ts';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import { type CockpitAddress, formatCockpitAddress, parseCockpitAddress } from '#domain/cockpit/address.ts';
import { monthAt } from '#domain/cockpit/periods.ts';
import { hiddenFields, type Role } from '#domain/visibility.ts';
import { usePageTitle } from '#format/page-title.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './brief.module.css';
import { BriefSheet } from './brief-sheet.tsx';
import { type BriefAnswers, useBriefAnswers } from './use-brief-answers.ts';
import { useBriefWords } from './use-brief-words.ts';

export interface BriefPageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  /** To the brief of another month. */
  readonly navigate: (text: string) => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

export function BriefPage(props: BriefPageProps) {
  const { api } = useClient();
  const { brief } = useBriefWords();
  const district = useQuery(districtQuery(api));
  const me = useQuery(meQuery(api));
  usePageTitle(brief.open);
  const retry = () => {
    void district.refetch();
    void me.refetch();
  };
  return (
    <main id="content" className={css['page']} tabIndex={-1}>
      {district.data && me.data ? (
        <Known {...props} district={district.data} role={me.data.role} />
      ) : (
        <NotYet hasFailed={district.isError || me.isError} retry={retry} />
      )}
    </main>
  );
}

interface KnownProps extends BriefPageProps {
  readonly district: DistrictAnswer;
  readonly role: Role;
}

function Known({ district, role, ...props }: KnownProps) {
  const { locale, brief } = useBriefWords();
  const nameOf = usePlaceNames(locale);
  const address = useMemo(() => {
    const vocabulary = {
      circle: district.circles.map(({ id }) => id),
      subdistrict: district.subdistricts.map(({ id }) => id),
      hidden: hiddenFields(role),
    };
    return parseCockpitAddress(props.searchText, vocabulary).address;
  }, [props.searchText, district, role]);
  const state = useBriefAnswers(address, role);
  const { answers } = state;
  return (
    <>
      <Tools {...props} address={address} answers={answers} />
      {state.isEmpty && <EmptyState title={brief.emptyTitle}>{brief.emptyAdvice}</EmptyState>}
      {!state.isEmpty && answers && (
        <BriefSheet
          answers={answers}
          query={address.query}
          district={district}
          names={(kind, id) => nameOf(kind, id) ?? id}
          link={props.link}
        />
      )}
      {!state.isEmpty && !answers && <NotYet hasFailed={state.hasFailed} retry={state.retry} />}
    </>
  );
}

function Tools({
  address,
  answers,
  navigate,
  link,
}: BriefPageProps & { readonly address: CockpitAddress; readonly answers: BriefAnswers | null }) {
  const { brief } = useBriefWords();
  const text = formatCockpitAddress(address);
  const to = (at: number) => {
    const month = answers?.circles.periods[at];
    if (!answers || month === undefined) return null;
    return () => navigate(formatCockpitAddress({ ...address, month: monthAt(at, answers.circles) }));
  };
  const [previous, next] = answers ? [to(answers.at - 1), to(answers.at + 1)] : [null, null];
  return (
    <div className={`${css['tools']} no-print`}>
      {link(`/cockpit${text === '' ? '' : `?${text}`}`, brief.toCockpit)}
      <Button isIdle={!previous} onPress={() => previous?.()}>
        {brief.previous}
      </Button>
      <Button isIdle={!next} onPress={() => next?.()}>
        {brief.next}
      </Button>
      <Button variant="primary" isIdle={!answers} onPress={() => window.print()}>
        {brief.print}
      </Button>
    </div>
  );
}

function NotYet({ hasFailed, retry }: { readonly hasFailed: boolean; readonly retry: () => void }) {
  const { brief } = useBriefWords();
  if (!hasFailed) {
    return (
      <div role="status" aria-label={brief.loading} className={css['waiting']}>
        <Skeleton width="40%" height={30} />
        <Skeleton height={600} />
      </div>
    );
  }
  return (
    <div role="alert">
      <EmptyState
        isPage
        title={brief.failedTitle}
        actions={
          <Button variant="primary" onPress={retry}>
            {brief.retry}
          </Button>
        }
      >
        {brief.failedAdvice}
      </EmptyState>
    </div>
  );
}
