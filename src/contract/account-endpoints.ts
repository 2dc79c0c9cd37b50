/** Signing in and one's own account. All that change something want the same origin and a body of JSON. */
import { roles } from '#domain/visibility.ts';
import {
  accountSchema,
  codeEntrySchema,
  linkLookSchema,
  linkRedemptionSchema,
  linkSchema,
  passwordChangeSchema,
  passwordEntrySchema,
  recoveryCodesSchema,
  sessionListSchema,
  signInSchema,
  signInStepSchema,
  twoFactorSetupSchema,
} from './accounts.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';

export const accountCommon = { ...plainEndpoint, roles } as const;

export const nothing = { success: 204, response: { type: 'application/json', schema: null } } as const;
export const id = { id: { zh: '编号', en: 'Id' } } as const;

export const signIn = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'signIn',
  method: 'POST',
  path: '/api/v1/account/session',
  body: signInSchema,
  response: { type: 'application/json', schema: signInStepSchema },
  statuses: [400, 401, 403, 413, 415, 429],
  summary: { zh: '登录', en: 'Sign in' },
  description: {
    zh: '账号不存在与密码错误的回答相同；启用两步验证者下一步须提交验证码。',
    en: 'An unknown account and a wrong password are answered alike; with a second factor a code comes next.',
  },
});

export const enterCode = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'enterCode',
  method: 'POST',
  path: '/api/v1/account/session/code',
  body: codeEntrySchema,
  response: { type: 'application/json', schema: signInStepSchema },
  statuses: [400, 401, 403, 413, 415, 429],
  summary: { zh: '登录第二步：验证码或恢复码', en: 'Second step of signing in: a code or a recovery code' },
});

export const signOut = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...nothing,
  id: 'signOut',
  method: 'DELETE',
  path: '/api/v1/account/session',
  statuses: [403],
  summary: { zh: '退出登录', en: 'Sign out' },
});

export const getOwnAccount = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'getOwnAccount',
  method: 'GET',
  path: '/api/v1/account',
  response: { type: 'application/json', schema: accountSchema },
  statuses: [401],
  summary: { zh: '我的账号', en: 'My account' },
});

export const listSessions = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'listSessions',
  method: 'GET',
  path: '/api/v1/account/sessions',
  response: { type: 'application/json', schema: sessionListSchema },
  statuses: [401],
  summary: { zh: '我的登录设备', en: 'Where I am signed in' },
});

export const signOutEverywhere = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...nothing,
  id: 'signOutEverywhere',
  method: 'DELETE',
  path: '/api/v1/account/sessions',
  statuses: [401, 403],
  summary: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
});

export const endSession = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...nothing,
  id: 'endSession',
  method: 'DELETE',
  path: '/api/v1/account/sessions/{id}',
  params: id,
  statuses: [401, 403, 404],
  summary: { zh: '退出某一设备', en: 'Sign out on one device' },
});

export const changePassword = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...nothing,
  id: 'changePassword',
  method: 'POST',
  path: '/api/v1/account/password',
  body: passwordChangeSchema,
  statuses: [400, 401, 403, 409, 413, 415, 422, 429],
  summary: { zh: '修改密码；其他设备随即退出', en: 'Change the password; other devices are signed out' },
});

export const beginTwoFactor = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'beginTwoFactor',
  method: 'POST',
  path: '/api/v1/account/two-factor',
  body: passwordEntrySchema,
  response: { type: 'application/json', schema: twoFactorSetupSchema },
  statuses: [400, 401, 403, 409, 413, 415, 422, 429],
  summary: { zh: '设置两步验证：取得密钥', en: 'Set up a second factor: get the secret' },
});

export const confirmTwoFactor = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'confirmTwoFactor',
  method: 'POST',
  path: '/api/v1/account/two-factor/confirm',
  body: codeEntrySchema,
  response: { type: 'application/json', schema: recoveryCodesSchema },
  statuses: [400, 401, 403, 409, 413, 415, 422, 429],
  summary: { zh: '设置两步验证：确认验证码', en: 'Set up a second factor: confirm a code' },
});

export const removeTwoFactor = /* @__PURE__ */ endpoint({
  ...accountCommon,
  ...nothing,
  id: 'removeTwoFactor',
  method: 'POST',
  path: '/api/v1/account/two-factor/remove',
  body: passwordEntrySchema,
  statuses: [400, 401, 403, 409, 413, 415, 422, 429],
  summary: { zh: '停用两步验证', en: 'Turn the second factor off' },
});

export const makeRecoveryCodes = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'makeRecoveryCodes',
  method: 'POST',
  path: '/api/v1/account/recovery-codes',
  body: passwordEntrySchema,
  response: { type: 'application/json', schema: recoveryCodesSchema },
  statuses: [400, 401, 403, 409, 413, 415, 422, 429],
  summary: { zh: '重新生成恢复码；旧码作废', en: 'New recovery codes; the old ones end' },
});

export const lookAtLink = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'lookAtLink',
  method: 'POST',
  path: '/api/v1/account/link',
  body: linkLookSchema,
  response: { type: 'application/json', schema: linkSchema },
  statuses: [400, 403, 404, 413, 415, 429],
  summary: { zh: '查看一次性链接', en: 'What a one-time link is for' },
});

export const redeemLink = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'redeemLink',
  method: 'POST',
  path: '/api/v1/account/link/redeem',
  body: linkRedemptionSchema,
  response: { type: 'application/json', schema: signInStepSchema },
  statuses: [400, 403, 404, 409, 413, 415, 422, 429],
  summary: { zh: '使用一次性链接：设定密码', en: 'Use a one-time link: choose the password' },
});

export const startOidc = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'startOidc',
  method: 'GET',
  path: '/api/v1/account/oidc',
  query: 'wantedPath',
  response: { type: 'text/html', schema: null },
  statuses: [404],
  summary: { zh: '以单位统一身份登录（转往其登录页）', en: "Sign in with the organisation's own service" },
});

export const finishOidc = /* @__PURE__ */ endpoint({
  ...accountCommon,
  id: 'finishOidc',
  method: 'GET',
  path: '/api/v1/account/oidc/callback',
  response: { type: 'text/html', schema: null },
  statuses: [404],
  summary: { zh: '统一身份登录返回', en: 'Where that service sends the browser back' },
});

export const ownAccountEndpoints: readonly Endpoint[] = [
  signIn,
  enterCode,
  signOut,
  getOwnAccount,
  listSessions,
  signOutEverywhere,
  endSession,
  changePassword,
  beginTwoFactor,
  confirmTwoFactor,
  removeTwoFactor,
  makeRecoveryCodes,
  lookAtLink,
  redeemLink,
  startOidc,
  finishOidc,
];
