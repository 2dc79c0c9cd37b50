/** Texts for who opens a page that is not theirs. They come with those pages, not with the first load. */
import type { Locale } from '#domain/words/words.ts';

const zh = {
  signInAdvice: '如果您有账号，请先登录。',
  signIn: '登录',
  askAdvice: (role: string) => `您的身份是“${role}”。需要时请联系管理员。`,
  switchAdvice: '在页眉换一个角色再看。',
  back: '回到找楼',
};

export type RefusalMessages = typeof zh;

const en: RefusalMessages = {
  signInAdvice: 'If you have an account, sign in first.',
  signIn: 'Sign in',
  askAdvice: (role) => `You are here as “${role}”. Ask an administrator if you need it.`,
  switchAdvice: 'Try another role in the header.',
  back: 'Back to Find',
};

export const refusalMessages: Readonly<Record<Locale, RefusalMessages>> = { zh, en };
