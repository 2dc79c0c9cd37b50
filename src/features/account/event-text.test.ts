import { expect, test } from 'vitest';
import type { accountEventKinds } from '#contract/accounts.ts';
import { wordsEn } from '#domain/words/en.ts';
import { wordsZh } from '#domain/words/zh.ts';
import { accountEventMessages } from '#format/messages/account-events.ts';
import { actorText, detailText } from './event-text.ts';

const { zh, en } = accountEventMessages;

test('roles are said in words, names that look like roles stay names', () => {
  const text = (kind: (typeof accountEventKinds)[number], detail: string | null) =>
    detailText({ kind, detail }, zh, wordsZh);
  expect(text('roleChanged', 'staff → manager')).toBe(`${wordsZh.role.staff} → ${wordsZh.role.manager}`);
  expect(text('invited', '王 · 晓梅 (wang) · admin')).toBe(`王 · 晓梅 (wang) · ${wordsZh.role.admin}`);
  expect(text('accountMade', 'public')).toBe(wordsZh.role.public);
  expect(text('renamed', 'staff → admin')).toBe('staff → admin');
  expect(text('invitationWithdrawn', '李 (li)')).toBe('李 (li)');
  expect(text('signedIn', null)).toBeNull();
});

test('why a sign-in failed is said in words', () => {
  const failed = { kind: 'signInFailed', detail: 'service: not believed' } as const;
  expect(detailText(failed, en, wordsEn)).toBe('sign-in service: could not be verified');
  expect(detailText({ ...failed, detail: 'constructor' }, en, wordsEn)).toBe('constructor');
});

test('whoever is unknown is a stranger where somebody tried to get in, else the system', () => {
  const event = { id: 'a', at: '', actor: null, subject: '王', detail: null, address: null };
  expect(actorText({ ...event, kind: 'signInFailed' }, zh)).toBe(zh.stranger);
  expect(actorText({ ...event, kind: 'roleChanged' }, zh)).toBe(zh.system);
  expect(actorText({ ...event, kind: 'roleChanged', actor: '管理员' }, zh)).toBe('管理员');
});
