import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { monthFromNumber } from '#domain/measure.ts';
import { LanguageProvider } from '#format/locale.tsx';
import { BuildingTimeline } from './building-timeline.tsx';
import type { TrendMonth } from './month-rows.ts';
import { OccupancyTrend } from './occupancy-trend.tsx';
import { TaxTrend } from './tax-trend.tsx';

/** Charts and popovers bring their code when they are first shown. */
const slow = { timeout: 10_000 };
const origin = { asOf: '2026-10-31', synthetic: false };
/** 2023-11 to 2026-10; the last is not reported yet, and two in the middle never were. */
const months: readonly TrendMonth[] = Array.from({ length: 36 }, (_, i) => {
  const isReported = i !== 35 && i !== 10 && i !== 11;
  return {
    month: monthFromNumber(2023 * 12 + 10 + i),
    isReported,
    occupiedArea: isReported ? 600 + 10 * i : null,
    vacantArea: isReported ? 400 - 10 * i : null,
    availableArea: isReported ? 450 - 10 * i : null,
    tenantCount: isReported ? i : null,
    totalTax: isReported ? 1_000_000 : null,
  };
});
const without = (...fields: (keyof TrendMonth)[]) =>
  months.map(
    (month) =>
      Object.fromEntries(
        Object.entries(month).filter(([name]) => !fields.includes(name as keyof TrendMonth)),
      ) as unknown as TrendMonth,
  );

const props = { origin, buildingName: '甲座' };

test('the last reported month is set against the same month of the year before', async () => {
  render(<OccupancyTrend {...props} months={months} />);
  // i = 34 is 2026-09: 940 ㎡ of 1,000 ㎡; 2025-09 had 820 ㎡. 940 − 820 = 120, 120 ÷ 820 = 14.6 %.
  expect(screen.getByRole('button', { name: /已入驻（2026年9月）.*940 ㎡/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /入驻占比（2026年9月）.*94%.*\+12 个百分点/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /近一年净去化.*\+120 ㎡.*\+14.6%/ }));
  const opened = await screen.findByRole('dialog', { name: '近一年净去化' }, slow);
  for (const part of ['2025年9月', '820 ㎡', '2026年10月31日']) expect(opened.textContent).toContain(part);
});

test('months that were not reported are gaps in the lines, said below and 未提供 in the table', async () => {
  render(<OccupancyTrend {...props} months={months} />);
  const chart = await screen.findByRole('application', { name: /入驻走势/ }, slow);
  const paths = [...chart.querySelectorAll('.recharts-line-curve')].map(
    (path) => path.getAttribute('d') ?? '',
  );
  expect(paths).toHaveLength(3);
  // Each line begins twice: before and after the gap.
  for (const path of paths) expect(path.match(/M/g)).toHaveLength(2);
  expect(screen.getByText(/36 个月中 3 个月未报/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toHaveLength(37);
  expect(rows[1]).toBe(`2026年10月${'未提供'.repeat(5)}`);
  expect(rows[2]).toBe('2026年9月94060110' + '94%34');
});

test('a role that may not see them has neither tenants nor tax', async () => {
  const { container } = render(<TaxTrend {...props} months={without('totalTax')} />);
  expect(container.innerHTML).toBe('');
  render(<OccupancyTrend {...props} months={without('tenantCount', 'totalTax')} />);
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  expect(screen.queryByRole('columnheader', { name: '租户数' })).toBeNull();
});

test('twelve months of tax are added up; a year with gaps is not compared', async () => {
  render(<TaxTrend {...props} months={months} />);
  // 2025-10 to 2026-09: 12 × 1,000,000. The twelve before lie between 2024-10 and 2025-09: the gap (2024-09, 2024-10) is in it.
  await userEvent.click(screen.getByRole('button', { name: /近 12 个月（至 2026年9月）.*1200 万元/ }));
  const opened = await screen.findByRole('dialog', {}, slow);
  expect(opened.textContent).toContain('12,000,000 元');
  expect(opened.textContent).toContain('12 个月中 11 个月');
  expect(screen.getByRole('button', { name: /同比.*未提供.*月份不齐/ })).toBeTruthy();
});

test('a month without tax on file is hatched, not a bar of zero', async () => {
  render(<TaxTrend {...props} months={months} />);
  const chart = await screen.findByRole('application', { name: /税收走势/ }, slow);
  expect(chart.querySelectorAll('.recharts-reference-area path, .recharts-reference-area rect')).toHaveLength(
    3,
  );
});

test('nothing reported is said in words with who can add it', () => {
  const none = months.map((month) => ({
    ...month,
    isReported: false,
    occupiedArea: null,
    vacantArea: null,
    totalTax: null,
  }));
  render(<OccupancyTrend {...props} months={none} />);
  render(<TaxTrend {...props} months={none} />);
  expect(screen.getByText(/这 36 个月没有任何月报在册/)).toBeTruthy();
  expect(screen.getByText(/管理者可在「数据」/)).toBeTruthy();
});

test('the timeline goes through time and marks where things stand', () => {
  render(
    <BuildingTimeline
      source={{
        asOf: '2026-10-31',
        status: 'delivered',
        completedOn: '2015-06',
        units: [{ area: 400, status: 'vacant', marketed: false, availableFrom: '2027-03-01' }],
        leases: [
          {
            enterpriseId: 'e1',
            enterprise: '示例一号公司',
            area: 500,
            start: '2025-01-01',
            end: '2027-12-31',
          },
        ],
      }}
    />,
  );
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '2015年6月竣工交付',
    '2025年1月1日示例一号公司 入驻，500 ㎡',
    '2026年10月31日目前已交付',
    '2027年3月1日400 ㎡ 可入驻，1 个单元',
    '2027年12月31日示例一号公司 租约到期，500 ㎡',
  ]);
});

test('a year before that comes to nothing is no missing month', () => {
  const whole = months.map((month, i) => ({ ...month, totalTax: i < 24 ? 0 : 1_000_000 }));
  render(<TaxTrend {...props} months={whole} />);
  expect(screen.getByRole('button', { name: /同比.*未提供.*上一个 12 个月为 0，不作同比/ })).toBeTruthy();
});

test('the English page has the brackets of its own language', async () => {
  render(
    <LanguageProvider locale="en">
      <OccupancyTrend {...props} buildingName="A" months={months} />
      <TaxTrend {...props} buildingName="A" months={months} />
    </LanguageProvider>,
  );
  for (const table of screen.getAllByRole('radio', { name: 'Table' })) await userEvent.click(table);
  expect(screen.getByRole('columnheader', { name: 'Occupied (㎡)' })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'Total tax (CNY)' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/[（）：，]/);
});

test('what was corrected stands below the chart with the original, who, when and why', () => {
  const corrected = months.map((month, i) =>
    i === 34
      ? {
          ...month,
          corrections: [
            {
              figure: 'occupiedArea' as const,
              reported: 1_000,
              corrected: 940,
              reason: '漏计退租',
              correctedOn: '2026-10-12',
              correctedBy: '王晓梅',
            },
          ],
        }
      : month,
  );
  render(<OccupancyTrend {...props} months={corrected} />);
  const list = screen.getByRole('region', { name: '更正' });
  for (const part of ['2026年9月 已入驻', '1,000 ㎡', '940 ㎡', '王晓梅，2026年10月12日', '原因：漏计退租']) {
    expect(list.textContent).toContain(part);
  }
  render(<TaxTrend {...props} months={corrected} />);
  expect(screen.getAllByRole('region', { name: '更正' })).toHaveLength(1);
});
