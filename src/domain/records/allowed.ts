/** What may stand in a field, in few words. */
import type { Field } from './field.ts';

const allowedTexts = new WeakMap<Field, string>();

/** What may stand in a field, for people. */
export function allowedIn(spec: Field): string {
  const made = allowedTexts.get(spec);
  if (made !== undefined) return made;
  const known = allowedKnown(spec);
  const text = spec.nullable ? `${known} | null` : known;
  allowedTexts.set(spec, text);
  return text;
}

function allowedKnown(spec: Field): string {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return `${spec.min}–${spec.max}${spec.kind === 'integer' ? ', whole' : ''}`;
    case 'quantity':
      return `{value: ${spec.min}–${spec.max}, bound}`;
    case 'span':
      return `{min, max}: ${spec.min}–${spec.max}`;
    case 'choice':
      return spec.options.join(' | ');
    case 'choices':
      return `[${spec.options.join(' | ')}]`;
    case 'text':
      return `text, ≤ ${spec.most}`;
    case 'texts':
      return `[text, ≤ ${spec.most}], ≤ ${spec.count}`;
    case 'measures':
      return `[{text, due, doneOn}], ≤ ${spec.count}`;
    default:
      return allowedShapes[spec.kind];
  }
}

export const allowedShapes = {
  id: 'A–Z a–z 0–9 . _ -, ≤ 64',
  flag: 'true | false',
  date: 'YYYY-MM-DD',
  month: 'YYYY-MM',
  dateOrMonth: 'YYYY-MM-DD | YYYY-MM',
  uscc: '18 characters of GB 32100-2015 with the right check character',
  position: '{lon: -180–180, lat: -90–90, precisionM} in WGS-84',
  storeys: '{above, below}: 0–300, whole',
  steward: '{name, phone}',
} as const;
