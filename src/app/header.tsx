import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useClient } from '#client/context.tsx';
import type { Loaded } from '#client/engine-protocol.ts';
import { meQuery } from '#client/query.ts';
import type { Persona } from '#contract/session.ts';
import { personas } from '#contract/session.ts';
import type { Locale } from '#domain/words/words.ts';
import { useLanguage, useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { PopoverButton } from '#ui/popover.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LiveNote } from './live-note.tsx';
import { type ThemeChoice, themeChoices } from './preferences.ts';
import css from './shell.module.css';
import { ShortcutsHelp } from './shortcuts.tsx';

export interface HeaderProps {
  readonly loaded: Loaded | null;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
  readonly persona: Persona;
  readonly onPersona: (persona: Persona) => void;
}

export function Header(props: HeaderProps) {
  const { loaded, locale } = props;
  const { messages } = useLanguage();
  const { shell } = messages;
  const district = loaded?.header.district;
  return (
    <header className={css['header']}>
      <p className={css['brand']}>
        <strong>{shell.product}</strong>
        <span className={css['district']}>
          {shell.tagline}
          {district && ` · ${locale === 'zh' ? `天津市${district.nameZh}` : district.nameEn}`}
        </span>
      </p>
      <nav aria-label={shell.navigation} className={css['nav']}>
        <PageLinks />
      </nav>
      <div className={css['tools']}>
        <LiveNote />
        {loaded?.header.isSample && <SampleBadge asOf={loaded.header.asOf} />}
        <div className={css['choices']}>
          <Choices {...props} />
        </div>
        <div className={css['folded']}>
          <PopoverButton trigger="⋯" label={shell.settings} variant="icon" placement="bottom end">
            {(close) => (
              <div className={css['sheet']}>
                <nav aria-label={shell.navigation} className={css['foldedNav']}>
                  <PageLinks onFollow={close} />
                </nav>
                <Choices {...props} />
              </div>
            )}
          </PopoverButton>
        </div>
        <AccountMenu />
        <ShortcutsHelp />
      </div>
    </header>
  );
}

/** The pages that the role has. */
function PageLinks({ onFollow }: { readonly onFollow?: () => void }) {
  const { api } = useClient();
  const { shell } = useMessages();
  const [path] = useLocation();
  const me = useQuery(meQuery(api)).data;
  const pages = [
    { href: '/', text: shell.find, isHere: path === '/' },
    { href: '/cockpit', text: shell.cockpit, isHere: path === '/cockpit' },
    { href: '/match', text: shell.match, isHere: path === '/match' },
    { href: '/compare', text: shell.compare, isHere: path === '/compare' },
    ...(me && me.role !== 'public'
      ? [{ href: '/data', text: shell.data, isHere: path.startsWith('/data') }]
      : []),
  ];
  return pages.map(({ href, text, isHere }) => (
    <Link
      key={href}
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={isHere ? (css['here'] ?? '') : ''}
      onClick={() => onFollow?.()}
    >
      {text}
    </Link>
  ));
}

/** Role, theme and language: in a row where there is room, else behind one button. */
function Choices({ persona, onPersona, theme, onTheme, locale, onLocale }: HeaderProps) {
  const { shell } = useMessages();
  return (
    <>
      <RoleSwitch persona={persona} onPersona={onPersona} />
      <SelectField
        label={shell.theme}
        isLabelHidden
        value={theme}
        options={themeChoices.map((value) => ({ value, text: shell.themes[value] }))}
        onChange={onTheme}
        className={css['choice'] ?? ''}
      />
      <Button
        variant="plain"
        size="small"
        label={shell.language}
        onPress={() => onLocale(locale === 'zh' ? 'en' : 'zh')}
      >
        {locale === 'zh' ? 'English' : '中文'}
      </Button>
    </>
  );
}

function SampleBadge({ asOf }: { readonly asOf: string }) {
  const { messages, figures } = useLanguage();
  const { shell } = messages;
  const text = `${shell.sample} · ${shell.asOf(figures.month(asOf.slice(0, 7)))}`;
  return (
    <PopoverButton
      trigger={text}
      label={text}
      size="small"
      className={css['badge'] ?? ''}
      placement="bottom end"
    >
      <p className={css['note']}>{shell.sampleNote}</p>
    </PopoverButton>
  );
}

/** Only where the server leaves the role to the visitor: a sample on one's own machine. */
function RoleSwitch({ persona, onPersona }: Pick<HeaderProps, 'persona' | 'onPersona'>) {
  const { api } = useClient();
  const { messages, figures } = useLanguage();
  const me = useQuery(meQuery(api));
  if (!me.data?.personas) return null;
  return (
    <SelectField
      label={messages.shell.role}
      isLabelHidden
      value={persona}
      options={personas.map((value) => ({ value, text: figures.words.role[value] }))}
      onChange={onPersona}
      className={css['choice'] ?? ''}
    />
  );
}
