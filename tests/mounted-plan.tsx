/** A stacking plan in a document, as its tests find it. */
import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { vi } from 'vitest';
import { usualLook } from '#domain/stacking/plan-look.ts';
import { LanguageProvider } from '#format/locale.tsx';
import { StackingPlan, type StackingPlanProps } from '#views/stacking-plan/stacking-plan.tsx';
import { aPlanLease, aPlanUnit, aStorey, blocksOf } from './towers.ts';

/** Of one of the units. */
export const tenant = '示例机密租户有限公司';
/** A basement without units, a floor with three, and a fifth floor above a gap. */
export const threeFloors = [
  aStorey({ floor: -1, label: 'B1', area: 900 }),
  aStorey({
    floor: 1,
    label: '1F',
    area: 1_000,
    units: [
      aPlanUnit({
        id: 'a',
        label: '101',
        area: 400,
        status: 'leased',
        lease: aPlanLease({ enterprise: tenant }),
      }),
      aPlanUnit({
        id: 'b',
        label: '102',
        area: 300,
        lease: null,
        askingRent: 95,
        availableFrom: '2027-01-01',
      }),
      aPlanUnit({ id: 'c', label: '103', area: 200, lease: null }),
    ],
  }),
  aStorey({ floor: 5, label: '5F', units: [aPlanUnit({ id: 'd', label: '501', area: 700, lease: null })] }),
];

/** A plan whose look is kept by whoever shows it. */
function Looked(props: Omit<StackingPlanProps, 'look' | 'onLook'> & Partial<StackingPlanProps>) {
  const [look, setLook] = useState(props.look ?? usualLook);
  const onLook: StackingPlanProps['onLook'] = (change) => {
    setLook((before) => ({ ...before, ...change }));
    props.onLook?.(change);
  };
  return <StackingPlan {...props} look={look} onLook={onLook} />;
}

/** Shows a plan, by default of {@link threeFloors}, and waits until it is drawn. */
export async function mountPlan(props: Partial<StackingPlanProps> = {}) {
  const hands = { onHover: vi.fn(), onSelect: vi.fn(), onFloor: vi.fn() };
  const plan = (more: Partial<StackingPlanProps>) => (
    <LanguageProvider locale="zh">
      <Looked
        name="云汉大厦"
        asOf="2026-10-31"
        storeys={threeFloors}
        blocks={blocksOf(more.storeys ?? props.storeys ?? threeFloors)}
        counts={{ above: null, below: null }}
        lit={null}
        selected={null}
        {...hands}
        {...props}
        {...more}
      />
    </LanguageProvider>
  );
  const { rerender } = render(plan({}));
  const count = (props.storeys ?? threeFloors).length;
  if (count > 0) await screen.findAllByRole('row');
  return { ...hands, update: (more: Partial<StackingPlanProps>) => rerender(plan(more)) };
}
