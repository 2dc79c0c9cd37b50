/** Which figure belongs to which word: the nearest that fits, within one clause. */
import type { Clauses } from './clauses.ts';
import type { Cue, FigureRule } from './cues.ts';
import type { Figure } from './figures.ts';
import { headedUnit, type UnitRead } from './units.ts';

export interface Bound {
  readonly figure: Figure;
  /** null: nothing near it says what it is. */
  readonly cue: Cue<FigureRule> | null;
}

/** 建筑面积（㎡）：85000 and 租金(元/㎡/天) 4.5: unit in the heading, nothing but marks up to the number. */
const heading = /^ ?(?:\(([^()\n]{1,14})\))?[ ::\-=为是约\n]{0,4}$/;

function headed(lower: string, cue: Cue<FigureRule>, figure: Figure): Figure | null {
  const [match, inBrackets] = heading.exec(lower.slice(cue.end, figure.start)) ?? [];
  if (match === undefined) return null;
  const read: UnitRead | null = inBrackets === undefined ? null : headedUnit(inBrackets);
  const [measure] = cue.rule.measures;
  if (read && cue.rule.measures.includes(read.measure)) {
    const { measure: own, unit, factor } = read;
    return { ...figure, measure: own, unit, low: figure.low * factor, high: figure.high * factor };
  }
  if (measure === undefined) return null;
  if (figure.isScaled && cue.rule.measures.includes('money'))
    return { ...figure, measure: 'money', unit: 'yuan' };
  return usual(figure, measure);
}

/** A bare figure in the only unit that its size allows; a rent without a unit may be anything. */
function usual(figure: Figure, measure: string): Figure | null {
  const { low } = figure;
  if (measure === 'area' && low >= 100) return { ...figure, measure, unit: 'sqm' };
  if (measure === 'length' && low >= 2 && low <= 30) return { ...figure, measure, unit: 'm' };
  if (measure === 'storeys' && low >= 1 && low <= 200) return { ...figure, measure };
  if (measure === 'machines' && low <= 200) return { ...figure, measure };
  if (measure === 'pieces' || measure === 'people') return { ...figure, measure };
  if (measure === 'percent' && low > 1 && low <= 100) {
    return { ...figure, measure, low: low / 100, high: figure.high / 100 };
  }
  return measure === 'percent' && low > 0 && low <= 1 ? { ...figure, measure } : null;
}

/** 较去年提高, 同比下降: a change and not a level. */
const change =
  /(?:提升|提高|增长|上升|下降|降低|减少|高出|高于同|同比|环比|较|比)(?![至到为])[了约 ]{0,3}[^，,。]{0,6}$/;
