/** long: one suite over all charts of the page, which share their figures. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { LanguageProvider } from '#format/locale.tsx';
import { pictureSvg } from '#views/picture/save-picture.ts';
import * as samples from '../../../tests/cockpit-samples.ts';
import { ExpiriesAhead } from './expiries-ahead.tsx';
import { IndustryTreemap } from './industry-treemap.tsx';
import { IndicatorGrid, KpiStrip } from './kpi-strip.tsx';
import { Movers } from './movers.tsx';
import { NetAbsorption } from './net-absorption.tsx';
import { OccupancyOverTime } from './occupancy-over-time.tsx';
import { TaxLadder } from './tax-ladder.tsx';
import { VacancyBreakdown } from './vacancy-breakdown.tsx';
import { VacancyMap } from './vacancy-map.tsx';
import { YieldScatter } from './yield-scatter.tsx';

/** Charts bring their code when they are first shown. */
const slow = { timeout: 10_000 };
const { origin } = samples;
const nothing = () => undefined;
const none: ReadonlySet<string> = new Set();
const linked = { selected: none, onSelect: nothing, lit: null, onLit: nothing, origin };

function charts(kind: samples.SampleKind): Readonly<Record<string, ReactNode>> {
  const periods = samples.periodsOf(kind);
  const kpis = samples.kpisOf(kind);
  const time = samples.timeOf(kind);
  const timed = { periods, time, onChoose: nothing, origin };
  const figures = { kpis, time, openId: null, onExplain: nothing };
  return {
    strip: <KpiStrip {...figures} kpis={kpis.slice(0, 6)} />,
    grid: <IndicatorGrid {...figures} />,
    time: <OccupancyOverTime {...timed} circles={samples.circleSeries(kind)} all={samples.allSeries(kind)} />,
    breakdown: (
      <VacancyBreakdown
        groups={samples.vacancyGroups(kind)}
        selected={null}
        onSelect={nothing}
        origin={origin}
      />
    ),
    yield: <YieldScatter {...linked} buildings={samples.yieldBuildings(kind)} lines={samples.yieldLines} />,
    ladder: <TaxLadder {...samples.ladderOf(kind)} onOpen={nothing} origin={origin} />,
    industry: <IndustryTreemap mix={samples.industryMixOf(kind)} origin={origin} />,
    expiry: <ExpiriesAhead expiry={samples.expiryOf(kind)} origin={origin} />,
    absorption: <NetAbsorption {...timed} values={kpis[3]?.values ?? []} />,
    movers: (
      <Movers
        movedIn={samples.movesOf(kind, 0)}
        movedOut={samples.movesOf(kind, 40)}
        onOpen={nothing}
        origin={origin}
      />
    ),
    map: (
      <VacancyMap
        {...linked}
        basemap={null}
        bounds={samples.mapBounds}
        areas={samples.mapAreas(kind)}
        buildings={samples.mapBuildings(kind)}
        onSelectArea={nothing}
      />
    ),
  };
}

function show(chart: ReactNode, width: number, locale: 'zh' | 'en' = 'zh') {
  return render(
    <LanguageProvider locale={locale}>
      <div style={{ width, background: 'var(--panel)' }}>{chart}</div>
    </LanguageProvider>,
  );
}

/** Texts that reach beyond their drawing, as far as they can be seen. */
function cutTexts(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll('figure svg text')].flatMap((text) => {
    const room = text.closest('svg')?.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (!room || box.width === 0) return [];
    const isInside =
      box.left >= room.left - 2 &&
      box.right <= room.right + 2 &&
      box.top >= room.top - 3 &&
      box.bottom <= room.bottom + 3;
    return isInside ? [] : [text.textContent ?? ''];
  });
}

const drawn = async (container: HTMLElement) => {
  await vi.waitFor(() => expect(container.querySelector('[class*="waiting"]')).toBeNull(), slow);
};

const cases = samples.sampleKinds.flatMap((kind) => [340, 900].map((width) => [kind, width] as const));

