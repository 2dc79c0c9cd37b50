/** Charts of the cockpit on the wall, as large as they get there. */
import { useMemo } from 'react';
import type { TaxLadder as TaxLadderAnswer } from '#contract/cockpit.ts';
import { OccupancyOverTime } from '#views/cockpit/occupancy-over-time.tsx';
import { TaxLadder } from '#views/cockpit/tax-ladder.tsx';
import { YieldScatter } from '#views/cockpit/yield-scatter.tsx';
import { occupancyOf, placedIn, yieldBuildingsOf } from '../chart-figures.ts';
import { Breakdown, type ChartsProps, MapChart } from '../charts-section.tsx';
import { valueAt } from '../shown-figures.ts';
import type { Figures } from '../use-figures.ts';
import { useGroupName } from '../use-group-name.ts';
import { nameIn } from '../use-page-words.ts';
import { useWallWords } from './use-wall-words.ts';
import css from './wall.module.css';

export function TimeView({ shown, periods, time, names, origin }: ChartsProps) {
  const nameOf = useGroupName(names);
  const circles = useMemo(
    () =>
      shown.groups.circle.map(({ id, series }) => ({
        id,
        name: nameOf('circle', id),
        ...occupancyOf(series),
      })),
    [shown, nameOf],
  );
  return (
    <div className={css['whole']}>
      <OccupancyOverTime
        periods={periods}
        circles={circles}
        all={occupancyOf(shown.whole)}
        time={time}
        onChoose={ignore}
        origin={origin}
      />
    </div>
  );
}

interface OfBuildings extends ChartsProps {
  readonly figures: Figures;
}

export function VacancyView(props: OfBuildings) {
  const placed = usePlaced(props.figures);
  return (
    <div className={css['pair']}>
      <MapChart {...props} maySeeTax={false} linked={unlinked} placed={placed} at={props.time.at} />
      <div className={css['larger']}>
        <Breakdown {...props} />
      </div>
    </div>
  );
}

/** For who may see tax. */
export function TaxView({
  ladder,
  onOpen,
  ...props
}: OfBuildings & { readonly ladder: TaxLadderAnswer; readonly onOpen: (buildingId: string) => void }) {
  const { locale } = useWallWords();
  const { shown, time, origin } = props;
  const placed = usePlaced(props.figures);
  const buildings = useMemo(() => yieldBuildingsOf(placed, time.at, locale), [placed, time.at, locale]);
  const lines = {
    occupancy: valueAt(shown.whole, 'occupancyRate', time.at),
    taxPerSqm: valueAt(shown.whole, 'taxPerSqm', time.at),
  };
  return (
    <div className={css['pair']}>
      <YieldScatter buildings={buildings} lines={lines} {...unlinked} origin={origin} />
      <TaxLadder
        steps={ladder.steps}
        items={ladder.items.map((item) => ({ ...item, name: nameIn(locale, item) }))}
        unknown={ladder.unknown}
        through={ladder.through}
        onOpen={onOpen}
        origin={origin}
      />
    </div>
  );
}

function usePlaced({ buildings, named }: Figures) {
  return useMemo(() => placedIn(buildings, named), [buildings, named]);
}

/** Nobody points or selects on a wall. */
const ignore = () => undefined;
const unlinked = { selected: new Set<string>(), onSelect: ignore, lit: null, onLit: ignore };
