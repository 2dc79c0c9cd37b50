/** The accounts of others: an administrator's endpoints. */
import type { Role } from '#domain/visibility.ts';
import { accountCommon, id, nothing } from './account-endpoints.ts';
import {
  accountEventListSchema,
  accountListSchema,
  accountPatchSchema,
  accountSchema,
  invitationCreationSchema,
  oneTimeLinkSchema,
} from './accounts.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const administrators = { roles: ['admin'] as readonly Role[] } as const;

export const listAccounts = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  id: 'listAccounts',
  method: 'GET',
  path: '/api/v1/accounts',
  response: { type: 'application/json', schema: accountListSchema },
  statuses: [401, 403],
  summary: { zh: '账号与未用的邀请', en: 'Accounts and open invitations' },
});

export const changeAccount = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  id: 'changeAccount',
  method: 'PATCH',
  path: '/api/v1/accounts/{id}',
  params: id,
  body: accountPatchSchema,
  response: { type: 'application/json', schema: accountSchema },
  statuses: [400, 401, 403, 404, 409, 413, 415],
  summary: { zh: '改角色、姓名，停用或启用', en: 'Change role or name, disable or enable' },
});

export const makeResetLink = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  id: 'makeResetLink',
  method: 'POST',
  path: '/api/v1/accounts/{id}/reset',
  params: id,
  success: 201,
  response: { type: 'application/json', schema: oneTimeLinkSchema },
  statuses: [401, 403, 404],
  summary: { zh: '生成重设密码的一次性链接', en: 'Make a one-time link to choose a new password' },
});

export const invite = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  id: 'invite',
  method: 'POST',
  path: '/api/v1/accounts/invitations',
  body: invitationCreationSchema,
  success: 201,
  response: { type: 'application/json', schema: oneTimeLinkSchema },
  statuses: [400, 401, 403, 409, 413, 415],
  summary: { zh: '邀请一人', en: 'Invite somebody' },
});

export const withdrawInvitation = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  ...nothing,
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/v1/accounts/invitations/{id}',
  params: id,
  statuses: [401, 403, 404],
  summary: { zh: '撤回邀请', en: 'Withdraw an invitation' },
});

export const listAccountEvents = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...administrators,
  id: 'listAccountEvents',
  method: 'GET',
  path: '/api/v1/accounts/events',
  query: 'accountEvents',
  response: { type: 'application/json', schema: accountEventListSchema },
  statuses: [400, 401, 403],
  summary: { zh: '账号记录', en: 'What happened to accounts' },
  description: {
    zh: '最新在前：何人、何时、何事、对谁、从何处；不含任何密码、验证码与链接。',
    en: 'Latest first: who, when, what, to whom, from where; never a password, a code or a link.',
  },
});

export const administrationEndpoints: readonly Endpoint[] = [
  listAccounts,
  changeAccount,
  makeResetLink,
  invite,
  withdrawInvitation,
  listAccountEvents,
];
