import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { expiryProfile } from '#domain/indicators/expiry-profile.ts';
import { industryMix } from '#domain/indicators/industry-mix.ts';
import { tenantMix } from '#domain/indicators/tenant-mix.ts';
import { weightedLeaseTerm } from '#domain/indicators/weighted-lease-term.ts';
import type { Lease, Unit } from '#domain/model/unit.ts';
import { LanguageProvider } from '#format/locale.tsx';
import { aLease, anEnterprise, aUnit } from '../../../tests/builders.ts';
import { ExpiryProfile } from './expiry-profile.tsx';
import { TenantMix } from './tenant-mix.tsx';

/** Charts and popovers bring their code when they are first shown. */
const slow = { timeout: 10_000 };
const asOf = '2026-10-31';
const origin = { asOf, synthetic: true };
const units = ['u1', 'u2', 'u3', 'u4'].map((id, i) =>
  aUnit({ id, label: `10${i + 1}`, area: 100 * (i + 1), status: 'leased' }),
);
const firms = [
  anEnterprise({ id: 'e1', name: '示例一号公司', industry: 'J' }),
  anEnterprise({ id: 'e2', name: '示例二号公司', industry: 'I' }),
  anEnterprise({ id: 'e3', name: '示例三号公司' }),
];
/** u4 has none on file. */
const leases = [
  aLease({ id: 'l1', unitId: 'u1', end: '2027-10-31', contractRent: 120 }),
  aLease({ id: 'l2', unitId: 'u2', end: '2029-10-31', enterpriseId: 'e2' }),
  aLease({ id: 'l3', unitId: 'u3', end: '2025-12-31', enterpriseId: 'e3' }),
];

function Expiry({
  own = units,
  of = leases,
}: {
  readonly own?: readonly Unit[];
  readonly of?: readonly Lease[];
}) {
  return (
    <ExpiryProfile
      expiry={expiryProfile(of, own, asOf)}
      leaseTerm={weightedLeaseTerm(of, own, asOf)}
      origin={origin}
      buildingName="甲座"
    />
  );
}

test('a term opens to its formula, inputs, coverage, date and source', async () => {
  render(<Expiry />);
  // (100 × 1 + 200 × 3) ÷ 300 = 2.3 years; 300 of 1,000 ㎡ let have a running lease.
  const figure = screen.getByRole('button', { name: /剩余租期（按面积）.*2.3 年.*覆盖 30%/ });
  await userEvent.click(figure);
  const opened = await screen.findByRole('dialog', { name: '剩余租期（按面积）' }, slow);
  for (const part of ['÷', '700 ㎡·年', '300 ㎡', '1,000 ㎡', '30% · ', '2026年10月31日', '示例数据']) {
    expect(opened.textContent).toContain(part);
  }
});

test('the chart has a table with the same figures, and what ended or is not on file is apart', async () => {
  render(<Expiry />);
  const chart = await screen.findByRole('application', { name: /租约到期/ }, slow);
  expect(chart.querySelectorAll('.recharts-bar-rectangle path').length).toBe(4);
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  // Heading, ended, twelve quarters, none later than 2029 Q3 but one, not known.
  expect(rows[1]).toBe('已到期300130%');
  expect(rows[2]).toBe('2026 Q4000%');
  expect(rows.find((row) => row?.startsWith('2027 Q4'))).toBe('2027 Q4100110%');
  expect(rows.at(-2)).toBe('更晚200120%');
  expect(rows.at(-1)).toBe('未提供400140%');
  expect(screen.getByText(/在册租约已到期：/)).toBeTruthy();
});

test('arrow keys read the chart point by point', async () => {
  render(<Expiry />);
  const chart = await screen.findByRole('application', { name: /租约到期/ }, slow);
  chart.focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(document.body.textContent).toMatch(/占已租面积/));
});

test('a chart is as wide as the sheet while it is printed', async () => {
  const width = () => screen.getByRole('application', { name: /租约到期/ }).getAttribute('width');
  render(
    <div style={{ inlineSize: 420 }}>
      <Expiry />
    </div>,
  );
  await vi.waitFor(() => expect(width()).toBe('420'));
  window.dispatchEvent(new Event('beforeprint'));
  await vi.waitFor(() => expect(width()).toBe('700'));
  window.dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(width()).toBe('420'));
});

