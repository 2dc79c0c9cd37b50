/** What the second sheet of a workbook says of the first. */
export const workbookNotesZh = {
  sheet: '说明',
  query: '查询参数',
  revision: '数据版本',
  seenBy: '可见范围',
  unknown: (word: string) =>
    `“${word}”表示没有资料，不是 0。它是文字：求和与平均会略过它，直接用它加减乘除得 #VALUE!。`,
  bound: '数值的界',
  boundNote: (signs: string) =>
    `数字前的 ${signs} 表示资料只给出了界或约数。单元格里仍是数字，可以求和；符号另写在“·界”一列。`,
  rate: '比率',
  rateNote: '显示为百分数，单元格里是 0–1 的小数。',
  date: '日期',
  dateNote: '只知年月的显示为年月，单元格里是当月 1 日。1900 年 3 月以前的日期是文字。',
  text: '文字',
  textNote: '以 = + - @ 等开头的文字前面加了一个撇号，以免另存为 CSV 后被当作公式执行。',
};

export const workbookNotesEn: typeof workbookNotesZh = {
  sheet: 'About',
  query: 'Query',
  revision: 'Revision',
  seenBy: 'As seen by',
  unknown: (word) =>
    `“${word}” means that nothing is on file; it is not 0. It is text: sums and means pass it over, arithmetic with it gives #VALUE!.`,
  bound: 'Bounds',
  boundNote: (signs) =>
    `${signs} before a figure: only a bound or an estimate is on file. The cell still holds the number and can be summed; the column “: bound” holds the sign.`,
  rate: 'Rates',
  rateNote: 'Shown as per cent; the cell holds a share between 0 and 1.',
  date: 'Dates',
  dateNote:
    'Where only the month is known, the cell shows the month and holds its first day. Dates before March 1900 are text.',
  text: 'Text',
  textNote:
    'A text that starts with = + - @ or the like has an apostrophe before it, so that it is not run as a formula once the sheet is saved as CSV.',
};
