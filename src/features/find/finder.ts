/** Keeps the answer in step with the question, and the URL in step with what has settled. */
import type { EngineClient } from '#client/engine-client.ts';
import type { Viewport } from '#domain/engine/answer.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query, type ViewState } from '#domain/query/query.ts';
import { createFindStore, type FindState, type FindStore, firstWindow, presentQuery } from './find-store.ts';
import { inCatalogue } from './in-catalogue.ts';

export type Phase = 'drag' | 'commit';

/** Writes the text of a query into the address bar: as a step back can return to, or in place. */
export type Navigate = (text: string, how: 'push' | 'replace') => void;

/** Gestures closer together than this are one step of the history. */
const settleMs = 250;

export class Finder {
  readonly store: FindStore = createFindStore();
  readonly #engine: EngineClient;
  readonly #navigate: () => Navigate;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #how: 'push' | 'replace' = 'replace';
  #isLoaded = false;
  #isDragging = false;
  /** Texts that we wrote and that have not come back to us as the address yet. */
  readonly #written = new Set<string>();

  constructor(engine: EngineClient, navigate: () => Navigate) {
    this.#engine = engine;
    this.#navigate = navigate;
  }

  /** Starts asking; gives the way to stop. */
  start(): () => void {
    const stopListening = this.#engine.listen((found, _question, loaded) =>
      this.store.setState((state) => ({ ...inCatalogue(state, loaded), found })),
    );
    const stopAsking = this.store.subscribe((state, before) => {
      if (isOtherQuestion(state, before)) this.#ask();
    });
    const flush = () => this.settle();
    window.addEventListener('pagehide', flush);
    return () => {
      stopListening();
      stopAsking();
      window.removeEventListener('pagehide', flush);
      this.#forget();
    };
  }

  /** The question as it stands, a gesture under way included. */
  query(): Query {
    return presentQuery(this.store.getState());
  }

  /** A catalogue is in the worker: every answer so far is of yesterday. */
  catalogueLoaded(): void {
    this.#isLoaded = true;
    this.#ask();
  }

  /** The address has changed: what we wrote ourselves is known already, anything else is the way back or a link. */
  urlSays(settled: Query): void {
    const text = formatQuery(settled);
    const isPresent = text === formatQuery(this.store.getState().settled);
    if (isPresent) this.#written.clear();
    if (isPresent || this.#written.has(text)) return;
    this.#forget();
    this.store.setState({ settled, draft: null });
  }

  /** A gesture: its drafts are answered at once, its end is written into the URL. */
  change(query: Query, phase: Phase): void {
    // What rested before a drag begins is a step of its own, not a picture of the drag half-way.
    if (phase === 'drag' && !this.#isDragging) this.settle();
    this.#isDragging = phase === 'drag';
    const isOther = questionText(query) !== questionText(this.query());
    this.store.setState({ draft: query, ...(isOther ? { window: firstWindow } : {}) });
    if (phase === 'commit') this.#settleSoon('push');
  }

  /** Where the map stands, what is selected, which columns: shared, but no new question. */
  look(view: Partial<ViewState>, how: 'push' | 'replace'): void {
    const query = this.query();
    this.store.setState({ draft: { ...query, view: { ...query.view, ...view } } });
    this.#settleSoon(how);
  }

  /** Asks for the symbols of what is drawn once the map has rested, or shows what was not drawn. */
  mapMoved(drawn: Viewport, visible: Viewport, settled: boolean): void {
    const { viewport, tip } = this.store.getState();
    if (tip) this.store.setState({ tip: null });
    if (settled || !viewport || viewport.zoom !== drawn.zoom || !contains(viewport, visible)) {
      this.store.setState({ viewport: drawn });
    }
  }

  #settleSoon(how: 'push' | 'replace'): void {
    if (how === 'push') this.#how = 'push';
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), settleMs);
  }

  /** Writes what is pending into the URL now, as before copying it. A drag under way is not pending yet. */
  settle(): void {
    if (!this.#timer || this.#isDragging) return;
    const how = this.#how;
    this.#forget();
    const { draft, settled } = this.store.getState();
    if (!draft) return;
    const text = formatQuery(draft);
    this.store.setState({ settled: draft, draft: null });
    if (text === formatQuery(settled)) return;
    this.#written.add(text);
    this.#navigate()(text, how);
  }

  #forget(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#how = 'replace';
    this.#isDragging = false;
  }

  #ask(): void {
    if (!this.#isLoaded) return;
    const state = this.store.getState();
    const view = { ...state.window, viewport: state.viewport, charts: state.charts };
    this.#engine.ask({ query: presentQuery(state), view });
  }
}

function contains(outer: Viewport, inner: Viewport): boolean {
  const isWide = outer.west <= inner.west && outer.east >= inner.east;
  return isWide && outer.south <= inner.south && outer.north >= inner.north;
}

function isOtherQuestion(state: FindState, before: FindState): boolean {
  const [query, last] = [presentQuery(state), presentQuery(before)];
  return (
    state.window !== before.window ||
    state.viewport !== before.viewport ||
    state.charts !== before.charts ||
    (query !== last && questionText(query) !== questionText(last))
  );
}

/** A query without what is merely looked at: equal texts, equal answers. */
function questionText(query: Query): string {
  return formatQuery({ ...query, view: emptyQuery.view });
}
