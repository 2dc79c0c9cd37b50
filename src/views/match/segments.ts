/** A text in pieces, so that the words behind each field can be marked. */

export interface FieldSpan {
  readonly field: string;
  /** UTF-16 offsets: first, and behind the last. */
  readonly span: readonly [number, number];
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** Fields that were read from these words; [] for what was not used. */
  readonly fields: readonly string[];
}

/** Spans may overlap, and one may hold another; the pieces together are the text. */
export function segmentsOf(text: string, spans: readonly FieldSpan[]): readonly Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { span } of spans) for (const place of span) cuts.add(Math.min(Math.max(place, 0), text.length));
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const fields = spans.filter(({ span }) => span[0] <= start && end <= span[1]).map(({ field }) => field);
    return { start, text: text.slice(start, end), fields: [...new Set(fields)] };
  });
}
