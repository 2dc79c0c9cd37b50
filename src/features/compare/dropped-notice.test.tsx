import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Dropped } from '#domain/compare/ids.ts';
import type { Locale } from '#domain/words/words.ts';
import { LanguageProvider } from '#format/locale.tsx';
import { DroppedNotice } from './dropped-notice.tsx';

const notice = (locale: Locale, dropped: readonly Dropped[]) => (
  <LanguageProvider locale={locale}>
    <DroppedNotice
      dropped={dropped}
      compared={[{ state: 'gone', subject: { buildingId: 'b', unitId: null }, column: null }]}
    />
  </LanguageProvider>
);

test('what was left out stays said when the address is mended, in the language of the page', () => {
  const { rerender } = render(notice('zh', [{ text: 'a', reason: 'repeated' }]));
  const lines = () => screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines()).toEqual(['“a”：重复', '“b”：不存在，或您不能查看']);
  rerender(notice('en', []));
  expect(lines()).toEqual(['“a”: repeated', '“b”: does not exist, or you may not see it']);
});
