/** Texts of the import page. Reasons and fixes stand in the domain's words, since the report says them too. */
import type { MappingNoteReason } from '#domain/intake/mapping.ts';
import { intakeWordsEn } from '#domain/words/intake-en.ts';
import { intakeWordsZh } from '#domain/words/intake-zh.ts';
import type { Locale } from '#domain/words/words.ts';

const notesZh: Readonly<Record<MappingNoteReason, string>> = {
  unknownHeading: '不认识的标题，未导入',
  duplicateHeading: '与前面一列标题相同，未导入',
  sameTarget: '已有另一列对应同一字段，未导入',
  noHeading: '没有标题，未导入',
  likely: '按相近的标题对应，请核对',
  unitUnknown: '标题没有写明单位，请选择',
  datumAssumed: '标题没有写明坐标系，按 WGS-84 读取，请核对',
  notForRole: '你的角色不能导入此项',
};

const notesEn: typeof notesZh = {
  unknownHeading: 'Unknown heading, not imported',
  duplicateHeading: 'Same heading as an earlier column, not imported',
  sameTarget: 'Another column fills the same field, not imported',
  noHeading: 'No heading, not imported',
  likely: 'Mapped by a similar heading: please check',
  unitUnknown: 'The heading names no unit: please choose',
  datumAssumed: 'The heading names no datum, read as WGS-84: please check',
  notForRole: 'Your role may not import this',
};

export const intakeZh = { ...intakeWordsZh, note: notesZh };
export const intakeEn: typeof intakeZh = { ...intakeWordsEn, note: notesEn };

/** Not among the messages of every page: the import is loaded when it is opened. */
export const intakeMessages: Readonly<Record<Locale, typeof intakeZh>> = { zh: intakeZh, en: intakeEn };
