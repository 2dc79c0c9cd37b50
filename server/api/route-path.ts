import type { Endpoint } from '#contract/endpoint.ts';

/** `/buildings/{id}` as the router writes it: `/buildings/:id`. */
export function routePath({ path }: Pick<Endpoint, 'path'>): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
