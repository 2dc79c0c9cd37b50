/** long: every case drives the same page with the same clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineClient, type EnginePort } from '#client/engine-client.ts';
import type { EngineReplyMessage, EngineRequestMessage, Found, Question } from '#client/engine-protocol.ts';
import type { Viewport } from '#domain/engine/answer.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import { firstWindow } from './find-store.ts';
import { Finder } from './finder.ts';

const settleMs = 250;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A finder on a worker that answers at once, and an address bar that remembers. */
function aPage({ isLoaded = true } = {}) {
  const questions: Question[] = [];
  const history: [text: string, how: string][] = [];
  const port: EnginePort = {
    postMessage: (message) => {
      const request = message as EngineRequestMessage;
      if (request.kind === 'ask') questions.push(request.question);
      void Promise.resolve().then(() => deliver({ data: { turn: request.turn, reply: found } }));
    },
    addEventListener: (_, listener) => {
      deliver = listener;
    },
    terminate: () => {},
  };
  let deliver: (event: { readonly data: EngineReplyMessage }) => void = () => {};
  const finder = new Finder(new EngineClient(port), () => (text, how) => history.push([text, how]));
  const stop = finder.start();
  if (isLoaded) finder.catalogueLoaded();
  return { finder, stop, questions, history };
}

const found = { rows: [] } as unknown as Found;
const plate = (lo: number): Query => ({ ...emptyQuery, ranges: { plate: { lo, hi: null } } });
const rest = (ms = settleMs) => vi.advanceTimersByTimeAsync(ms);
const hide = () => window.dispatchEvent(new Event('pagehide'));
const asked = (questions: readonly Question[]) =>
  questions.map(({ query }) => query.ranges.plate?.lo ?? null);

test('nothing is asked before there is a catalogue, then the question as it stands', async () => {
  const { finder, questions } = aPage({ isLoaded: false });
  finder.urlSays(plate(7));
  await rest();
  expect(questions).toEqual([]);
  finder.catalogueLoaded();
  expect(asked(questions)).toEqual([7]);
});

test('a draft is answered at once, and leaves the address as it is', async () => {
  const { finder, questions, history } = aPage();
  await rest(0);
  finder.change(plate(1), 'drag');
  await rest(0);
  expect(asked(questions)).toEqual([null, 1]);
  expect(finder.store.getState().found).toBe(found);
  await rest(10 * settleMs);
  expect(history).toEqual([]);
});

test('while an answer is on its way, only the latest draft is asked next', async () => {
  const { finder, questions } = aPage();
  await rest(0);
  for (const lo of [1, 2, 3, 4]) finder.change(plate(lo), 'drag');
  await rest(0);
  expect(asked(questions)).toEqual([null, 1, 4]);
});

test('the end of a gesture is one step of the history, written once it has rested', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'drag');
  finder.change(plate(2), 'commit');
  await rest(settleMs - 1);
  expect(history).toEqual([]);
  await rest(1);
  expect(history).toEqual([['plate=2..', 'push']]);
  await rest(10 * settleMs);
  expect(history).toHaveLength(1);
  expect(finder.store.getState()).toMatchObject({ settled: plate(2), draft: null });
});

test('gestures close together are one step, with the last of them', async () => {
  const { finder, history } = aPage();
  for (const lo of [1, 2, 3]) {
    finder.change(plate(lo), 'commit');
    await rest(settleMs - 50);
  }
  await rest();
  expect(history).toEqual([['plate=3..', 'push']]);
});

test('gestures apart are steps of their own', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  finder.change(plate(2), 'commit');
  await rest();
  expect(history).toEqual([
    ['plate=1..', 'push'],
    ['plate=2..', 'push'],
  ]);
});

const at = { lat: 39.1, lon: 117.2, zoom: 14 };

test('moving the map takes the place of the present step; beside a gesture it joins its step', async () => {
  const { finder, history } = aPage();
  finder.look({ at }, 'replace');
  await rest();
  finder.change(plate(1), 'commit');
  finder.look({ at: { ...at, zoom: 15 } }, 'replace');
  await rest();
  finder.look({ at }, 'replace');
  await rest();
  expect(history).toEqual([
    ['at=39.1,117.2,14', 'replace'],
    ['plate=1..&at=39.1,117.2,15', 'push'],
    ['plate=1..&at=39.1,117.2,14', 'replace'],
  ]);
});

test('selecting a building is a step that one can go back from', async () => {
  const { finder, history } = aPage();
  finder.look({ selected: 'wuhaoyuan' }, 'push');
  await rest();
  expect(history).toEqual([['sel=wuhaoyuan', 'push']]);
});

test('looking keeps the draft that is being dragged', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  finder.look({ selected: 'b1' }, 'push');
  expect(finder.query()).toEqual({ ...plate(1), view: { ...emptyQuery.view, selected: 'b1' } });
  await rest();
  expect(history).toEqual([['plate=1..&sel=b1', 'push']]);
});

