/** Settings of accounts. */
import { isIP } from 'node:net';
import type { Limits, OidcService } from '../accounts/deps.ts';
import { accountLimitsFrom } from './account-limits.ts';
import type { ReadWhole } from './limit-setting.ts';
import { oidcFrom } from './oidc.ts';

export interface AccountsConfig {
  /** `https://loulan.example.cn`: as browsers reach the site; null: as they ask. */
  readonly origin: string | null;
  /** Proxies whose word on where a request comes from counts. */
  readonly trustedProxies: readonly string[];
  /** Under which secrets of second factors are kept. */
  readonly secret: string | null;
  readonly oidc: OidcService | null;
  readonly limits: Limits;
}

/** What is wrong is appended to `problems`; a secret is never repeated. */
export function accountsFrom(
  given: (name: string) => string | null,
  readWhole: ReadWhole,
  problems: string[],
): AccountsConfig {
  const origin = given('LOULAN_ORIGIN');
  if (origin !== null && !isOrigin(origin)) {
    problems.push(`invalid LOULAN_ORIGIN: ${origin} (allowed: http(s)://host[:port], nothing behind it)`);
  }
  const trustedProxies = (given('LOULAN_TRUSTED_PROXY') ?? '')
    .split(',')
    .flatMap((part) => part.trim() || []);
  const strange = trustedProxies.find((address) => isIP(address) === 0);
  if (strange !== undefined) {
    problems.push(`invalid LOULAN_TRUSTED_PROXY: ${strange} (allowed: addresses, with commas between them)`);
  }
  const secret = given('LOULAN_SECRET');
  if (secret !== null && secret.length < 32) {
    problems.push('invalid LOULAN_SECRET (allowed: 32 characters or more)');
  }
  const limits = accountLimitsFrom(readWhole, problems);
  return { origin, trustedProxies, secret, oidc: oidcFrom(given, origin, problems), limits };
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
