import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Locale } from '#domain/words/words.ts';
import { LanguageProvider } from './locale.tsx';
import { messages } from './messages.ts';
import { usePageTitle } from './page-title.ts';

function Page({ name }: { readonly name: string }) {
  usePageTitle(name);
  return null;
}

const page = (locale: Locale, name: string) => (
  <LanguageProvider locale={locale}>
    <Page name={name} />
  </LanguageProvider>
);

test('the title follows the name and the language, and is that of the site once the page is left', () => {
  const { rerender, unmount } = render(page('zh', '甲座'));
  expect(document.title).toBe(`甲座 · ${messages.zh.shell.title}`);
  rerender(page('en', 'Tower A'));
  expect(document.title).toBe(`Tower A · ${messages.en.shell.title}`);
  rerender(page('en', 'Tower B'));
  expect(document.title).toBe(`Tower B · ${messages.en.shell.title}`);
  unmount();
  expect(document.title).toBe(messages.en.shell.title);
});
