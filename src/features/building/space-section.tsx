/** What of the building is let, what is free, and where. */
import { type ReactNode, useState } from 'react';
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { UnitFilter } from '#views/tenancy/unit-lines.ts';
import { UnitsTable } from '#views/tenancy/units-table.tsx';
import css from './building-page.module.css';

const noFilter: UnitFilter = { floors: null, statuses: null };

export function SpaceSection({ file, onAdd }: { readonly file: BuildingDetail; readonly onAdd: ReactNode }) {
  const [hovered, setHovered] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [filter, setFilter] = useState(noFilter);
  return (
    <div className={css['space']}>
      <UnitsTable
        storeys={file.storeys}
        efficiency={file.efficiency}
        filter={filter}
        onClearFilter={() => setFilter(noFilter)}
        hovered={hovered}
        selected={selected}
        onHover={setHovered}
        onSelect={setSelected}
        onAdd={onAdd}
      />
    </div>
  );
}
