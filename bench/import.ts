/**
 * `npm run bench:import`: 100,000 rows from the bytes of a file to the end of the dry run, as CSV and as XLSX, units
 * with 15 columns on the sample district and new buildings with 20. Each in a process of its own, whose peak memory counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import gcoord from 'gcoord';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { dryRun } from '#domain/intake/dry-run.ts';
import { readHeadings } from '#domain/intake/headings.ts';
import { proposeMapping } from '#domain/intake/mapping.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import { factChanges } from '#domain/records/fact-changes.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { importHeap } from '../server/import/limits.ts';
import { readTable } from '../server/import/read-table.ts';
import { report } from './report.ts';

const rowCount = 100_000;
/** As the thread that imports is bounded; V8 counts the young generation as three semi-spaces. */
const heap = [
  `--max-old-space-size=${importHeap.maxOldGenerationSizeMb}`,
  `--max-semi-space-size=${importHeap.maxYoungGenerationSizeMb / 3}`,
];
const limits = { csv: 10, xlsx: 20, megabytes: 400 };

type Row = readonly (string | number)[];

function* unitRows(): Generator<Row> {
  yield '楼宇编号|楼宇名称|楼层|房号|面积(㎡)|租赁状态|报价租金(元/㎡/天)|可入驻时间|最小分割面积|是否招商|朝向|装修|户型|看房电话|情况说明'.split(
    '|',
  );
  const { buildings } = samplePortfolio();
  for (let i = 0; i < rowCount; i++) {
    const building = buildings[i % buildings.length];
    const area = 60 + (i % 900) / 2;
    yield [
      building?.id ?? '',
      building?.nameZh ?? '',
      `${1 + (i % 40)}F`,
      `K${i}`,
      i % 7 === 0 ? `${area}平方米` : area,
      i % 3 === 0 ? '空置' : '已租',
      i % 5 === 0 ? '面议' : 3 + (i % 40) / 10,
      i % 2 === 0 ? '2026年3月1日' : '2026/4/1',
      i % 4 === 0 ? '' : 60,
      '是',
      '南',
      '精装',
      `第${i % 300}户型`,
      `022-${20_000_000 + i}`,
      `第 ${i} 行的情况，供核对`,
    ];
  }
}

function* buildingRows(): Generator<Row> {
  yield '楼宇名称|地址|类型|建设状态|总建面(万㎡)|可租面积|标准层面积|地上层数|地下层数|层高|得房率(%)|竣工时间|等级|电梯|车位|物业费(元/㎡/月)|经度|纬度|开发商|备注'.split(
    '|',
  );
  for (let i = 0; i < rowCount; i++) {
    yield [
      `压测大楼${i}号`,
      `试验路${i}号`,
      '写字楼',
      '已交付',
      1 + (i % 90) / 10,
      `约${9_000 + (i % 1_000)}`,
      1_800,
      20 + (i % 20),
      2,
      '4.2-4.5米',
      70 + (i % 10),
      '2015年6月',
      '甲级',
      6,
      200,
      '12.5元/㎡/月',
      117.19 + (i % 300) / 10_000,
      39.11 + (i % 200) / 10_000,
      `开发公司${i % 500}`,
      `第 ${i} 行`,
    ];
  }
}

const sheets = { unit: unitRows, building: buildingRows };

async function write(folder: string, entity: keyof typeof sheets, kind: 'csv' | 'xlsx'): Promise<string> {
  const path = join(folder, `${entity}.${kind}`);
  if (kind === 'csv') {
    writeFileSync(path, [...sheets[entity]()].map((row) => row.join(',')).join('\r\n'));
    return path;
  }
  const writer = new XlsxStreamWriter({ name: 'Sheet1' });
  for (const row of sheets[entity]()) writer.addRow([...row]);
  writeFileSync(path, await writer.finish());
  return path;
}

interface Measured {
  readonly read: number;
  readonly judged: number;
  /** Walking the facts that a commit writes beside the records. */
  readonly sourced: number;
  /** Of all threads: what a machine that is busy with other things does not change. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly facts: number;
}

async function measure(path: string, entity: (typeof importEntities)[number]): Promise<Measured> {
  const portfolio = samplePortfolio();
  const start = performance.now();
  const cpu = process.cpuUsage();
  const table = await readTable(path, path);
  if (!table.ok) throw new Error(`not read: ${table.reason}`);
  const read = performance.now() - start;
  const [sheet] = table.sheets;
  const headings = sheet ? readHeadings(sheet, entity) : null;
  if (!sheet || !headings?.ok) throw new Error('no headings');
  const { mapping } = proposeMapping(entity, headings.headings);
  let made = 0;
  const run = dryRun({
    portfolio,
    rows: sheet.rows,
    headings: headings.headings,
    mapping,
    options: {
      newId: (kind) => `${kind}-${++made}`,
      toWgs84: (lon, lat) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.WGS84),
      emptyClears: false,
      skipWrong: false,
      corrections: [],
      answers: new Map(),
      isDatumConfirmed: false,
      isSynthetic: false,
      mostProblems: 5_000,
    },
  });
  const judged = performance.now() - start - read;
  let facts = 0;
  const provenance = { source: 'bench', asOf: '2026-10-31', confidence: 'C', note: null } as const;
  for (const _ of factChanges(portfolio, run.changes, provenance)) facts++;
  const sourced = performance.now() - start - read - judged;
  const { user, system } = process.cpuUsage(cpu);
  return {
    read,
    judged,
    sourced,
    cpu: (user + system) / 1_000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    counts: run.counts,
    facts,
  };
}

const [path, kind] = process.argv.slice(2);
if (path !== undefined) {
  const entity = importEntities.find((known) => known === kind);
  if (!entity) throw new Error(`invalid kind: ${kind}`);
  console.log(JSON.stringify(await measure(path, entity)));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-import-'));
  try {
    for (const entity of ['unit', 'building'] as const) {
      for (const format of ['csv', 'xlsx'] as const) {
        const file = await write(folder, entity, format);
        const result: Measured = JSON.parse(
          execFileSync(process.execPath, [...heap, import.meta.filename, file, entity], { encoding: 'utf8' }),
        );
        const what = `${rowCount} ${entity}s, ${format}`;
        console.log(`${what}: ${JSON.stringify(result.counts)}, ${result.facts} facts`);
        report(`${what}, reading`, result.read / 1_000, 's', null);
        report(`${what}, reading and dry run`, (result.read + result.judged) / 1_000, 's', limits[format]);
        report(`${what}, facts for the commit`, result.sourced / 1_000, 's', null);
        report(`${what}, processor time of all`, result.cpu / 1_000, 's', null);
        report(`${what}, peak memory`, result.megabytes, 'MB', limits.megabytes);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
