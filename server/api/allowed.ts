import type { MiddlewareHandler } from 'hono';
import type { Endpoint } from '#contract/endpoint.ts';
import type { ApiEnv } from './api-deps.ts';
import { problemResponse } from './problem.ts';

/** Whoever is not signed in is told to; who is, but may not, is told that. */
export function allowed({ roles }: Pick<Endpoint, 'roles'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { role, account, personas } = c.var.viewer;
    if (roles.includes(role)) return next();
    const isStranger = account === null && personas === null;
    const detail = `only for: ${roles.join(', ')}`;
    return problemResponse(c, isStranger ? 'signInFirst' : 'notForRole', detail);
  };
}
