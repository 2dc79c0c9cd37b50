/** 一楼一档: everything that is on file of one building, for whoever must judge it or complete it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import { fetchBuildingWorkbook } from '#client/workbooks.ts';
import type { BuildingDetail } from '#contract/building-detail.ts';
import { type FileAddress, formatFileAddress, parseFileAddress } from '#domain/building-file/address.ts';
import type { FileGroup, StatedField } from '#domain/building-file/groups.ts';
import { parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import type { PlanLook } from '#domain/stacking/plan-look.ts';
import { maySeeTenants } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { usePageTitle } from '#format/page-title.ts';
import { AfterIdle } from '#ui/after-idle.tsx';
import { Button } from '#ui/button.tsx';
import { preparePopover } from '#ui/popover.tsx';
import { SaveButton } from '#ui/save-button.tsx';
import { CopyLink } from '#views/building-card/copy-link.tsx';
import { Completeness } from '#views/building-file/completeness.tsx';
import { FactList } from '#views/building-file/fact-list.tsx';
import { FileHeader } from '#views/building-file/file-header.tsx';
import { Nearby } from '#views/building-file/nearby.tsx';
import css from './building-page.module.css';
import { CostSection } from './cost-section.tsx';
import { FileFailed, FileLoading, FileUnknown } from './file-states.tsx';
import { SpaceSection } from './space-section.tsx';
import { TenancySection, TrendSection } from './tenancy-section.tsx';
import { useAround, useBuildingFile, useNamesOfIds } from './use-building-file.ts';

export interface BuildingPageProps {
  readonly id: string;
  /** The query part of the address, without `?`: how the plan is looked at, assumptions of costs. */
  readonly searchText: string;
  readonly navigate: (text: string, how: 'push' | 'replace') => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, text: string) => ReactNode;
  /** Further steps beside those of the page itself. */
  readonly actions?: ReactNode;
  /** Opens all records of the building to be changed; null: the role may not. */
  readonly onEdit: ((id: string) => void) | null;
  /** Fields that were begun to be changed and not saved when the page was left. */
  readonly begun: readonly string[];
  /** Where one field is changed in place. */
  readonly editorOf: (field: StatedField, onClose: () => void) => ReactNode;
}

export function BuildingPage(props: BuildingPageProps) {
  const state = useBuildingFile(props.id);
  return (
    <main id="content" className={css['page']} tabIndex={-1} aria-busy={state.kind === 'loading'}>
      <div className={css['column']}>
        {state.kind === 'loading' && <FileLoading />}
        {state.kind === 'failed' && <FileFailed onRetry={state.retry} />}
        {state.kind === 'unknown' && <FileUnknown id={props.id} near={state.near} link={props.link} />}
        {state.kind === 'ready' && <FileSections file={state.file} {...props} />}
      </div>
    </main>
  );
}

function FileSections({
  file,
  onEdit,
  begun,
  editorOf,
  actions,
  link,
  searchText,
  navigate,
}: BuildingPageProps & { readonly file: BuildingDetail }) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale];
  const nameOf = useNamesOfIds();
  const around = useAround(file.position);
  const { api } = useClient();
  const role = useQuery(meQuery(api)).data?.role;
  const name = locale === 'en' ? (file.nameEn ?? file.nameZh) : file.nameZh;
  const { pairs, look, onPairs, onLook } = useAddress(searchText, navigate);
  usePageTitle(name);
  useEffect(preparePopover, []);
  const onAdd = onEdit && <Button onPress={() => onEdit(file.id)}>{words.addRecords}</Button>;
  return (
    <>
      <div className={css['head']}>
        <FileHeader
          file={file}
          nameOf={nameOf}
          actions={
            <>
              {actions}
              {onEdit && <Button onPress={() => onEdit(file.id)}>{words.edit}</Button>}
              <CopyLink onCopy={() => navigator.clipboard.writeText(window.location.href)} />
              <Button onPress={() => window.print()}>{words.print}</Button>
              <WorkbookButton id={file.id} pairs={pairs} />
            </>
          }
        />
      </div>
      <Section name={words.section.stacking}>
        <SpaceSection file={file} name={name} onAdd={onAdd} link={link} {...{ look, onLook }} />
      </Section>
      <Section name={words.section.facts}>
        <Facts file={file} mayEdit={onEdit !== null} begun={begun} editorOf={editorOf} nameOf={nameOf} />
      </Section>
      <AfterIdle turn={1}>
        <CostSection file={file} name={name} pairs={pairs} onPairs={onPairs} />
      </AfterIdle>
      {role !== undefined && maySeeTenants(role) && (
        <Section name={words.section.tenancy}>
          <AfterIdle turn={2}>
            <TenancySection file={file} name={name} onAdd={onAdd} />
          </AfterIdle>
        </Section>
      )}
      {role !== undefined && (
        <Section name={words.section.trends}>
          <AfterIdle turn={3}>
            <TrendSection file={file} name={name} onAdd={onAdd} role={role} />
          </AfterIdle>
        </Section>
      )}
      <Section name={words.section.nearby}>
        <Nearby id={file.id} position={file.position} link={link} {...around} />
      </Section>
      <Origin file={file} />
    </>
  );
}

