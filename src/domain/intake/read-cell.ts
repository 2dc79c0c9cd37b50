/** One cell as a value of the field that its column is mapped to. Never throws, whatever the cell holds. */
import { exactly, type Quantity } from '../measure.ts';
import type { Field } from '../records/field.ts';
import { type Cell, cellText, isBlank } from './cell.ts';
import { optionOf, readFlag } from './choice-words.ts';
import { type CalendarPart, isoDate, isoMonth, readDay, readDayNumber, readTerm } from './days.ts';
import { type Figure, readFigure } from './figure.ts';
import { nameKey, plain } from './plain.ts';
import type { CellReason } from './reason.ts';
import { readStorey, readStoreys } from './storeys.ts';
import { type Target, type UnitCode, usualUnit } from './targets/target.ts';
import { inModelUnit } from './units.ts';

/** `blank`: nothing is said. `unknown`: it is said that nobody knows (面议, 待定, —). */
export type CellRead =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wrong'; readonly reason: CellReason; readonly allowed: string };

export interface CellQuestion {
  readonly entity: string;
  readonly target: Target;
  /** The rule of the field that is filled; null for what only helps to find a record. */
  readonly field: Field | null;
  /** Of bare numbers in this column; null takes the usual one. */
  readonly unit: UnitCode | null;
  /** Circles or subdistricts by name key. */
  readonly places: ReadonlyMap<string, string>;
}

const blank: CellRead = { kind: 'blank' };
const unknown: CellRead = { kind: 'unknown' };
const value = (of: unknown): CellRead => ({ kind: 'value', value: of });
const wrong = (reason: CellReason, allowed = ''): CellRead => ({ kind: 'wrong', reason, allowed });

const unknownWords = new Set(
  (
    '面议|待定|未定|待议|另议|电议|不详|未知|不明|暂无|暂无数据|无|没有|无数据|保密|未提供|未统计|待补充|待填|待核实|待确认|暂缺|缺|空缺|详询|请咨询|' +
    'n/a|na|n.a.|#n/a|nil|none|null|unknown|not provided|tbd|tba|tbc|negotiable|on request|-|--|---|—|——|–|―|/|//|\\|?|？|??|.|…|*'
  ).split('|'),
);

/** Words by which people say that they do not know. */
export function isUnknownWord(text: string): boolean {
  return unknownWords.has(text) || unknownWords.has(text.toLowerCase()) || /^[-—–―/?]+$/.test(text);
}

/** What a spreadsheet makes of a long code that it took for a number: 9.112E+17. */
const inPowers = /^\d(?:\.\d+)?e\+\d+$/i;
/** Room 3-1 becomes the first of March in a spreadsheet that thinks it knows better. */
function isCode(reading: Target['reading']): boolean {
  return reading === 'text' || reading === 'id' || reading === 'name' || reading === 'uscc';
}

const loneSurrogate = /\p{Cs}/u;

export function readCell(cell: Cell, question: CellQuestion): CellRead {
  if (isBlank(cell) || cell === null) return blank;
  if (typeof cell === 'object' && 'error' in cell)
    return cell.error === '#N/A' ? unknown : wrong('formulaWithoutValue');
  const { reading } = question.target;
  if (typeof cell === 'number') return readNumber(cell, question);
  if (typeof cell === 'object' && isCode(reading)) return wrong('dateForText');
  const text = cellText(cell);
  if (loneSurrogate.test(text) || text.includes('\0')) return wrong('badCharacters');
  const clean = plain(text);
  if (clean === '') return blank;
  if (reading === 'flag') return readFlagCell(cell, clean);
  if (reading === 'choice' || reading === 'choices' || reading === 'place') return readWords(clean, question);
  if (isUnknownWord(clean)) return unknown;
  return readText(text, clean, question);
}

function readFlagCell(cell: Cell, text: string): CellRead {
  if (typeof cell === 'boolean') return value(cell);
  const flag = readFlag(text);
  if (flag !== null) return value(flag);
  return isUnknownWord(text) ? unknown : wrong('notYesOrNo');
}

