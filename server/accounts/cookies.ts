/** Cookies: the session, and what waits for the second step of a sign-in, here or at a sign-in service. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';

export type CookieName = 'loulan' | 'loulan-step' | 'loulan-oidc';

/** Over https under a name that only this very host can set. */
function fullName(name: CookieName, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}

/** Tokens have 43 characters of base64url; anything else is none. */
function tokenFrom(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

export function sessionTokenOf(request: Request, isSecure: boolean): string | null {
  const name = fullName('loulan', isSecure);
  return tokenFrom(parse(request.headers.get('cookie') ?? '', name)[name]);
}

export function readToken(c: Context, name: CookieName, isSecure: boolean): string | null {
  return tokenFrom(getCookie(c, fullName(name, isSecure)));
}

/** Scripts cannot read it, and it does not come along with what other sites send. */
export function writeToken(c: Context, name: CookieName, token: string, isSecure: boolean, ms: number): void {
  setCookie(c, fullName(name, isSecure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: Math.floor(ms / 1_000),
  });
}

export function dropToken(c: Context, name: CookieName, isSecure: boolean): void {
  deleteCookie(c, fullName(name, isSecure), { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure });
}
