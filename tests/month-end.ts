/** Forty files as they come at the end of a month: of all kinds, encodings and habits. */
import gcoord from 'gcoord';
import { workbookOf } from './zips.ts';

export interface MonthEndFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of each two-byte character of GB 18030, read off the decoder: there is no encoder. */
const gbPairs = new Map<string, readonly [number, number]>();
function gb18030(text: string): Uint8Array {
  if (gbPairs.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let first = 0x81; first <= 0xfe; first++) {
      for (let second = 0x40; second <= 0xfe; second++) {
        if (second !== 0x7f) gbPairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
      }
    }
  }
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const pair = gbPairs.get(character);
    if (!pair) throw new Error(`invalid character for two bytes of GB 18030: ${character}`);
    return [...pair];
  });
  return Uint8Array.from(bytes);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const cellXml = (cell: string, value: string | number) =>
  typeof value === 'number'
    ? `<c r="${cell}"><v>${value}</v></c>`
    : `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

function workbook(
  rows: readonly (readonly (string | number)[])[],
  merges: readonly string[] = [],
): Uint8Array {
  const lines = rows.map((cells, i) => {
    const written = cells.map((value, column) =>
      value === '' ? '' : cellXml(`${String.fromCharCode(65 + column)}${i + 1}`, value),
    );
    return `<row r="${i + 1}">${written.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const tail = merges.length > 0 ? `<mergeCells>${merged}</mergeCells>` : '';
  return workbookOf({ sheets: [`<sheetData>${lines.join('')}</sheetData>${tail}`] });
}

const towers = Array.from({ length: 34 }, (_, i) => `月末${'东西南北中'.charAt(i % 5)}${i + 1}号楼`);

/** With a title over the table, in the encoding that the property manager's computer writes. */
function unitsOf(tower: string, i: number): MonthEndFile {
  const floors = Array.from({ length: 10 }, (_, n) => n + 1);
  const rows = floors.flatMap((floor) =>
    [1, 2].map(
      (n) =>
        `${tower},${floor},${floor}0${n},${80 + floor}.5,${n === 1 ? '空置' : '已租'},${3 + (floor % 4)}.5`,
    ),
  );
  const text = [
    '单元明细表（2026年10月）,,,,,',
    '楼宇名称,楼层,单元,建筑面积(平方米),状态,租金(元/平米/天)',
    ...rows,
  ];
  const name = `${tower}单元.csv`;
  return i % 2 === 0
    ? { name, bytes: utf8(`${text.join('\n')}\n`) }
    : { name, bytes: gb18030(`${text.join('\r\n')}\r\n`) };
}

/** Two heading rows under merges, and coordinates of Baidu. */
function buildings(at: readonly [number, number]): MonthEndFile {
  const points = towers.map((_, i) =>
    gcoord.transform([at[0] + i * 0.0002, at[1]], gcoord.WGS84, gcoord.BD09),
  ) as [number, number][];
  const rows = towers.map((tower, i) => [
    tower,
    '写字楼',
    '已交付',
    2 + i / 10,
    '约1.5万㎡',
    points[i]?.[0] ?? 0,
    points[i]?.[1] ?? 0,
  ]);
  const heads = [
    ['楼宇名称', '载体类型', '状态', '面积（万㎡）', '', '百度坐标', ''],
    ['', '', '', '建筑', '可租', '经度', '纬度'],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'];
  return { name: '楼宇总表.xlsx', bytes: workbook([...heads, ...rows], merges) };
}

/** @param at somewhere inside the district, as longitude and latitude */
export function monthEndFiles(at: readonly [number, number]): readonly MonthEndFile[] {
  const [first = '', second = ''] = towers;
  return [
    ...towers.map(unitsOf),
    { name: '东一区月报.csv', bytes: utf8(`楼宇名称,月份,已租面积（㎡）\n${first},2026-10,800\n`) },
    {
      name: '写错的单元.csv',
      bytes: utf8(`楼宇名称,楼层,单元,建筑面积（㎡）,状态\n${second},11,1101,很大,空置\n`),
    },
    {
      name: '像名字.csv',
      bytes: utf8(
        `楼宇名称,楼层,单元,建筑面积（㎡）,状态\n${first.replace('号楼', '号')},12,1201,70,空置\n${first.replace('号楼', '号')},12,1202,70,空置\n`,
      ),
    },
    { name: '封面.csv', bytes: utf8('各位同事\n请查收附件\n') },
    { name: '坏文件.xlsx', bytes: utf8('PK not a workbook') },
    buildings(at),
  ];
}
