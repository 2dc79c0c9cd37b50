/** Which route answers a path. Its pattern stands for it in logs and figures: paths hold ids and tokens. */

/** For paths that no route answers. */
export const noRoute = 'other';

/**
 * @param patterns as the router has them: `/a/:id`, `/a/*`; those that hold for everything are left out
 * @returns the pattern of a path, or `other`
 */
export function routeNames(patterns: readonly string[]): (path: string) => string {
  const named = [...new Set(patterns)].filter((pattern) => !/^\/?\*$/.test(pattern));
  const fixed = new Set(named.filter((pattern) => !/[:*]/.test(pattern)));
  const open = named
    .filter((pattern) => !fixed.has(pattern))
    .map((pattern) => ({ pattern, matcher: matcherOf(pattern) }));
  return (path) => {
    if (fixed.has(path)) return path;
    return open.find(({ matcher }) => matcher.test(path))?.pattern ?? noRoute;
  };
}

function matcherOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