test('the way back is answered, and drops a drag that has not ended', async () => {
  const { finder, questions, history } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  finder.change(plate(2), 'drag');
  await rest(0);
  finder.urlSays(emptyQuery);
  await rest();
  expect(finder.query()).toEqual(emptyQuery);
  expect(asked(questions).at(-1)).toBeNull();
  expect(history).toHaveLength(1);
});

test('an address that is late does not undo a gesture that has not settled', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  finder.urlSays(emptyQuery);
  expect(finder.query()).toEqual(plate(1));
  await rest();
  expect(history).toEqual([['plate=1..', 'push']]);
  finder.urlSays(plate(5));
  expect(finder.query()).toEqual(plate(5));
});

test('leaving the page writes what has not settled, once', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  hide();
  expect(history).toEqual([['plate=1..', 'push']]);
  await rest(10 * settleMs);
  hide();
  expect(history).toHaveLength(1);
});

test('leaving in the middle of a drag writes nothing', () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'drag');
  hide();
  expect(history).toEqual([]);
});

test('what is copied has settled', () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  finder.settle();
  expect(history).toEqual([['plate=1..', 'push']]);
  expect(formatQuery(finder.store.getState().settled)).toBe('plate=1..');
});

test('another question starts at the top of the list, another look does not', () => {
  const { finder } = aPage();
  const below = { offset: 80, limit: 40 };
  finder.store.setState({ window: below });
  finder.look({ selected: 'b1' }, 'push');
  expect(finder.store.getState().window).toBe(below);
  finder.change(finder.query(), 'commit');
  expect(finder.store.getState().window).toBe(below);
  finder.change(plate(1), 'drag');
  expect(finder.store.getState().window).toBe(firstWindow);
});

test('scrolling, the map and the charts are part of the question', async () => {
  const { finder, questions } = aPage();
  await rest(0);
  finder.store.setState({ window: { offset: 40, limit: 40 } });
  await rest(0);
  finder.store.setState({ charts: true });
  await rest(0);
  finder.store.setState({ hovered: null });
  await rest(0);
  expect(questions.slice(1).map(({ view }) => [view.offset, view.charts])).toEqual([
    [40, false],
    [40, true],
  ]);
});

const box = (west: number, east: number, zoom = 14): Viewport => ({ west, east, south: 39, north: 40, zoom });

test('the map asks again when it rests, zooms, or shows what was not drawn; not on every pixel', () => {
  const { finder } = aPage();
  const viewport = () => finder.store.getState().viewport;
  finder.mapMoved(box(0, 10), box(2, 8), false);
  expect(viewport()).toEqual(box(0, 10));
  finder.mapMoved(box(1, 11), box(3, 9), false);
  expect(viewport()).toEqual(box(0, 10));
  finder.mapMoved(box(3, 13), box(5, 11), false);
  expect(viewport()).toEqual(box(3, 13));
  finder.mapMoved(box(3, 13, 15), box(5, 11, 15), false);
  expect(viewport()?.zoom).toBe(15);
  finder.mapMoved(box(4, 14, 15), box(6, 12, 15), true);
  expect(viewport()).toEqual(box(4, 14, 15));
});

test('a page that was left neither asks, nor hears, nor writes', async () => {
  const { finder, stop, questions, history } = aPage();
  await rest(0);
  stop();
  finder.store.setState({ found: null });
  finder.change(plate(1), 'drag');
  hide();
  await rest(10 * settleMs);
  expect(asked(questions)).toEqual([null]);
  expect(finder.store.getState().found).toBeNull();
  expect(history).toEqual([]);
});

test('looking at something is no new question, and neither is our own address coming back', async () => {
  const { finder, questions } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  const before = questions.length;
  finder.look({ selected: 'b1' }, 'push');
  await rest();
  finder.urlSays({ ...plate(1), view: { ...emptyQuery.view, selected: 'b1' } });
  await rest();
  expect(questions).toHaveLength(before);
});

test('a gesture that changes nothing is no step of the history', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  finder.change({ ...plate(1) }, 'commit');
  await rest();
  expect(history).toHaveLength(1);
});

test('what rested before a drag is written before it, and nothing of the drag until it ends', async () => {
  const { finder, history } = aPage();
  finder.look({ selected: 'b1' }, 'push');
  finder.change({ ...finder.query(), ...plate(2), view: finder.query().view }, 'drag');
  await rest(10 * settleMs);
  expect(history).toEqual([['sel=b1', 'push']]);
});

test('the way back right after a gesture wins over it', async () => {
  const { finder, history } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  finder.look({ selected: 'b1' }, 'push');
  finder.urlSays(emptyQuery);
  await rest();
  expect(finder.query()).toEqual(emptyQuery);
  expect(history).toEqual([['plate=1..', 'push']]);
});

test('one may go back to an address whose echo never came', async () => {
  const { finder } = aPage();
  finder.change(plate(1), 'commit');
  await rest();
  finder.change(plate(2), 'commit');
  await rest();
  finder.urlSays(plate(2));
  finder.urlSays(plate(1));
  expect(finder.query()).toEqual(plate(1));
});
