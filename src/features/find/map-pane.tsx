import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import type { Loaded } from '#client/engine-protocol.ts';
import { basemapQuery, settingsQuery } from '#client/query.ts';
import type { Query } from '#domain/query/query.ts';
import { useLanguage } from '#format/locale.tsx';
import { ActiveFilters } from '#views/filters/active-filters.tsx';
import { removeClause } from '#views/filters/clauses.ts';
import { parseBasemap } from '#views/map/basemap.ts';
import { DistrictMap, type MapHandle } from '#views/map/district-map.tsx';
import { MapLegend } from '#views/map/map-legend.tsx';
import type { MapWindow } from '#views/map/map-view.ts';
import type { Shape } from '#views/map/shape.ts';
import type { ClusterTarget, SymbolTarget } from '#views/map/symbol-pointer.ts';
import { ClusterList } from './cluster-list.tsx';
import css from './find.module.css';
import type { Finder, Phase } from './finder.ts';
import { mapLights, mapSymbols, pointAt } from './lights.ts';
import { MapTip } from './map-tip.tsx';
import { type FileWay, useFind, useFindState, usePresentQuery, useQueryPart } from './use-find.ts';

const clusterMembersLit = 200;

/** The place: the district with what passes, and the shapes that filter. */
export function MapPane({
  loaded,
  theme,
  map,
}: {
  readonly loaded: Loaded;
  readonly theme: 'light' | 'dark';
  readonly map: RefObject<MapHandle | null>;
}) {
  const { api } = useClient();
  const { finder, status, files } = useFind();
  const { locale, messages } = useLanguage();
  const basemap = useQuery({ ...basemapQuery(api), select: parseBasemap });
  const settings = useQuery(settingsQuery(api));
  useEffect(() => {
    if (basemap.isError) status.add(messages.find.basemapFailed);
  }, [basemap.isError, status, messages]);
  const [cluster, setCluster] = useState<ClusterTarget | null>(null);
  const hands = useMapHands(finder, files, setCluster);
  const sources = useMemo(
    () => ({ symbols: mapSymbols(finder.store), highlight: mapLights(finder.store) }),
    [finder],
  );
  const bbox = useQueryPart((query) => query.bbox);
  const within = useQueryPart((query) => query.within);
  const near = useQueryPart((query) => query.near);
  const shapes = useMemo(() => shapesOf({ bbox, within, near }), [bbox, within, near]);
  const fit = useFit(map);
  return (
    <section className={css['map']} aria-label={messages.find.map} {...hands.touches}>
      <DistrictMap
        ref={map}
        basemap={basemap.data ?? null}
        locale={locale}
        theme={theme}
        messages={messages.map}
        initialView={finder.query().view.at}
        bounds={loaded.header.district.bounds}
        symbols={sources.symbols}
        highlight={sources.highlight}
        shapes={shapes}
        tiles={settings.data?.tiles ?? null}
        onTilesFailed={() => status.add(messages.find.tilesFailed)}
        onFit={fit}
        {...hands.listeners}
      />
      <Chips />
      <div className={css['legend']}>
        <MapLegend messages={messages.map} />
      </div>
      <MapTip />
      {cluster && <ClusterList cluster={cluster} map={map} onClose={() => setCluster(null)} />}
    </section>
  );
}

/** The question in words, above the map. */
function Chips() {
  const { finder, names } = useFind();
  const query = usePresentQuery();
  const facets = useFindState((state) => state.found?.answer.facets ?? null);
  const change = useCallback((next: Query, phase: Phase) => finder.change(next, phase), [finder]);
  return (
    <div className={css['chips']}>
      <ActiveFilters query={query} facets={facets} names={names} onChange={change} />
    </div>
  );
}

function shapesOf({ bbox, within, near }: Pick<Query, 'bbox' | 'within' | 'near'>): readonly Shape[] {
  return [
    ...(bbox ? [{ kind: 'bbox' as const, bbox }] : []),
    ...(within ? [{ kind: 'within' as const, ring: within }] : []),
    ...(near ? [{ kind: 'near' as const, ...near }] : []),
  ];
}

/** One area at a time: a new one takes the place of the last. */
function withShape(query: Query, shape: Shape): Query {
  const none = { ...query, bbox: null, within: null, near: null };
  if (shape.kind === 'bbox') return { ...none, bbox: shape.bbox };
  if (shape.kind === 'within') return { ...none, within: shape.ring };
  return { ...none, near: { lon: shape.lon, lat: shape.lat, radiusM: shape.radiusM } };
}

/** "Fit to results": the one way in which the map moves without the user's hand on it. */
function useFit(map: RefObject<MapHandle | null>): () => void {
  const { engine } = useClient();
  const { finder, status } = useFind();
  const { messages } = useLanguage();
  return () => {
    engine
      .request({ kind: 'extent', query: finder.query() })
      .then((extent) => (extent ? map.current?.fit(extent) : status.add(messages.find.nothingToFit)))
      .catch(reportError);
  };
}

/** What the map tells, and what becomes of it. */
function useMapHands(finder: Finder, files: FileWay, openCluster: (cluster: ClusterTarget | null) => void) {
  const { engine } = useClient();
  const touched = useRef(false);
  const touch = () => {
    touched.current = true;
  };
  const hover = (target: SymbolTarget | null) => {
    finder.store.setState({ hovered: target && pointAt(target.row, target), tip: target });
  };
  const hoverCluster = (target: ClusterTarget) => {
    hover(target);
    engine
      .request({ kind: 'members', query: finder.query(), box: target.bbox, limit: clusterMembersLit })
      .then((members) => {
        const { hovered } = finder.store.getState();
        if (hovered?.row !== target.row) return;
        finder.store.setState({ hovered: { ...hovered, rows: new Set(members.map(({ row }) => row)) } });
      })
      .catch(reportError);
  };
  const select = (target: SymbolTarget | null) => {
    openCluster(null);
    const { shown } = finder.store.getState();
    finder.look({ selected: target ? (shown?.ids[target.row] ?? null) : null }, 'push');
  };
  return {
    touches: { onPointerDownCapture: touch, onWheelCapture: touch, onKeyDownCapture: touch },
    listeners: {
      onHover: (target: SymbolTarget | null) =>
        target && isCluster(target) ? hoverCluster(target) : hover(target),
      onSelect: select,
      onOpen: (target: SymbolTarget) => {
        const id = finder.store.getState().shown?.ids[target.row];
        if (id !== undefined) files.open(id);
      },
      onClusterOpen: openCluster,
      onViewportChange: ({ centre, drawn, visible }: MapWindow, settled: boolean) => {
        finder.mapMoved(drawn, visible, settled);
        if (settled && touched.current) finder.look({ at: { ...centre, zoom: visible.zoom } }, 'replace');
      },
      onDraw: (shape: Shape) => finder.change(withShape(finder.query(), shape), 'commit'),
      onRemoveShape: (kind: Shape['kind']) => finder.change(removeClause(finder.query(), kind), 'commit'),
    },
  };
}

function isCluster(target: SymbolTarget): target is ClusterTarget {
  return target.count > 1 && 'bbox' in target;
}
