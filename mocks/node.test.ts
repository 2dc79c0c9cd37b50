import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { towerAndHouse } from '../tests/tower-and-house.ts';
import { createMockServer } from './node.ts';

const server = createMockServer({ portfolio: towerAndHouse });
beforeAll(() => server.listen());
afterAll(() => server.close());

test('a request of a component is answered by the real API', async () => {
  const response = await fetch('http://localhost/api/v1/buildings?columnFree=1');
  expect(await response.json()).toMatchObject({ total: 1, items: [{ id: 'tower' }] });
});

test('an endpoint that does not exist fails loudly', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const response = await fetch('http://localhost/api/v1/biuldings');
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('no such endpoint');
  told.mockRestore();
});