function readNumber(cell: number, question: CellQuestion): CellRead {
  const { reading } = question.target;
  if (!Number.isFinite(cell)) return wrong('notANumber');
  switch (reading) {
    case 'figure':
    case 'span':
    case 'low':
    case 'high':
      return fromFigure({ low: cell, high: cell, bound: 'exact', unit: null, isScaled: false }, question);
    case 'flag':
      return cell === 0 || cell === 1 ? value(cell === 1) : wrong('notYesOrNo');
    case 'date':
    case 'month':
    case 'dateOrMonth': {
      const day = readDayNumber(cell);
      return day.ok ? fromDay(day.part, reading) : wrong(day.reason);
    }
    case 'lon':
    case 'lat':
      return value(cell);
    case 'storey':
      return Number.isInteger(cell) && cell !== 0 ? value(cell) : wrong('notAFloor');
    case 'storeys':
      return Number.isInteger(cell) ? value({ above: cell, below: null }) : wrong('notWhole');
    case 'storeysAbove':
    case 'storeysBelow':
      return Number.isInteger(cell) ? value(Math.abs(cell)) : wrong('notWhole');
    case 'choice':
    case 'choices':
    case 'place':
      return readWords(String(cell), question);
    default:
      if (Math.abs(cell) > Number.MAX_SAFE_INTEGER) return wrong('digitsLost');
      return readText(String(cell), String(cell), question);
  }
}

function readWords(text: string, { entity, target, places, field }: CellQuestion): CellRead {
  const name = target.field ?? target.id;
  const whole = target.reading === 'place' ? places.get(nameKey(text)) : optionOf(entity, name, text);
  const options = field?.kind === 'choice' || field?.kind === 'choices' ? field.options.join(' | ') : '';
  if (target.reading !== 'choices') {
    if (whole) return value(whole);
    if (isUnknownWord(text)) return unknown;
    return wrong(
      'unknownValue',
      target.reading === 'place' ? [...new Set(places.values())].join(' | ') : options,
    );
  }
  if (whole) return value([whole]);
  if (isUnknownWord(text)) return unknown;
  if (/^(?:不限|不限制|无限制|均可|any|all)$/i.test(text)) return value([]);
  const parts = text.split(/[、,;/|]|\s+/).filter((part) => part !== '');
  const found = parts.map((part) => optionOf(entity, name, part));
  if (found.some((option) => option === null)) return wrong('unknownValue', options);
  return value([...new Set(found)]);
}

function readText(text: string, clean: string, question: CellQuestion): CellRead {
  const { reading, dimension } = question.target;
  switch (reading) {
    case 'figure':
    case 'span':
    case 'low':
    case 'high': {
      const read = readFigure(clean, dimension);
      return read.ok ? fromFigure(read.figure, question) : wrong(read.reason);
    }
    case 'date':
    case 'month':
    case 'dateOrMonth': {
      const day = readDay(clean);
      return day.ok ? fromDay(day.part, reading) : wrong(day.reason);
    }
    case 'term':
      return fromTerm(clean);
    case 'lon':
    case 'lat':
    case 'lonLat':
      return fromPoint(clean, reading);
    case 'storey': {
      const storey = readStorey(clean);
      return storey === null ? wrong('notAFloor') : value(storey);
    }
    case 'storeysAbove':
    case 'storeysBelow':
    case 'storeys':
      return fromStoreys(clean, reading);
    case 'texts':
      return value(textsIn(text, question.target.id));
    case 'uscc':
    case 'id':
    case 'name':
      if (inPowers.test(clean)) return wrong('digitsLost');
      return value(reading === 'uscc' ? clean.toUpperCase().replaceAll(/[\s-]/g, '') : clean);
    default:
      return value(text.trim().replaceAll(/\r\n?/g, '\n'));
  }
}

