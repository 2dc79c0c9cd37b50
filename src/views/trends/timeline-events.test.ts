import { expect, test } from 'vitest';
import { type TimelineSource, timelineEvents } from './timeline-events.ts';

const bare: TimelineSource = {
  asOf: '2026-10-31',
  status: 'underConstruction',
  completedOn: null,
  units: [],
  leases: null,
};
const lease = (enterpriseId: string, area: number | null, start: string, end: string) => ({
  enterpriseId,
  enterprise: enterpriseId,
  area,
  start,
  end,
});

test('where nothing is on file, only where things stand is told', () => {
  expect(timelineEvents(bare)).toEqual([
    { kind: 'status', date: '2026-10-31', status: 'underConstruction', isPast: true },
  ]);
});

test('a completion in the month of the data has been, one in a later month has not', () => {
  const isPast = (completedOn: string) =>
    timelineEvents({ ...bare, completedOn }).find(({ kind }) => kind === 'completed')?.isPast;
  expect([isPast('2026-10'), isPast('2026-11'), isPast('2026-10-31'), isPast('2026-11-01')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('units that one firm takes on one day are one move; the four largest are told', () => {
  const leases = [
    lease('a', 100, '2026-01-01', '2040-12-31'),
    lease('a', 150, '2026-01-01', '2040-12-31'),
    ...[10, 20, 30, 40].map((area) => lease(`f${area}`, area, '2025-05-01', '2040-12-31')),
  ];
  const moves = timelineEvents({ ...bare, leases }).filter(({ kind }) => kind !== 'status');
  expect(moves.map((event) => 'area' in event && event.area)).toEqual([40, 30, 20, 250]);
  expect(moves.every(({ kind }) => kind === 'starts')).toBe(true);
});

test('what lies more than three years off, or has no known area, is left out', () => {
  const leases = [
    lease('long ago', 900, '2020-01-01', '2023-10-30'),
    lease('far', 900, '2020-01-01', '2030-01-01'),
    lease('gone', null, '2026-01-01', '2027-01-01'),
    lease('near', 5, '2020-01-01', '2026-10-31'),
  ];
  expect(timelineEvents({ ...bare, leases }).filter(({ kind }) => kind !== 'status')).toEqual([
    { kind: 'ends', date: '2026-10-31', enterprise: 'near', area: 5, isPast: false },
  ]);
});

test('space on offer comes free on its day; what is not on offer, or is free already, does not', () => {
  const unit = { area: 100, status: 'vacant', marketed: false, availableFrom: '2027-01-01' };
  const units = [
    unit,
    { ...unit, status: 'leased', marketed: true },
    { ...unit, status: 'leased' },
    { ...unit, availableFrom: '2026-10-31' },
    { ...unit, availableFrom: null },
  ];
  expect(timelineEvents({ ...bare, units }).filter(({ kind }) => kind === 'free')).toEqual([
    { kind: 'free', date: '2027-01-01', area: 200, units: 2, isPast: false },
  ]);
});