test.each(cases)(
  'with figures that are %s no chart %s px wide fails, cuts a text or writes NaN',
  async (kind, width) => {
    for (const [name, chart] of Object.entries(charts(kind))) {
      const { container, unmount } = show(chart, width);
      await drawn(container);
      expect([name, ...cutTexts(container)]).toEqual([name]);
      expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(container.scrollWidth).toBeLessThanOrEqual(Math.max(width, container.clientWidth));
      unmount();
    }
  },
);

test('a card tells value, direction of its changes and coverage in words, and asks for its explanation', async () => {
  const onExplain = vi.fn();
  const kpi = { id: 'occupancyRate', name: '入驻率', unit: 'ratio', coverages: [] } as const;
  const values = [0.7, ...Array.from({ length: 11 }, () => 0.8), 0.75];
  const kpis = [{ ...kpi, values, coverages: values.map(() => 0.914) }];
  show(<KpiStrip kpis={kpis} time={{ at: 12, perYear: 12 }} openId={null} onExplain={onExplain} />, 900);
  const card = screen.getByRole('button', {
    name: /入驻率.*75%.*较上期.*下降 5 个百分点.*同比.*上升 5 个百分点.*覆盖 91%/,
  });
  await userEvent.click(card);
  expect(onExplain).toHaveBeenCalledWith('occupancyRate', card);
});

test('a figure that is not known is 未提供, and is not compared', () => {
  const kpis = [
    { id: 'vacancyRate', name: '空置率', unit: 'ratio', values: [0.2, null], coverages: [1, null] } as const,
  ];
  show(<KpiStrip kpis={kpis} time={{ at: 1, perYear: 12 }} openId={null} onExplain={nothing} />, 900);
  const text = screen.getByRole('button').textContent;
  expect(text).toContain('未提供');
  expect(text).not.toMatch(/较上期|同比|0%/);
});

test('themes without an indicator that the role may see are left out', () => {
  const kpis = samples.kpisOf('usual').filter(({ id }) => id === 'occupancyRate' || id === 'netTenantInflow');
  show(<IndicatorGrid kpis={kpis} time={samples.timeOf('usual')} openId={null} onExplain={nothing} />, 900);
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['空间', '企业']);
});

test('a period is chosen by keys and by a press; months that lack a circle are hatched', async () => {
  const onChoose = vi.fn();
  const chart = charts('usual')['time'];
  const props = (chart as { readonly props: Parameters<typeof OccupancyOverTime>[0] }).props;
  const { container } = show(<OccupancyOverTime {...props} onChoose={onChoose} />, 900);
  await drawn(container);
  const slider = screen.getByRole('slider', { name: /入驻与空置走势/ });
  expect(slider.getAttribute('aria-valuetext')).toMatch(/2026年9月.*㎡ · \d/);
  slider.focus();
  await userEvent.keyboard('{ArrowLeft}{Home}{PageDown}');
  expect(onChoose.mock.calls).toEqual([[33], [0], [22]]);
  const box = slider.getBoundingClientRect();
  fireEvent.pointerDown(slider, { clientX: box.left + 60, clientY: box.top + 80, buttons: 1 });
  expect(onChoose).toHaveBeenLastCalledWith(0);
  const gaps = props.periods.filter((_, at) =>
    props.circles.some(({ occupied }) => occupied.part[at] === null),
  );
  expect(container.querySelectorAll('.recharts-reference-area')).toHaveLength(gaps.length);
  expect(gaps.length).toBeGreaterThan(2);
});

test('the table of a chart over time has the newest period first and says what is missing', async () => {
  const { container } = show(charts('usual')['time'], 900);
  await drawn(container);
  await userEvent.click(screen.getByRole('radio', { name: '比率' }));
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent ?? '');
  expect(rows).toHaveLength(37);
  expect(rows[1]).toMatch(/^2026年10月.*%/);
  expect(rows.find((row) => row.startsWith('2024年9月'))).toContain('未提供');
});

