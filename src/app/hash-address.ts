/** Addresses on a host that knows none of our paths: the path in the hash, the query where queries are. */
import { navigate, useHashLocation } from 'wouter/use-hash-location';

/** An address that has no query says so: left out, the one before it would stay. */
function told(to: string): string {
  return to.includes('?') ? to : `${to}?`;
}

const go: typeof navigate = (to, options) => navigate(told(to), options);

/** A hook for the router, which also knows how links are written. */
export const useHashAddress = /* @__PURE__ */ Object.assign(
  () => {
    const [path] = useHashLocation();
    return [path, go] as [string, typeof go];
  },
  {
    hrefs: (to: string) => {
      const [path = '', query = ''] = told(to).split('?');
      return `?${query}#${path}`;
    },
  },
);
