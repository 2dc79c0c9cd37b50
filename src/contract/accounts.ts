/** Accounts on the wire: signing in, one's own account, and the accounts of others. */
import * as z from 'zod/mini';
import { roles } from '#domain/visibility.ts';

/** An e-mail address or a user name; compared without regard to case. */
export const mostLoginLength = 100;
export const mostPasswordLength = 128;

const plainText = /^[^\p{Cc}\p{Cs}]+$/u;
const loginSchema = z.string().check(z.minLength(1), z.maxLength(mostLoginLength));
/** What is longer than allowed is told so by the rule for passwords, unless it is absurd. */
const passwordSchema = z.string().check(z.maxLength(1_000));
const tokenSchema = z.string().check(z.maxLength(200));
const codeSchema = z.string().check(z.minLength(1), z.maxLength(40));
const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(plainText));

export const signInSchema = z.strictObject({ login: loginSchema, password: passwordSchema });
export const codeEntrySchema = z.strictObject({ code: codeSchema });
export const passwordEntrySchema = z.strictObject({ password: passwordSchema });
export const passwordChangeSchema = z.strictObject({ current: passwordSchema, password: passwordSchema });

/** `code`: the password was right and a code of the second factor is asked for. */
export const signInStepSchema = z.object({ next: z.enum(['done', 'code']) });
export type SignInStep = z.infer<typeof signInStepSchema>;

export const sessionSchema = z.object({
  id: z.string(),
  /** `Chrome`, `Firefox` …; null where the device does not say so. */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  address: z.nullable(z.string()),
  createdAt: z.string(),
  seenAt: z.string(),
  isCurrent: z.boolean(),
});
export type SessionItem = z.infer<typeof sessionSchema>;
export const sessionListSchema = z.object({ sessions: z.array(sessionSchema) });

export const twoFactorSetupSchema = z.object({
  /** Base32, to be typed into an app. */
  secret: z.string(),
  /** `otpauth://totp/…`, to be opened by an app on the same device or drawn as a code. */
  uri: z.string(),
});
/** Shown once; each opens the account once in place of a code. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });

export const linkLookSchema = z.strictObject({ token: tokenSchema });
export const linkRedemptionSchema = z.strictObject({
  token: tokenSchema,
  password: passwordSchema,
  /** Only with a link that leaves them open: that of the first administrator. */
  name: z.optional(nameSchema),
  login: z.optional(loginSchema),
});
export const linkKinds = ['invitation', 'reset'] as const;
export const linkSchema = z.object({
  kind: z.enum(linkKinds),
  /** null where whoever uses the link chooses it. */
  name: z.nullable(z.string()),
  login: z.nullable(z.string()),
  role: z.enum(roles),
  expiresAt: z.string(),
});
export type LinkItem = z.infer<typeof linkSchema>;

export const accountSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  isDisabled: z.boolean(),
  hasTwoFactor: z.boolean(),
  /** Whether the account has a password here; one that comes from a sign-in service has none. */
  hasPassword: z.boolean(),
  createdAt: z.string(),
  /** null before the first sign-in. */
  seenAt: z.nullable(z.string()),
});
export type AccountItem = z.infer<typeof accountSchema>;

export const invitationSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InvitationItem = z.infer<typeof invitationSchema>;

export const accountListSchema = z.object({
  accounts: z.array(accountSchema),
  invitations: z.array(invitationSchema),
});
export type AccountList = z.infer<typeof accountListSchema>;

export const invitationCreationSchema = z.strictObject({
  name: nameSchema,
  login: loginSchema,
  role: z.enum(roles),
});
export const accountPatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  role: z.optional(z.enum(roles)),
  isDisabled: z.optional(z.boolean()),
  /** Only `false`: takes away a second factor whose device is lost. */
  hasTwoFactor: z.optional(z.literal(false)),
});
export type AccountPatch = z.infer<typeof accountPatchSchema>;

/** A link is given out once: the server keeps only a hash of its token. */
export const oneTimeLinkSchema = z.object({
  /** From the root of the site; the token stands behind `#`, where no log and no other server sees it. */
  path: z.string(),
  expiresAt: z.string(),
});
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;

export const accountEventKinds = [
  'signedIn',
  'signInFailed',
  'signInThrottled',
  'signedOut',
  'signedOutEverywhere',
  'sessionEnded',
  'passwordChanged',
  'passwordReset',
  'twoFactorOn',
  'twoFactorOff',
  'recoveryCodeUsed',
  'recoveryCodesMade',
  'invited',
  'invitationWithdrawn',
  'accountMade',
  'resetLinkMade',
  'roleChanged',
  'renamed',
  'disabled',
  'enabled',
  'identityLinked',
] as const;
export type AccountEventKind = (typeof accountEventKinds)[number];

export const accountEventSchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(accountEventKinds),
  /** Name at that time; null for who was not signed in, for a command and for a sign-in service. */
  actor: z.nullable(z.string()),
  /** Whom it was done to; null where that is the actor, or nobody yet. */
  subject: z.nullable(z.string()),
  detail: z.nullable(z.string()),
  address: z.nullable(z.string()),
});
export type AccountEventItem = z.infer<typeof accountEventSchema>;
export const accountEventListSchema = z.object({
  events: z.array(accountEventSchema),
  /** For `before` of the next page; null on the last one. */
  next: z.nullable(z.string()),
});
export type AccountEventList = z.infer<typeof accountEventListSchema>;

/** By the names that the description of the API gives them. */
export const accountSchemas = {
  Account: accountSchema,
  AccountEvent: accountEventSchema,
  AccountEventList: accountEventListSchema,
  AccountList: accountListSchema,
  AccountPatch: accountPatchSchema,
  CodeEntry: codeEntrySchema,
  Invitation: invitationSchema,
  InvitationCreation: invitationCreationSchema,
  LinkLook: linkLookSchema,
  LinkRedemption: linkRedemptionSchema,
  LinkSubject: linkSchema,
  OneTimeLink: oneTimeLinkSchema,
  PasswordChange: passwordChangeSchema,
  PasswordEntry: passwordEntrySchema,
  RecoveryCodes: recoveryCodesSchema,
  Session: sessionSchema,
  SessionList: sessionListSchema,
  SignIn: signInSchema,
  SignInStep: signInStepSchema,
  TwoFactorSetup: twoFactorSetupSchema,
} as const;