test('a chart can be saved as a picture, each kind by name', async () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  render(<Expiry />);
  await screen.findByRole('application', { name: /租约到期/ }, slow);
  await userEvent.click(screen.getByRole('button', { name: /保存图片/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'SVG 矢量图' }));
  await vi.waitFor(() => expect(clicked).toHaveBeenCalledOnce());
  const anchor = clicked.mock.contexts[0] as HTMLAnchorElement;
  expect(anchor.download).toBe('甲座 · 租约到期.svg');
});

test('nothing let is said in words, not drawn as an empty chart', () => {
  render(<Expiry own={[aUnit()]} of={[]} />);
  expect(screen.getByText('没有已租单元')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

function Mix({ of = leases }: { readonly of?: readonly Lease[] }) {
  return (
    <TenantMix
      tenantMix={tenantMix(of, firms, units, asOf)}
      industryMix={industryMix(of, firms, units, asOf)}
      origin={origin}
    />
  );
}

test('industries, the leading one and the index come with what is not known beside them', () => {
  render(<Mix />);
  // Known: I 200 of 300 ㎡; HHI = (2/3)² + (1/3)² = 5/9 = 0.56, like 9/5 = 1.8 sections.
  expect(screen.getByRole('button', { name: /主导产业.*66.7%.*信息传输/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /HHI.*0.56.*1.8/ })).toBeTruthy();
  const industries = within(screen.getByRole('table', { name: '产业构成' }));
  expect(industries.getAllByRole('row').at(-1)?.textContent).toBe('行业未提供700');
  const tenants = within(screen.getByRole('table', { name: '在册租户' }));
  expect(tenants.getAllByRole('row').map((row) => row.textContent)).toEqual([
    expect.stringContaining('租户'),
    '示例二号公司信息传输、软件和信息技术服务业20020%1',
    '示例一号公司金融业10010%1',
    '租户未提供70070%',
  ]);
});

test('only the largest tenants are shown at first; all on demand', async () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    aUnit({ id: `m${i}`, label: `${i}`, area: 10 + i, status: 'leased' }),
  );
  const own = many.map(({ id }, i) => aLease({ id: `l-${id}`, unitId: id, enterpriseId: `f${i}` }));
  const named = own.map(({ enterpriseId }) =>
    anEnterprise({ id: enterpriseId, name: `公司 ${enterpriseId}` }),
  );
  render(
    <TenantMix
      tenantMix={tenantMix(own, named, many, asOf)}
      industryMix={industryMix(own, named, many, asOf)}
      origin={origin}
    />,
  );
  const names = () => screen.getAllByRole('rowheader', { name: /公司 f/ }).map((cell) => cell.textContent);
  expect(names()).toHaveLength(8);
  expect(names()[0]).toBe('公司 f11');
  await userEvent.click(screen.getByRole('button', { name: '显示全部 12 家' }));
  expect(names()).toHaveLength(12);
});

test('without a running lease it says what is missing and who can add it, in both languages', () => {
  const { unmount } = render(<Mix of={[]} />);
  expect(screen.getByText('没有在执行的租约')).toBeTruthy();
  unmount();
  render(
    <LanguageProvider locale="en">
      <Mix of={[]} />
    </LanguageProvider>,
  );
  expect(screen.getByText(/Staff can enter enterprises and leases/)).toBeTruthy();
});

test('the English page has the brackets and colons of its own language', async () => {
  const running = leases.slice(0, 2);
  const { container } = render(
    <LanguageProvider locale="en">
      <Expiry />
      <TenantMix
        tenantMix={tenantMix(running, firms, units, asOf)}
        industryMix={industryMix(running, firms, units, asOf)}
        origin={origin}
      />
    </LanguageProvider>,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  expect(screen.getAllByRole('columnheader', { name: 'Area (㎡)' })).toHaveLength(3);
  expect(screen.getByText(/Ended: the unit is let/)).toBeTruthy();
  expect(container.textContent).not.toMatch(/[（）：，]/);
});
