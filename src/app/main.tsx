import '#ui/tokens.css';
import '#ui/global.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEngineWorker, EngineClient } from '#client/engine-client.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { AppRouter } from './router.tsx';
import { EngineProvider } from './shell.tsx';

/** Without a server the page answers its own API, by the very same code. */
async function startMock(): Promise<void> {
  const { startMock: start } = await import('#mocks/browser.ts');
  await start({ basePath: import.meta.env.BASE_URL });
}

function render(container: HTMLElement): void {
  const queryClient = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } });
  const engine = new EngineClient(createEngineWorker());
  createRoot(container).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <EngineProvider value={engine}>
          <CrashBoundary>
            <AppRouter />
          </CrashBoundary>
        </EngineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (import.meta.env.LOULAN_MOCK) await startMock();
const container = document.getElementById('root');
if (container) render(container);
