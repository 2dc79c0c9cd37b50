/** What 匹配 asks for. Comes with its page, not with the first. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { extractText } from '#contract/extract.ts';
import { findMatches } from '#contract/matches.ts';
import type { Extraction } from '#domain/extract/found.ts';
import type { MatchAddress } from '#domain/matching/address.ts';
import { type Api, fetchJson } from './api.ts';
import { retry } from './query.ts';

/** Spaces that are asked for. */
const limit = 30;

/** Ranked spaces for a requirement; what it does not ask is not sent. */
export function matchesQuery(api: Api, { requirement, weights }: MatchAddress) {
  const asked = Object.entries(requirement).filter(([, value]) => value !== null);
  const body = { requirement: Object.fromEntries(asked), weights, limit };
  return queryOptions({
    queryKey: ['matches', api.persona, body],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: findMatches, params: {}, body, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry,
  });
}

/** What an enterprise said, read; nothing is stored. Refused to the public. @throws ApiError */
export async function readRequirement(api: Api, text: string): Promise<Extraction> {
  const body = { kind: 'requirement', text };
  const answer = await fetchJson(api, { endpoint: extractText, params: {}, body });
  return answer as unknown as Extraction;
}
