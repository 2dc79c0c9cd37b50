import type { Hono } from 'hono';
import { getHealth, getMe, getSettings } from '#contract/endpoints.ts';
import type { Health, Me, Settings } from '#contract/session.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';

export function routeSession(app: Hono<ApiEnv>, { settings, store }: Pick<RouteDeps, 'settings' | 'store'>) {
  app.get(getMe.path, (c) => {
    const { role, personas, account } = c.var.viewer;
    return c.json({ role, personas: personas && [...personas], account } satisfies Me);
  });
  app.get(getSettings.path, (c) => c.json(settings satisfies Settings));
  app.get(getHealth.path, async (c) => {
    const revision = await store.revision();
    return c.json({ status: 'ok', revision } satisfies Health);
  });
}
