/** What every call needs: the API and the engine's worker, one each a page. */
import { createContext, type ReactNode, useContext } from 'react';
import type { Api } from './api.ts';
import type { EngineClient } from './engine-client.ts';

interface Client {
  readonly api: Api;
  readonly engine: EngineClient;
}

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({
  client,
  children,
}: {
  readonly client: Client;
  readonly children: ReactNode;
}) {
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient is used outside of ClientProvider');
  return client;
}
