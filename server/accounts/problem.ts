/** Where something wrong with an account becomes an answer. No detail repeats what was typed. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { mostPasswordLength } from '#contract/accounts.ts';
import { getDocs } from '#contract/endpoints.ts';
import { type Problem, problemType } from '#contract/problem.ts';
import type { Limits } from './deps.ts';
import type { PasswordReason } from './password.ts';

const problems = {
  badBody: [400, 'Bad body', 'the body is not what this endpoint takes'],
  badLogin: [400, 'Bad login', 'invalid login: 2–100 letters, digits and . _ % + -, with or without @'],
  wrongSignIn: [401, 'Wrong sign-in', 'no account with this login and password'],
  wrongCode: [401, 'Wrong code', 'this code is wrong, was used already or is over'],
  signInAgain: [401, 'Sign in again', 'the first step of this sign-in is over'],
  signInFirst: [401, 'Not signed in', 'this needs an account that is signed in'],
  notForRole: [403, 'Not for this role', 'this is for administrators'],
  noSuchLink: [404, 'No such link', 'this link was used, withdrawn or is over'],
  noSuchAccount: [404, 'No such account', 'there is no such account, or it is disabled'],
  noSuchInvitation: [404, 'No such invitation', 'there is no such open invitation'],
  noSuchSession: [404, 'No such session', 'there is no such session of this account'],
  noOidc: [404, 'No sign-in service', 'this installation has no sign-in service'],
  loginTaken: [409, 'Login taken', 'there is an account of this login already'],
  lastAdmin: [409, 'Last administrator', 'nobody could administrate the accounts after this'],
  noPassword: [409, 'No password', 'this account signs in elsewhere and has no password here'],
  twoFactorOn: [409, 'Second factor is on', 'turn the second factor off before setting up another'],
  twoFactorOff: [409, 'Second factor is off', 'there is no second factor to do this with'],
  wrongPassword: [422, 'Wrong password', 'the password is wrong'],
  codeNotMatching: [422, 'Code does not match', 'this code does not belong to the secret that was shown'],
  passwordTooShort: [422, 'Password too short', 'the password is shorter than allowed'],
  passwordTooLong: [422, 'Password too long', `a password has ${mostPasswordLength} characters or fewer`],
  passwordIsName: [422, 'Password is a name', 'a password is not made of the name or login'],
  passwordTooCommon: [422, 'Password too common', 'this password is among the first that others would try'],
  tooManyTries: [429, 'Too many tries', 'too many wrong tries; wait before the next'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string, string]>;

export type AccountProblem = keyof typeof problems;

export function accountProblem(c: Context, kind: AccountProblem, more = ''): Response {
  const [status, title, detail] = problems[kind];
  const body: Problem = {
    type: `${getDocs.path}#${kind}`,
    title,
    status,
    detail: more === '' ? detail : `${detail} (${more})`,
  };
  return c.body(JSON.stringify(body), status, { 'content-type': problemType });
}

export function tooManyTries(c: Context, retryAfterS: number): Response {
  c.header('retry-after', String(retryAfterS));
  return accountProblem(c, 'tooManyTries', `seconds: ${retryAfterS}`);
}

const ofPassword: Readonly<Record<PasswordReason, AccountProblem>> = {
  tooShort: 'passwordTooShort',
  tooLong: 'passwordTooLong',
  isName: 'passwordIsName',
  tooCommon: 'passwordTooCommon',
};

export function passwordProblem(
  c: Context,
  why: PasswordReason,
  { passwordLength }: Pick<Limits, 'passwordLength'>,
): Response {
  return accountProblem(c, ofPassword[why], why === 'tooShort' ? `at least: ${passwordLength}` : '');
}