const link =
  /^(?:[的之为是\s)"”]{0,3}| (?:of|from|to) (?:a |the |an )?| (?:is|are) (?:currently |now |still |immediately )?)$/;
const countLink = /^[^\d，,。;；、:\n()+]{0,9}$/;

/** 由1.8万㎡增至2.1万㎡: the first is what was, not what is. */
function isFormer(lower: string, figure: Figure): boolean {
  const isFrom = /(?:由|从|from) ?(?:原来的?|原先的?)?$/.test(
    lower.slice(Math.max(0, figure.start - 7), figure.start),
  );
  return (
    isFrom &&
    /^ ?(?:逐步|一举)?(?:增|提升|提高|增加|扩大|扩|调整|降|升|上升|下降|降低|增长|变)[至到为]/.test(
      lower.slice(figure.end, figure.end + 8),
    )
  );
}

/** 净高提升0.2米至2.6米: the end of a rise is what is there now. */
function risen(lower: string): (figure: Figure) => Figure {
  return (figure) => {
    const isRise = /(?:提升|提高|增加|抬高)了?$/.test(
      lower.slice(Math.max(0, figure.start - 3), figure.start),
    );
    return isRise && figure.low < figure.high ? { ...figure, low: figure.high } : figure;
  };
}

interface Reader {
  readonly lower: string;
  readonly clauses: Clauses;
  readonly cues: readonly Cue<FigureRule>[];
  readonly figures: readonly Figure[];
}

function isCount(figure: Figure): boolean {
  return ['machines', 'pieces'].includes(figure.measure);
}

/** The last fitting word before the figure, with no other figure of its kind between. */
function before(
  reader: Reader,
  index: number,
  firstCue: number,
): { cue: Cue<FigureRule>; figure: Figure } | null {
  const { lower, clauses, cues, figures } = reader;
  const figure = figures[index];
  if (!figure) return null;
  for (let at = firstCue; at >= 0; at--) {
    const cue = cues[at];
    if (!cue || clauses.clause[cue.start] !== clauses.clause[figure.numberStart]) return null;
    if (cue.end > figure.numberStart || isOfFormer(lower, cue, figures[index - 1])) continue;
    const fits = cue.rule.measures.includes(figure.measure);
    const own = fits ? figure : figure.measure === 'bare' ? headed(lower, cue, figure) : null;
    if (!own) continue;
    return blocked(reader, index, cue) ? null : { cue, figure: own };
  }
  return null;
}

/** 面积由原来的1500平调整为2000平: 原来 is said of the first figure alone. */
function isOfFormer(lower: string, { rule, end }: Cue<FigureRule>, former: Figure | undefined): boolean {
  return rule.field === null && former !== undefined && end <= former.start && isFormer(lower, former);
}

/** Another figure of the same kind took the word already, unless both are the storey heights of one building. */
function blocked({ lower, figures }: Reader, index: number, cue: Cue<FigureRule>): boolean {
  const figure = figures[index];
  for (let at = index - 1; at >= 0; at--) {
    const other = figures[at];
    if (!figure || !other || other.numberStart < cue.end) return false;
    if (other.measure !== figure.measure || isFormer(lower, other)) continue;
    const between = lower.slice(other.end, figure.start);
    return !(cue.rule.field === 'floorToFloorHeight' && /^(?:和|与|及|或|\/)$/.test(between));
  }
  return false;
}

/** `is immediately available` stands as far behind its figure as a word may. */
const farthest = 18;

function behind(reader: Reader, index: number, firstCue: number): Cue<FigureRule> | null {
  const { lower, clauses, cues, figures } = reader;
  const figure = figures[index];
  if (!figure) return null;
  for (let at = firstCue; at < cues.length; at++) {
    const cue = cues[at];
    if (
      !cue ||
      cue.start - figure.end > farthest ||
      clauses.sentence[cue.start] !== clauses.sentence[figure.start]
    )
      return null;
    const isLevels = figure.measure === 'bare' && /^(?:below|above)[- ]/.test(cue.word);
    if (!cue.rule.measures.includes(figure.measure) && !isLevels) continue;
    const between = lower.slice(figure.end, cue.start);
    const isNear = (isCount(figure) ? countLink : link).test(between);
    const owned = /^ ?[::]/.test(lower.slice(cue.end, cue.end + 2));
    return isNear && !owned ? cue : null;
  }
  return null;
}

/** Binds each figure once; changes are bound to nothing. */
export function bind(given: Reader): readonly Bound[] {
  const { lower, cues, clauses } = given;
  const figures = given.figures.map(risen(lower));
  const reader = { ...given, figures };
  let next = 0;
  const used = new Set<Cue>();
  return figures.map((figure, index): Bound => {
    while (next < cues.length && (cues[next]?.start ?? 0) < figure.start) next++;
    const words = lower.slice(Math.max(clauses.clauseStart(figure.start), figure.start - 14), figure.start);
    const isChange = figure.measure === 'percent' && change.test(words);
    if (isChange || isFormer(lower, figure)) return { figure, cue: null };
    const first = before(reader, index, next - 1);
    const last = behind(reader, index, next);
    const isTaken = first !== null && used.has(first.cue);
    const gap = first === null ? 0 : figure.start - first.cue.end;
    const prefersLast = last !== null && (first === null || isTaken || isCount(figure) || gap > 4);
    if (prefersLast) {
      used.add(last);
      return { figure, cue: last };
    }
    if (
      first === null ||
      (isTaken && !reader.lower.slice(first.cue.end, figure.start).match(/和|与|及|或|\//))
    )
      return { figure, cue: null };
    return { figure: first.figure, cue: first.cue };
  });
}
