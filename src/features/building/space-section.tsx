/** What of the building is let, what is free, and where: the plan and its units, each showing what is pointed at in the other. */
import { type ReactNode, useState } from 'react';
import type { BuildingDetail } from '#contract/building-detail.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { StackingPlan } from '#views/stacking-plan/stacking-plan.tsx';
import type { UnitFilter } from '#views/tenancy/unit-lines.ts';
import { UnitsTable } from '#views/tenancy/units-table.tsx';
import css from './building-page.module.css';

const noFilter: UnitFilter = { floors: null, statuses: null };

export function SpaceSection({
  file,
  name,
  onAdd,
}: {
  readonly file: BuildingDetail;
  readonly name: string;
  readonly onAdd: ReactNode;
}) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale];
  const [hovered, setHovered] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [filter, setFilter] = useState(noFilter);
  const showFloor = (floor: number) =>
    setFilter((now) => (now.floors?.[0] === floor ? noFilter : { ...noFilter, floors: [floor] }));
  const select = (unitId: string | null) => {
    setSelected(unitId === selected ? null : unitId);
    // A unit that the filter hides could not be shown.
    const floor = file.storeys.find(({ units }) => units.some(({ id }) => id === unitId))?.floor;
    if (floor !== undefined && !(filter.floors?.includes(floor) ?? true)) setFilter(noFilter);
  };
  return (
    <div className={css['space']}>
      {file.storeys.length > 0 && (
        <StackingPlan
          name={name}
          asOf={file.asOf}
          notes={file.synthetic ? [words.sampleNote] : []}
          storeys={file.storeys}
          blocks={file.blocks}
          counts={file.floors}
          lit={hovered}
          selected={selected}
          onHover={setHovered}
          onSelect={select}
          onFloor={showFloor}
        />
      )}
      <UnitsTable
        storeys={file.storeys}
        efficiency={file.efficiency}
        filter={filter}
        onClearFilter={() => setFilter(noFilter)}
        hovered={hovered}
        selected={selected}
        onHover={setHovered}
        onSelect={select}
        onAdd={onAdd}
      />
    </div>
  );
}