const nameOf = (option: Element) => option.querySelector('title')?.textContent ?? '';

test('groups stand in the order of their vacancy and are chosen by keys', async () => {
  const onSelect = vi.fn();
  const groups = samples.vacancyGroups('usual');
  show(<VacancyBreakdown groups={groups} selected={null} onSelect={onSelect} origin={origin} />, 400);
  const options = await screen.findAllByRole('option');
  const rates = options.map((option) => Number(/空置率 ([\d.]+)%/.exec(nameOf(option))?.[1] ?? -1));
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  expect(options.map(nameOf).at(-1)).toContain('未提供');
  const [first = ''] = options.map(nameOf);
  expect(screen.getByRole('option', { name: first })).toBe(options[0]);
  screen.getByRole('listbox').focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const second = groups.circle.toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1))[1];
  expect(onSelect).toHaveBeenCalledWith('circle', second?.id);
});

test('full and poor buildings are selected at once, others by keys or by a rectangle', async () => {
  const onSelect = vi.fn();
  const buildings = samples.yieldBuildings('usual');
  const { occupancy: line, taxPerSqm } = samples.yieldLines;
  const poor = buildings.filter(
    (one) =>
      one.occupancy !== null && one.occupancy >= line && one.taxPerSqm !== null && one.taxPerSqm < taxPerSqm,
  );
  show(
    <YieldScatter {...linked} onSelect={onSelect} buildings={buildings} lines={samples.yieldLines} />,
    800,
  );
  await userEvent.click(screen.getByRole('button', { name: `腾笼换鸟候选 ${poor.length} 栋` }));
  expect(new Set(onSelect.mock.lastCall?.[0])).toEqual(new Set(poor.map(({ id }) => id)));
  const plot = await screen.findByRole('application', { name: '入驻率 × 单位面积税收' });
  plot.focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onSelect.mock.lastCall?.[0]).toHaveLength(1);
  expect(onSelect.mock.lastCall?.[1]).toBe('commit');
  const box = plot.getBoundingClientRect();
  const at = (x: number, y: number) => ({
    clientX: box.left + x,
    clientY: box.top + y,
    button: 0,
    pointerId: 1,
  });
  const stage = plot.parentElement;
  if (!stage) throw new Error('no stage');
  stage.setPointerCapture = nothing;
  fireEvent.pointerDown(stage, at(48, 12));
  fireEvent.pointerMove(stage, at(799, 330));
  expect(onSelect.mock.lastCall?.[1]).toBe('drag');
  fireEvent.pointerUp(stage, at(799, 330));
  const known = buildings.filter(({ occupancy }) => occupancy !== null);
  expect(onSelect.mock.lastCall?.[0]).toHaveLength(known.length);
  expect(onSelect.mock.lastCall?.[1]).toBe('commit');
});

test('those nearest to the next step of tax come first, with what they lack', () => {
  const item = (buildingId: string, tax: number, gap: number | null, months = 12) => ({
    buildingId,
    name: buildingId,
    tax,
    gap,
    tier: 1,
    months,
  });
  const items = [item('far', 1e7, 2e7), item('near', 2.9e7, 1e6, 7), item('top', 2e9, null)];
  const steps = [{ tier: 1, buildings: 3, tax: 4e7 }];
  show(
    <TaxLadder steps={steps} items={items} unknown={2} through="2026-09" onOpen={nothing} origin={origin} />,
    500,
  );
  const rows = within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(rows).toEqual(['near 只有 7 个月≥ 3000万100万', 'far≥ 3000万2000万']);
  expect(screen.getByText(/另有 2 栋没有税收记录/)).toBeTruthy();
});

