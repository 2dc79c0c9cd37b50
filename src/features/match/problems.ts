/** What the server refuses of a requirement, field by field. */
import { ApiError } from '#client/api.ts';
import { openRequirement } from '#domain/matching/requirement.ts';
import type { MatchMessages } from '#format/messages/match.ts';
import type { RequirementField } from '#views/match/form-field.tsx';

export type FieldProblems = Readonly<Partial<Record<RequirementField, string>>>;

/** `requirement.budget.amount` is told at the budget. {} for an error of any other kind. */
export function problemsFrom(error: Error | null, match: MatchMessages): FieldProblems {
  if (!(error instanceof ApiError)) return {};
  const reasons: Readonly<Record<string, string>> = match.reasons;
  const told = (error.problem?.fields ?? []).flatMap(({ field, reason, allowed }) => {
    const [, name = ''] = field.split('.');
    const text = reasons[reason] ?? reason;
    if (!Object.hasOwn(openRequirement, name)) return [];
    return [[name, /^[≥≤\d]/.test(allowed) ? match.allowed(text, allowed) : text] as const];
  });
  return Object.fromEntries(told);
}
