/** What of the building is let, what is free, and where: the plan and its units, each showing what is pointed at in the other. */
import { type ReactNode, useState } from 'react';
import type { BuildingDetail } from '#contract/building-detail.ts';
import { formatSubject } from '#domain/compare/ids.ts';
import type { PlanLook } from '#domain/stacking/plan-look.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { classNames } from '#ui/class-names.ts';
import { StackingPlan } from '#views/stacking-plan/stacking-plan.tsx';
import type { UnitFilter } from '#views/tenancy/unit-lines.ts';
import { UnitsTable } from '#views/tenancy/units-table.tsx';
import css from './building-page.module.css';

const noFilter: UnitFilter = { floors: null, statuses: null };

export function SpaceSection({
  file,
  name,
  onAdd,
  look,
  onLook,
  link,
}: {
  readonly file: BuildingDetail;
  readonly name: string;
  readonly onAdd: ReactNode;
  /** How the plan is looked at. */
  readonly look: PlanLook;
  readonly onLook: (change: Partial<PlanLook>) => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, text: string) => ReactNode;
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
          look={look}
          onLook={onLook}
          lit={hovered}
          selected={selected}
          onHover={setHovered}
          onSelect={select}
          onFloor={showFloor}
        />
      )}
      <div className={css['part']}>
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
        {file.storeys.length > 0 && <ChosenUnit file={file} unitId={selected} link={link} />}
      </div>
    </div>
  );
}

/** The next step with the unit that is chosen; its room is kept while none is. */
function ChosenUnit({
  file,
  unitId,
  link,
}: {
  readonly file: BuildingDetail;
  readonly unitId: string | null;
  readonly link: (to: string, text: string) => ReactNode;
}) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale].unit;
  const unit = file.storeys.flatMap(({ units }) => units).find(({ id }) => id === unitId);
  return (
    <p className={classNames(css['chosen'], 'no-print')} role="status">
      {unit ? (
        <>
          {words.chosen(unit.label, figures.withUnit('sqm', unit.area))}
          {link(`/compare?ids=${formatSubject({ buildingId: file.id, unitId: unit.id })}`, words.compare)}
        </>
      ) : (
        words.choose
      )}
    </p>
  );
}
