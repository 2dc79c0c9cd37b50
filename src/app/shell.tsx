/** The frame around every page: language, theme, role, header. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { ClientProvider } from '#client/context.tsx';
import type { EngineClient } from '#client/engine-client.ts';
import type { Loaded } from '#client/engine-protocol.ts';
import { LiveProvider } from '#client/live.tsx';
import { defaultPersona, personas } from '#contract/session.ts';
import { locales } from '#domain/words/words.ts';
import { LanguageProvider, useMessages } from '#format/locale.tsx';
import { createStatusQueue, type StatusQueue } from '#ui/status-queue.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { Header } from './header.tsx';
import { themeChoices, usePreference, useShownTheme } from './preferences.ts';
import css from './shell.module.css';

interface ShellContextValue {
  readonly theme: 'light' | 'dark';
  readonly status: StatusQueue;
  readonly onLoaded: (loaded: Loaded) => void;
}

const ShellContext = createContext<ShellContextValue | null>(null);

export function useShell(): ShellContextValue {
  const value = useContext(ShellContext);
  if (!value) throw new Error('useShell is used outside of Shell');
  return value;
}

const EngineContext = createContext<EngineClient | null>(null);
export const EngineProvider = EngineContext.Provider;

function useEngine(): EngineClient {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('useEngine is used outside of EngineProvider');
  return engine;
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = usePreference('locale', locales, 'zh');
  const [themeChoice, setThemeChoice] = usePreference('theme', themeChoices, 'auto');
  const [persona, setPersona] = usePreference('persona', personas, defaultPersona);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [status] = useState(createStatusQueue);
  const theme = useShownTheme(themeChoice);
  const engine = useEngine();
  const client = useMemo(
    () => ({ api: { base: import.meta.env.BASE_URL, persona }, engine }),
    [persona, engine],
  );
  const shell = useMemo(() => ({ theme, status, onLoaded: setLoaded }), [theme, status]);
  const tag = locale === 'zh' ? 'zh-CN' : 'en-US';
  useDocument(tag, themeChoice);
  return (
    <LanguageProvider locale={locale}>
      <ClientProvider client={client}>
        <LiveProvider shown={loaded?.header ?? null}>
          <ShellContext value={shell}>
            <SkipLink />
            <div className={css['frame']}>
              <Header
                loaded={loaded}
                locale={locale}
                onLocale={setLocale}
                theme={themeChoice}
                onTheme={setThemeChoice}
                persona={persona}
                onPersona={setPersona}
              />
              {children}
            </div>
            <Status queue={status} />
          </ShellContext>
        </LiveProvider>
      </ClientProvider>
    </LanguageProvider>
  );
}

function useDocument(tag: string, theme: string): void {
  useEffect(() => {
    document.documentElement.lang = tag;
  }, [tag]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

function SkipLink() {
  const { shell } = useMessages();
  useEffect(() => {
    document.title = shell.title;
  }, [shell.title]);
  return (
    <button type="button" className={css['skip']} onClick={() => document.getElementById('content')?.focus()}>
      {shell.skipToContent}
    </button>
  );
}

function Status({ queue }: { readonly queue: StatusQueue }) {
  const { shell } = useMessages();
  return <StatusRegion queue={queue} dismissLabel={shell.dismiss} />;
}
