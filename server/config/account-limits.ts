/** Limits of accounts as settings. */
import { type Limits, usualLimits as usual } from '../accounts/deps.ts';
import {
  days,
  type LimitSetting,
  limitSetting,
  type ReadWhole,
  seconds,
  valuesOf,
  whyNotAtMost,
} from './limit-setting.ts';

const day = days / seconds;
const year = 366 * day;

export const accountLimitSettings: Readonly<Record<keyof Limits, LimitSetting>> = {
  sessionMs: limitSetting('LOULAN_SESSION_S', usual.sessionMs / seconds, [300, year], seconds),
  idleMs: limitSetting('LOULAN_SESSION_IDLE_S', usual.idleMs / seconds, [300, year], seconds),
  triesPerLogin: limitSetting('LOULAN_SIGN_IN_TRIES', usual.triesPerLogin, [3, 1_000]),
  triesPerAddress: limitSetting('LOULAN_SIGN_IN_TRIES_PER_ADDRESS', usual.triesPerAddress, [3, 100_000]),
  triesPerCode: limitSetting('LOULAN_CODE_TRIES', usual.triesPerCode, [3, 100]),
  startsPerAddress: limitSetting('LOULAN_OIDC_STARTS_PER_ADDRESS', usual.startsPerAddress, [3, 100_000]),
  windowMs: limitSetting('LOULAN_TRIES_WINDOW_S', usual.windowMs / seconds, [60, day], seconds),
  challengeMs: limitSetting('LOULAN_SIGN_IN_STEP_S', usual.challengeMs / seconds, [60, 3_600], seconds),
  linkMs: limitSetting('LOULAN_LINK_S', usual.linkMs / seconds, [600, 90 * day], seconds),
  passwordLength: limitSetting('LOULAN_PASSWORD_LENGTH', usual.passwordLength, [8, 64]),
  eventsMs: limitSetting('LOULAN_ACCOUNT_EVENTS_DAYS', usual.eventsMs / days, [30, 3_660], days),
};

/** What is wrong with them together is appended to `problems`. */
export function accountLimitsFrom(readWhole: ReadWhole, problems: string[]): Limits {
  const limits = valuesOf(accountLimitSettings, readWhole);
  const conflict = whyNotAtMost(accountLimitSettings, limits, 'idleMs', 'sessionMs');
  if (conflict !== null) problems.push(conflict);
  return limits;
}
