/** The engine behind its messages: what the worker does with each request. */
import { unknownInt } from '#domain/engine/columns.ts';
import { Engine } from '#domain/engine/engine.ts';
import { type BuildingRow, rowOf } from '#domain/engine/row.ts';
import { decodeSnapshot } from '#domain/engine/snapshot.ts';
import type { Bbox } from '#domain/geo.ts';
import { defaultSort, emptyFilter } from '#domain/query/query.ts';
import type {
  AskedQuery,
  EngineReplies,
  EngineRequest,
  Found,
  Question,
  Suggestion,
} from './engine-protocol.ts';

const noView = { offset: 0, limit: 0, viewport: null, charts: false };

export class EngineHost {
  #engine: Engine | null = null;
  /** A second engine for side questions, so that they do not disturb the running one's masks. */
  #aside: Engine | null = null;
  #rowOfId: ReadonlyMap<string, number> = new Map();

  handle(request: EngineRequest): EngineReplies[keyof EngineReplies] {
    switch (request.kind) {
      case 'load':
        return this.#load(request.bytes);
      case 'ask':
        return this.#ask(request.question);
      case 'suggest':
        return this.#suggest(request.query, request.text, request.limit);
      case 'building':
        return this.#building(request.id);
      case 'row':
        return this.#row(request.row);
      case 'members':
        return this.#members(request.query, request.box, request.limit);
      case 'extent':
        return this.#extent(request.query);
    }
  }

  #main(): Engine {
    if (!this.#engine) throw new Error('invalid order of requests: asked before a catalogue was loaded');
    return this.#engine;
  }

  #side(): Engine {
    this.#aside ??= new Engine(this.#main().columns);
    return this.#aside;
  }

  #load(bytes: ArrayBuffer): EngineReplies['load'] {
    const decoded = decodeSnapshot(bytes);
    if (!decoded.ok) return decoded;
    const { header, columns } = decoded.snapshot;
    this.#engine = new Engine(columns);
    this.#aside = null;
    this.#rowOfId = new Map(columns.ids.map((id, row) => [id, row]));
    return {
      ok: true,
      loaded: { header, ids: columns.ids, namesZh: columns.namesZh, namesEn: columns.namesEn },
    };
  }

  #ask({ query, view }: Question): Found {
    const answer = this.#main().answer(query, view);
    return { answer, rows: this.#spell(answer.rows) };
  }

  #spell(rows: Uint32Array): BuildingRow[] {
    const { columns } = this.#main();
    return Array.from(rows, (row) => rowOf(columns, row));
  }

  #row(row: number): BuildingRow | null {
    const { columns } = this.#main();
    return row < columns.rowCount ? rowOf(columns, row) : null;
  }

  #building(id: string): BuildingRow | null {
    const row = this.#rowOfId.get(id);
    return row === undefined ? null : rowOf(this.#main().columns, row);
  }

  /** Matches by text alone; the present filter only says which of them it excludes, and by what. */
  #suggest(query: AskedQuery, text: string, limit: number): readonly Suggestion[] {
    const engine = this.#side();
    const byText = { ...emptyFilter, text, sort: { field: 'name', descending: false } as const };
    const { rows } = engine.answer(byText, { ...noView, limit });
    engine.answer({ ...query, text: '' }, noView);
    return this.#spell(rows).map((row) => ({ row, excludedBy: engine.excludedBy(row.row) }));
  }

  #members(query: AskedQuery, box: Bbox, limit: number): readonly BuildingRow[] {
    const engine = this.#side();
    const inBox = { ...query, bbox: query.bbox ? overlapOf(query.bbox, box) : box, sort: defaultSort };
    const { rows } = engine.answer(inBox, { ...noView, limit });
    return this.#spell(rows);
  }

  #extent(query: AskedQuery): Bbox | null {
    const { lon, lat } = this.#main().columns;
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const row of this.#side().allRows(query)) {
      const x = lon[row] ?? unknownInt;
      const y = lat[row] ?? unknownInt;
      if (x === unknownInt || y === unknownInt) continue;
      west = Math.min(west, x / 1e7);
      south = Math.min(south, y / 1e7);
      east = Math.max(east, x / 1e7);
      north = Math.max(north, y / 1e7);
    }
    return west > east ? null : { west, south, east, north };
  }
}

function overlapOf(a: Bbox, b: Bbox): Bbox {
  return {
    west: Math.max(a.west, b.west),
    south: Math.max(a.south, b.south),
    east: Math.min(a.east, b.east),
    north: Math.min(a.north, b.north),
  };
}
