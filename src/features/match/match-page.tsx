/** 匹配: from what an enterprise asks for to spaces in the order in which they fit. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { matchesQuery } from '#client/matches.ts';
import { usePlaceNames } from '#client/place-names.ts';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import {
  formatMatchAddress,
  type MatchAddress,
  type ParsedMatchAddress,
  parseMatchAddress,
} from '#domain/matching/address.ts';
import { asksNothing, openRequirement, type Requirement } from '#domain/matching/requirement.ts';
import { usePageTitle } from '#format/page-title.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { prepareSheet } from '#ui/sheet.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from '#views/match/match.module.css';
import { RequirementForm } from '#views/match/requirement-form.tsx';
import { useMatchWords } from '#views/match/use-match-words.ts';
import { WeightSliders } from '#views/match/weight-sliders.tsx';
import { problemsFrom } from './problems.ts';
import { Reader } from './reader.tsx';
import { Results } from './results.tsx';
import { saidOf, useReading } from './use-reading.ts';

export interface MatchPageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  readonly navigate: (text: string) => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

export function MatchPage({ searchText, navigate, link }: MatchPageProps) {
  const { api } = useClient();
  const { match } = useMatchWords();
  const district = useQuery(districtQuery(api));
  const me = useQuery(meQuery(api));
  const address = useMemo(() => parseMatchAddress(searchText), [searchText]);
  usePageTitle(match.title);
  useEffect(prepareSheet, []);
  const isReady = district.data !== undefined && me.data !== undefined;
  const isFailed = !isReady && (district.isError || me.isError);
  const again = () => {
    void district.refetch();
    void me.refetch();
  };
  return (
    <main id="content" className={css['page']} tabIndex={-1} aria-busy={!isReady}>
      {isReady && (
        <Ready
          address={address}
          onAddress={(next) => navigate(formatMatchAddress(next))}
          district={district.data}
          mayRead={me.data.role !== 'public'}
          link={link}
        />
      )}
      {!isReady && !isFailed && (
        <div role="status" aria-label={match.loading} className={css['waiting']}>
          <Skeleton width="20%" height={28} />
          <Skeleton height={420} />
        </div>
      )}
      {isFailed && (
        <div role="alert">
          <EmptyState isPage title={match.failed} actions={<Button onPress={again}>{match.retry}</Button>}>
            {match.failedAdvice}
          </EmptyState>
        </div>
      )}
    </main>
  );
}

interface ReadyProps extends Pick<MatchPageProps, 'link'> {
  readonly address: ParsedMatchAddress;
  readonly onAddress: (address: MatchAddress) => void;
  readonly district: DistrictAnswer;
  /** Reading texts is not for the public. */
  readonly mayRead: boolean;
}

function Ready({ address, onAddress, district, mayRead, link }: ReadyProps) {
  const language = useMatchWords();
  const { match, locale } = language;
  const placeName = usePlaceNames(locale);
  const { requirement, weights } = address;
  const ask = (next: Requirement) => onAddress({ requirement: next, weights });
  const [text, setText] = useState('');
  const state = useReading(district.circles, ask);
  const context = useMemo(
    () => ({
      ...language,
      names: (field: 'circle' | 'subdistrict', id: string) => placeName(field, id) ?? id,
    }),
    [language, placeName],
  );
  const showExample = () => {
    if (!mayRead) return ask({ ...openRequirement, ...exampleRequirement });
    setText(match.read.exampleText);
    state.ask(match.read.exampleText);
  };
  return (
    <div className={css['columns']}>
      <AskedSide {...{ address, onAddress, district, mayRead, state, text, setText }} />
      <div className={css['answer']}>
        <Dropped key={address.dropped.join()} dropped={address.dropped} />
        {asksNothing(requirement) ? (
          <EmptyState
            title={match.nothing.title}
            actions={<Button onPress={showExample}>{match.nothing.action}</Button>}
          >
            {mayRead ? match.nothing.staff : match.nothing.public}
          </EmptyState>
        ) : (
          <>
            <WeightSliders weights={weights} onChange={(next) => onAddress({ requirement, weights: next })} />
            <Results address={address} context={context} onRequirement={ask} link={link} />
          </>
        )}
      </div>
    </div>
  );
}

/** What a visitor is shown who may not have a text read. */
const exampleRequirement = { areaMin: 500, areaMax: 1500, carrierTypes: ['office'] } as const;

interface AskedSideProps extends Omit<ReadyProps, 'link'> {
  readonly state: ReturnType<typeof useReading>;
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** The text and the form, each pointing at the other. */
function AskedSide({ address, onAddress, district, mayRead, state, text, setText }: AskedSideProps) {
  const { api } = useClient();
  const { match, locale } = useMatchWords();
  const { requirement, weights } = address;
  const [lit, setLit] = useState<string | null>(null);
  const { error } = useQuery({ ...matchesQuery(api, address), enabled: !asksNothing(requirement) });
  const said = state.reading && state.read ? saidOf(state.reading, state.read, requirement) : {};
  const places = (list: DistrictAnswer['circles']) =>
    list.map(({ id, nameZh, nameEn }) => ({ value: id, text: locale === 'zh' ? nameZh : nameEn }));
  return (
    <div className={css['asked']}>
      <h1 className={css['title']}>{match.title}</h1>
      {mayRead && <Reader state={state} text={text} onText={setText} lit={lit} onLit={setLit} />}
      <section className={css['block']} aria-labelledby="match-form">
        <div className={css['headLine']}>
          <h2 id="match-form" className={css['heading']}>
            {match.form.title}
          </h2>
          <Button
            variant="plain"
            size="small"
            onPress={() => onAddress({ requirement: openRequirement, weights })}
          >
            {match.form.clear}
          </Button>
        </div>
        <RequirementForm
          requirement={requirement}
          circles={places(district.circles)}
          subdistricts={places(district.subdistricts)}
          notes={{ said, problems: problemsFrom(error, match), lit, onLit: setLit }}
          onChange={(change) => onAddress({ requirement: { ...requirement, ...change }, weights })}
        />
      </section>
    </div>
  );
}

function Dropped({ dropped }: { readonly dropped: readonly string[] }) {
  const { match, figures } = useMatchWords();
  const [isShown, setShown] = useState(true);
  if (!isShown || dropped.length === 0) return null;
  const title = match.dropped(dropped.join(figures.words.listSeparator));
  return <Notice title={title} dismissLabel={match.dismiss} onDismiss={() => setShown(false)} />;
}
