/** All charts of 驾驶舱 on a page of their own: `?kind=usual|empty|one|unknown|long|extreme&theme=dark&locale=en`. */
import '#ui/tokens.css';
import '#ui/global.css';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '#format/locale.tsx';
import { ExpiriesAhead } from '#views/cockpit/expiries-ahead.tsx';
import { IndustryTreemap } from '#views/cockpit/industry-treemap.tsx';
import { IndicatorGrid, KpiStrip } from '#views/cockpit/kpi-strip.tsx';
import { Movers } from '#views/cockpit/movers.tsx';
import { NetAbsorption } from '#views/cockpit/net-absorption.tsx';
import { OccupancyOverTime } from '#views/cockpit/occupancy-over-time.tsx';
import { TaxLadder } from '#views/cockpit/tax-ladder.tsx';
import { type Grouping, VacancyBreakdown } from '#views/cockpit/vacancy-breakdown.tsx';
import { VacancyMap } from '#views/cockpit/vacancy-map.tsx';
import { YieldScatter } from '#views/cockpit/yield-scatter.tsx';
import { type Basemap, parseBasemap } from '#views/map/basemap.ts';
import basemapUrl from '../public/basemap.geojson?url';
import * as samples from '../tests/cockpit-samples.ts';

const asked = new URLSearchParams(window.location.search);
const kind = samples.sampleKinds.find((one) => one === asked.get('kind')) ?? 'usual';
const periods = samples.periodsOf(kind);
const kpis = samples.kpisOf(kind);
const circles = samples.circleSeries(kind);
const all = samples.allSeries(kind);
const groups = samples.vacancyGroups(kind);
const buildings = samples.yieldBuildings(kind);
const areas = samples.mapAreas(kind);
const places = samples.mapBuildings(kind);
const nothing = () => undefined;

function Panel({
  span,
  title,
  children,
}: {
  readonly span: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      id={title}
      style={{
        gridColumn: window.innerWidth < 1000 ? '1 / -1' : `span ${span}`,
        minWidth: 0,
        padding: 16,
        border: '1px solid var(--line)',
        borderRadius: 8,
        background: 'var(--panel)',
      }}
    >
      <h2 style={{ fontSize: 'var(--text-title)', paddingBottom: 6 }}>{title}</h2>
      {children}
    </section>
  );
}

function useBasemap(): Basemap | null {
  const [basemap, setBasemap] = useState<Basemap | null>(null);
  useEffect(() => {
    fetch(basemapUrl)
      .then((response) => response.json())
      .then((json) => setBasemap(parseBasemap(json)), reportError);
  }, []);
  return basemap;
}

function Gallery() {
  const basemap = useBasemap();
  const [at, setAt] = useState(samples.timeOf(kind).at);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [lit, setLit] = useState<string | null>(null);
  const [group, setGroup] = useState<{ readonly by: Grouping; readonly id: string } | null>(null);
  const time = { at, perYear: 12 };
  const select = (ids: readonly string[]) => setSelected(new Set(ids));
  const common = { origin: samples.origin };
  const linked = { selected, onSelect: select, lit, onLit: setLit, ...common };
  const timed = { periods, time, onChoose: setAt, ...common };
  return (
    <main
      style={{
        padding: window.innerWidth < 600 ? 8 : 16,
        display: 'grid',
        gap: 16,
        gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
      }}
    >
      <div style={{ gridColumn: '1 / -1' }}>
        <KpiStrip kpis={kpis.slice(0, 6)} time={time} openId={null} onExplain={nothing} />
      </div>
      <Panel span={8} title="time">
        <OccupancyOverTime {...timed} circles={circles} all={all} />
      </Panel>
      <Panel span={4} title="breakdown">
        <VacancyBreakdown
          {...common}
          groups={groups}
          selected={group}
          onSelect={(by, id) => setGroup({ by, id })}
        />
      </Panel>
      <Panel span={7} title="yield">
        <YieldScatter {...linked} buildings={buildings} lines={samples.yieldLines} />
      </Panel>
      <Panel span={5} title="map">
        <VacancyMap
          {...linked}
          basemap={basemap}
          bounds={samples.mapBounds}
          areas={areas}
          buildings={places}
          onSelectArea={nothing}
        />
      </Panel>
      <Panel span={5} title="ladder">
        <TaxLadder {...common} {...samples.ladderOf(kind)} onOpen={nothing} />
      </Panel>
      <Panel span={7} title="industry">
        <IndustryTreemap {...common} mix={samples.industryMixOf(kind)} />
      </Panel>
      <Panel span={6} title="expiry">
        <ExpiriesAhead {...common} expiry={samples.expiryOf(kind)} />
      </Panel>
      <Panel span={6} title="absorption">
        <NetAbsorption {...timed} values={kpis[3]?.values ?? []} />
      </Panel>
      <Panel span={12} title="movers">
        <Movers
          {...common}
          movedIn={samples.movesOf(kind, 0)}
          movedOut={samples.movesOf(kind, 30).slice(2)}
          onOpen={nothing}
        />
      </Panel>
      <div style={{ gridColumn: '1 / -1' }}>
        <IndicatorGrid kpis={kpis} time={time} openId={null} onExplain={nothing} />
      </div>
    </main>
  );
}

const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider locale={asked.get('locale') === 'en' ? 'en' : 'zh'}>
      <Gallery />
    </LanguageProvider>,
  );
}