/** Remarks are one on a line; other names stand beside each other. */
function textsIn(text: string, target: string): string[] {
  const parts = text.split(target === 'remarks' ? /\r?\n/ : /[、，,;；/|\n]/);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

function fromFigure(figure: Figure, { target, field, unit }: CellQuestion): CellRead {
  const { dimension, reading } = target;
  const own = figure.unit ?? (figure.isScaled ? baseUnit(unit, dimension) : unit) ?? usualUnit[dimension];
  const isBare = figure.unit === null;
  const ends = [figure.low, figure.high].map((end) => scaled(end, own, dimension, isBare));
  const [low, high] = ends;
  if (typeof low !== 'number' || typeof high !== 'number')
    return wrong(low === 'ambiguousRatio' ? low : 'unitUnknown');
  const isSpan = figure.low !== figure.high;
  if (reading === 'span') return value({ min: low, max: high });
  if (reading === 'low' || reading === 'high') return value(reading === 'low' ? low : high);
  if (isSpan) return wrong('noSpanHere');
  if (field?.kind === 'quantity') return value({ ...exactly(low), bound: figure.bound } satisfies Quantity);
  if (figure.bound !== 'exact') return wrong('noBoundHere');
  if (field?.kind === 'integer' && !Number.isInteger(low)) return wrong('notWhole');
  return value(low);
}

/** 3万 under a heading in 万㎡ is 30,000 ㎡: the cell has counted the 万 already. Money so counted is in 元. */
function baseUnit(unit: UnitCode | null, dimension: Target['dimension']): UnitCode | null {
  if (dimension === 'money') return 'yuan';
  return unit === 'tenThousandSqm' ? 'sqm' : unit;
}

/** 0.75 under a heading in % may be a cell that only shows as 75 %; 1 without a unit may be 1 % or all. */
function scaled(
  end: number,
  unit: UnitCode | null,
  dimension: Target['dimension'],
  isBare: boolean,
): number | CellReason {
  if (dimension === 'ratio' && isBare && unit !== 'ratio' && end !== 0) {
    if (Math.abs(end) === 1 || (unit === 'percent' && Math.abs(end) < 1)) return 'ambiguousRatio';
    return Math.abs(end) < 1 ? end : inModelUnit(end, 'percent');
  }
  if (unit === null && (dimension === 'rent' || dimension === 'money')) return 'unitUnknown';
  return inModelUnit(end, unit);
}

function fromDay(part: CalendarPart, reading: 'date' | 'month' | 'dateOrMonth'): CellRead {
  const month = isoMonth(part);
  if (month === null) return wrong('monthMissing');
  if (reading === 'month') return value(month);
  const date = isoDate(part);
  if (date === null && reading === 'date') return wrong('dayMissing');
  return value(date ?? month);
}

function fromTerm(text: string): CellRead {
  const ends = readTerm(text);
  if (!ends) return wrong('notADate');
  const [start, end] = ends;
  if (!start.ok) return wrong(start.reason);
  if (!end.ok) return wrong(end.reason);
  const days = { start: isoDate(start.part), end: isoDate(end.part) };
  return days.start === null || days.end === null ? wrong('dayMissing') : value(days);
}

const degree = '(-?\\d{1,3}(?:\\.\\d+)?)\\s*°?\\s*';
const oneDegree = new RegExp(`^(?:东经|北纬|e|n)?\\s*${degree}(?:e|n)?$`, 'i');
const twoDegrees = new RegExp(
  `^[([]?(?:东经|e)?\\s*${degree}(?:e)?\\s*[,;、/\\s]\\s*(?:北纬|n)?\\s*${degree}(?:n)?[)\\]]?$`,
  'i',
);

function fromPoint(text: string, reading: 'lon' | 'lat' | 'lonLat'): CellRead {
  if (reading !== 'lonLat') {
    const match = oneDegree.exec(text);
    return match ? value(Number(match[1])) : wrong('notAPoint');
  }
  const match = twoDegrees.exec(text);
  return match ? value({ lon: Number(match[1]), lat: Number(match[2]) }) : wrong('notAPoint');
}

function fromStoreys(text: string, reading: 'storeysAbove' | 'storeysBelow' | 'storeys'): CellRead {
  const down = reading === 'storeysBelow' ? /^(?:地下|负|-|b)\s*(.+)$/i.exec(text)?.[1] : undefined;
  const storeys = readStoreys(down ?? text);
  if (!storeys) return wrong('notAFloor');
  if (reading === 'storeys') return value(storeys);
  return value(storeys.above);
}
