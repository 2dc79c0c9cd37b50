import type { ReactNode } from 'react';
import { useClient } from '#client/context.tsx';
import { fetchCompareWorkbook } from '#client/workbooks.ts';
import { type CompareAddress, compareViews } from '#domain/compare/address.ts';
import { parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { SaveButton } from '#ui/save-button.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { CopyLink } from '#views/building-card/copy-link.tsx';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';

/** How the comparison is looked at, and the ways out of it. */
export function CompareTools({
  address,
  onChange,
  search,
}: {
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
  /** Where another one is added; left out when there is no room for one. */
  readonly search: ReactNode;
}) {
  const { compare } = useCompareWords();
  const { api } = useClient();
  const { locale } = useLanguage();
  return (
    <fieldset className={`${css['tools']} no-print`} aria-label={compare.tools}>
      <ToggleGroup
        label={compare.views.label}
        value={address.view}
        options={compareViews.map((value) => ({ value, text: compare.views[value] }))}
        onChange={(view) => onChange({ view })}
      />
      {address.view === 'table' && (
        <Checkbox
          isSelected={address.differencesOnly}
          onChange={(differencesOnly) => onChange({ differencesOnly })}
        >
          {compare.differencesOnly}
        </Checkbox>
      )}
      {search}
      <div className={css['ways']}>
        <CopyLink onCopy={() => navigator.clipboard.writeText(window.location.href)} />
        <Button onPress={() => window.print()}>{compare.print}</Button>
        <SaveButton
          words={compare.workbook}
          make={() => fetchCompareWorkbook(api, address.subjects, { assumptions: assumed(address), locale })}
        />
      </div>
    </fieldset>
  );
}

/** The assumptions beside what is compared, usable ones only. */
function assumed({ others }: CompareAddress) {
  return parseAssumptions(others).assumptions;
}
