import { expect, test } from 'vitest';
import { noRoute, routeNames } from './route-names.ts';

const nameOf = routeNames([
  '/*',
  '*',
  '/api/docs',
  '/api/v1/b.csv',
  '/api/v1/b/:id',
  '/api/v1/b/:id/units',
  '/api/auth/*',
]);

test.each([
  ['/api/docs', '/api/docs'],
  ['/api/v1/b.csv', '/api/v1/b.csv'],
  ['/api/v1/b/one', '/api/v1/b/:id'],
  ['/api/v1/b/one/units', '/api/v1/b/:id/units'],
  ['/api/auth/reset/Zk3bX9qP', '/api/auth/*'],
  ['/api/v1/bXcsv', noRoute],
  ['/api/v1/b/one/two', noRoute],
  ['/invite/Zk3bX9qP', noRoute],
  ['/__proto__', noRoute],
])('%s goes by %s', (path, name) => {
  expect(nameOf(path)).toBe(name);
});