/** What of the page stands in its address, and what writes it there. */
function useAddress(searchText: string, navigate: BuildingPageProps['navigate']) {
  const { look, others } = useMemo(() => parseFileAddress(searchText), [searchText]);
  return {
    look,
    pairs: others,
    onLook: (change: Partial<PlanLook>) =>
      navigate(formatFileAddress({ look: { ...look, ...change }, others }), 'push'),
    // Typed figures are no steps that somebody would go back through.
    onPairs: (next: FileAddress['others']) => navigate(formatFileAddress({ look, others: next }), 'replace'),
  };
}

/** Where a printed file comes from and of what day it is. */
function Origin({ file: { asOf, synthetic } }: { readonly file: BuildingDetail }) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale];
  return (
    <p className={css['origin']}>
      {words.printedFrom(window.location.href)} · {words.asOf(figures.date(asOf))}
      {synthetic && ` · ${words.sampleNote}`}
    </p>
  );
}

function WorkbookButton({ id, pairs }: { readonly id: string; readonly pairs: FileAddress['others'] }) {
  const { api } = useClient();
  const { locale } = useLanguage();
  const make = () =>
    fetchBuildingWorkbook(api, id, { assumptions: parseAssumptions(pairs).assumptions, locale });
  return <SaveButton words={buildingFileMessages[locale].workbook} make={make} />;
}

const leftGroups: readonly FileGroup[] = ['space', 'access', 'contact'];
const rightGroups: readonly FileGroup[] = ['technical', 'commercial', 'policy'];

function Facts({
  file,
  mayEdit,
  begun,
  editorOf,
  nameOf,
}: Pick<BuildingPageProps, 'begun' | 'editorOf'> & {
  readonly file: BuildingDetail;
  readonly mayEdit: boolean;
  readonly nameOf: ReturnType<typeof useNamesOfIds>;
}) {
  // Several at once: what is typed into one field is not lost because another is opened.
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(mayEdit ? begun : []));
  const edit = mayEdit ? (field: StatedField) => setOpen((now) => new Set([...now, field])) : null;
  const close = (field: StatedField) => setOpen((now) => new Set([...now].filter((one) => one !== field)));
  const list = (group: FileGroup) => (
    <FactList
      key={group}
      file={file}
      group={group}
      nameOf={nameOf}
      editorOf={(field) => (open.has(field) ? editorOf(field, () => close(field)) : null)}
      onEdit={edit}
    />
  );
  return (
    <div className={css['facts']}>
      <div className={css['factColumn']}>{leftGroups.map(list)}</div>
      <div className={css['factColumn']}>
        <Completeness file={file} onEdit={edit} />
        {rightGroups.map(list)}
      </div>
    </div>
  );
}

function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={css['section']} aria-label={name}>
      <h2 className={css['sectionTitle']}>{name}</h2>
      {children}
    </section>
  );
}
