import { expect, test } from 'vitest';
import { anEnterprise, aPortfolio, aUnit } from '../../../tests/builders.ts';
import { outcomes, reasons, run } from '../../../tests/dry-runs.ts';

test('units find their building by name, and new ones stand behind those on their floor', () => {
  const portfolio = aPortfolio({
    units: [aUnit({ id: 'u1', floor: 3, label: '301', position: 4, status: 'vacant' })],
  });
  const result = run(
    'unit',
    [
      ['楼宇', '楼层', '房号', '面积', '状态', '租金(元/㎡/天)'],
      ['甲座', '3F', '301', 120.5, '已租', '面议'],
      ['甲座', '三层', '302', '约80', '空置', 5],
      ['甲座', 3, 303, 80, '空置', 5],
      ['某楼', 3, '304', 80, '空置', 5],
      ['合计', null, null, 280, null, null],
    ],
    portfolio,
  );
  expect(outcomes(result)).toEqual(['changed', 'wrong', 'new', 'wrong', 'skipped']);
  expect(reasons(result)).toEqual([
    [3, '面积', 'noBoundHere'],
    [5, '楼宇', 'unknownBuilding'],
  ]);
  expect(result.changes[0]).toMatchObject({ key: 'b1~u1', after: { status: 'leased', askingRent: null } });
  expect(result.changes[1]).toMatchObject({
    after: { buildingId: 'b1', floor: 3, label: '303', marketed: false },
  });
});

test('leases and taxes refer to what is on file, by name, label or code', () => {
  const firm = anEnterprise({ id: 'e1', name: '示例一号公司', uscc: null });
  const portfolio = aPortfolio({ units: [aUnit({ id: 'u1', label: '301', floor: 3 })], enterprises: [firm] });
  const leases = run(
    'lease',
    [
      ['楼宇', '房号', '承租方', '租期', '合同租金(元/㎡/月)'],
      ['甲座', '301', '示例一号公司', '2025.1.1-2027.12.31', 120],
      ['甲座', '999', '无名商社', '2025.1.1-2027.12.31', 120],
    ],
    portfolio,
  );
  expect(leases.changes).toMatchObject([
    { before: null, after: { unitId: 'u1', enterpriseId: 'e1', start: '2025-01-01', leaseType: 'direct' } },
  ]);
  expect(reasons(leases)).toEqual([
    [3, '房号', 'unknownUnit'],
    [3, '承租方', 'unknownEnterprise'],
  ]);
  const taxes = run(
    'taxRecord',
    [
      ['楼宇', '企业名称', '全口径税收(万元)'],
      ['甲座', '示例一号公司', 12.5],
    ],
    portfolio,
    { mapping: { constants: [{ target: 'month', text: '2026年9月' }] } },
  );
  expect(taxes.changes).toMatchObject([
    { key: 'b1~e1~2026-09', after: { totalTax: 12_500_000, districtTax: null } },
  ]);
});

test('a code of another firm is refused, a code that a firm lacked is added', () => {
  const portfolio = aPortfolio({
    enterprises: [
      anEnterprise({ id: 'e1', name: '甲公司' }),
      anEnterprise({ id: 'e2', name: '乙公司', uscc: '91120101MA06XXXX1A' }),
    ],
  });
  const result = run(
    'enterprise',
    [
      ['企业编号', '企业名称', '统一社会信用代码', '行业'],
      ['e1', '甲公司', '91120101MA06XXXX1A', 'J'],
    ],
    portfolio,
  );
  expect(result.problems[0]).toMatchObject({ reason: 'usccOfAnother', detail: '乙公司' });
});
