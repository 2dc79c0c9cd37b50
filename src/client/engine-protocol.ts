/** Messages between the page and the worker in which the engine lives. */
import type { Answer, View } from '#domain/engine/answer.ts';
import type { BuildingRow } from '#domain/engine/row.ts';
import type { SnapshotHeader, SnapshotTrouble } from '#domain/engine/snapshot.ts';
import type { Bbox } from '#domain/geo.ts';
import type { BuildingId } from '#domain/measure.ts';
import type { Clause } from '#domain/query/fields.ts';
import type { Filter, Sort } from '#domain/query/query.ts';

export type AskedQuery = Filter & { readonly sort: Sort };

/** What the page asks at once: the question, the windows on its answer, and one building to show anyway. */
export interface Question {
  readonly query: AskedQuery;
  readonly view: View;
}

/** An answer with its rows spelled out. */
export interface Found {
  readonly answer: Answer;
  readonly rows: readonly BuildingRow[];
}

/** A building whose name matches, whether or not the present filter shows it. */
export interface Suggestion {
  readonly row: BuildingRow;
  /** Clauses of the present filter that exclude it; [] when it is shown. */
  readonly excludedBy: readonly Clause[];
}

export interface Loaded {
  readonly header: SnapshotHeader;
  /** By row, for what the map points at. */
  readonly ids: readonly BuildingId[];
  readonly namesZh: readonly string[];
  /** '' where there is none. */
  readonly namesEn: readonly string[];
}

export type EngineRequest =
  | { readonly kind: 'load'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'suggest'; readonly query: AskedQuery; readonly text: string; readonly limit: number }
  | { readonly kind: 'building'; readonly id: BuildingId }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'members'; readonly query: AskedQuery; readonly box: Bbox; readonly limit: number }
  | { readonly kind: 'extent'; readonly query: AskedQuery };

/** What each request is answered with. */
export interface EngineReplies {
  readonly load:
    | { readonly ok: true; readonly loaded: Loaded }
    | { readonly ok: false; readonly reason: SnapshotTrouble };
  readonly ask: Found;
  readonly suggest: readonly Suggestion[];
  readonly building: BuildingRow | null;
  readonly row: BuildingRow | null;
  readonly members: readonly BuildingRow[];
  /** The box around all that passes and has a position. */
  readonly extent: Bbox | null;
}

/** `turn` tells which reply belongs to which request. */
export type EngineRequestMessage = EngineRequest & { readonly turn: number };

export type EngineReplyMessage =
  | { readonly turn: number; readonly reply: EngineReplies[keyof EngineReplies] }
  | { readonly turn: number; readonly error: string };