test('arrows go over the industries from the largest on and tell each in words', async () => {
  const { container } = show(charts('usual')['industry'], 700);
  await drawn(container);
  expect(container.textContent).toMatch(/主导产业 金融业 [\d.]+%HHI 0\.\d{3}/);
  (await screen.findByRole('application')).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(container.querySelector('[aria-live]')?.textContent).toMatch(/金融业.*面积.*㎡.*占比.*企业数3/);
  await userEvent.keyboard('{Escape}');
  expect(container.querySelector('[aria-live]')?.textContent).toBe('');
});

test('net inflow is firms in less firms out; areas that are all unknown have no sum', () => {
  const { container, unmount } = show(charts('usual')['movers'], 700);
  expect(container.textContent).toContain('净流入 0 家');
  unmount();
  const unknown = show(charts('unknown')['movers'], 700).container.textContent;
  expect(unknown).toContain('净流入 0 家 · 未提供');
  expect(unknown).not.toContain('0 ㎡');
});

test('an area of the map selects its buildings by keys', async () => {
  const onSelectArea = vi.fn();
  const areas = samples.mapAreas('usual');
  show(
    <VacancyMap
      {...linked}
      basemap={null}
      bounds={samples.mapBounds}
      areas={areas}
      buildings={samples.mapBuildings('usual')}
      onSelectArea={onSelectArea}
    />,
    600,
  );
  await userEvent.click(screen.getByRole('radio', { name: '街道' }));
  (await screen.findByRole('application')).focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onSelectArea).toHaveBeenCalledOnce();
  const [by, id] = onSelectArea.mock.lastCall ?? [];
  expect(by).toBe('subdistrict');
  expect(areas.subdistrict.map((area) => area.id)).toContain(id);
});

test('the figures of a chart leave as CSV also where the table is shown', async () => {
  const urls: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    urls.push(blob as Blob);
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(nothing);
  const { container } = show(charts('usual')['absorption'], 700);
  await drawn(container);
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  await userEvent.click(screen.getByRole('button', { name: '保存 · 净去化' }));
  await userEvent.click(await screen.findByRole('button', { name: 'CSV 数据' }, slow));
  await vi.waitFor(() => expect(urls).toHaveLength(1), slow);
  const lines = (await urls[0]?.text())?.split('\r\n') ?? [];
  expect(lines[0]).toBe('时间,净去化（㎡）');
  expect(lines).toHaveLength(38);
  expect(lines.some((line) => line.endsWith(',未提供'))).toBe(true);
});

test('a picture of any chart has only colours that every program knows', async () => {
  const undrawn = ['strip', 'grid', 'movers'];
  for (const [name, chart] of Object.entries(charts('usual')).filter(([name]) => !undrawn.includes(name))) {
    const { container, unmount } = show(chart, 700);
    await drawn(container);
    const svg = container.querySelector<SVGSVGElement>('[class*="stage"] svg');
    if (!svg) throw new Error(`nothing drawn: ${name}`);
    const markup = pictureSvg(svg, { title: name, lines: [] }).outerHTML;
    expect(markup).not.toMatch(/var\(|light-dark|color-mix|oklab|oklch|NaN/);
    expect(markup.length).toBeGreaterThan(2_000);
    unmount();
  }
});

test('English charts have no Chinese punctuation of their own', async () => {
  for (const chart of Object.values(charts('one'))) {
    const { container, unmount } = show(chart, 900, 'en');
    await drawn(container);
    expect(container.textContent).not.toMatch(/[（）：，；]/);
    unmount();
  }
});

test('the area of a move within the district is in neither side of the net, its firm comes to nothing', () => {
  const move = (key: string, area: number | null, isWithin: boolean) => ({
    key,
    firm: key,
    buildingId: key,
    buildingName: key,
    area,
    month: '2026-09',
    isWithin,
  });
  show(
    <Movers
      movedIn={[move('a', 500, false), move('b', 800, true)]}
      movedOut={[move('c', 200, false), move('b', null, true)]}
      onOpen={nothing}
      origin={origin}
    />,
    600,
  );
  expect(screen.queryByText('0 家 · +300 ㎡')).not.toBe(null);
});
