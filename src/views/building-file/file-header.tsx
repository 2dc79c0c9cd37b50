import type { ReactNode } from 'react';
import type { FileField } from '#domain/building-file/groups.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import type { NameOfId } from '#format/record-text.ts';
import { classNames } from '#ui/class-names.ts';
import { useOpened } from '#ui/use-opened.ts';
import css from './building-file.module.css';
import type { BuildingFile } from './building-file.ts';
import { decisiveFields, fileFact, shownText } from './file-facts.ts';
import { OpenedFact } from './opened-fact.tsx';

/** What a building is called, what it is, and its five decisive facts; stays in view while the file is read. */
export function FileHeader({
  file,
  nameOf,
  actions,
}: {
  readonly file: BuildingFile;
  readonly nameOf: NameOfId;
  readonly actions: ReactNode;
}) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale];
  const what = useWhatItIs(file, nameOf);
  const isEnglish = locale === 'en' && file.nameEn !== null;
  const second = isEnglish ? file.nameZh : file.nameEn;
  return (
    <header className={css['header']}>
      <div className={css['names']}>
        <h1 className={css['title']} lang={isEnglish ? 'en' : 'zh-CN'}>
          {isEnglish ? file.nameEn : file.nameZh}
        </h1>
        {second !== null && (
          <span className={css['otherName']} lang={isEnglish ? 'zh-CN' : 'en'}>
            {second}
          </span>
        )}
      </div>
      <p className={css['what']}>
        {what.join(' · ')}
        {file.synthetic && (
          <span className={css['sample']} title={words.sampleNote}>
            {words.sample}
          </span>
        )}
        <span className={css['asOf']}>{words.asOf(figures.date(file.asOf))}</span>
      </p>
      <div className={classNames(css['actions'], 'no-print')}>{actions}</div>
      <DecisiveFacts file={file} />
    </header>
  );
}

function useWhatItIs(file: BuildingFile, nameOf: NameOfId): readonly string[] {
  const language = useLanguage();
  const { words } = language.figures;
  const grade = file.grade && words.grade[file.grade];
  const basis = file.gradeBasis && words.gradeBasis[file.gradeBasis];
  const parts = [
    words.carrierType[file.carrierType],
    grade && (basis === null ? grade : buildingFileMessages[language.locale].onBasis(grade, basis)),
    words.status[file.status],
    file.circleId === null ? null : nameOf('circleId', file.circleId),
    fileFact(file, 'metroDistanceM', language).value,
    file.protectionClass && words.protectionClass[file.protectionClass],
    file.tenure && words.tenure[file.tenure],
  ];
  return parts.filter((part) => part !== null);
}

function DecisiveFacts({ file }: { readonly file: BuildingFile }) {
  const language = useLanguage();
  const words = buildingFileMessages[language.locale];
  const opened = useOpened<FileField>();
  const facts = decisiveFields(file).map((field) => fileFact(file, field, language));
  const open = facts.find(({ field }) => field === opened.id);
  return (
    <>
      <ul className={css['decisive']} aria-label={words.decisive}>
        {facts.map((fact) => (
          <li key={fact.field}>
            <button className={css['decisiveFact']} {...opened.trigger(fact.field)}>
              <span className={css['decisiveLabel']}>{fact.label}</span>
              <span className={classNames(css['decisiveValue'], fact.value === null && css['missing'])}>
                {shownText(fact, language.figures.words.unknown)}
                {fact.aside !== null && <span className={css['decisiveAside']}>{fact.aside}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && <OpenedFact anchor={opened.anchor} fact={open} file={file} onClose={opened.close} />}
    </>
  );
}
