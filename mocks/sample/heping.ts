/** 天津市和平区: the sample's home. Circles, outlines and stations are public facts at the stated precision. */
import type { Bbox, LonLat, Ring } from '#domain/geo.ts';
import type { Circle, District, MetroStation, Subdistrict } from '#domain/model/portfolio.ts';
import { landmarksText, outlineText, riverText, roadTexts, subdistrictTexts } from './heping-lines.ts';

export interface Road {
  readonly nameZh: string;
  readonly line: readonly LonLat[];
}

/** WKT coordinate list: `lon lat, lon lat, …`. */
function parseLine(text: string): readonly LonLat[] {
  return text.split(',').map((pair): LonLat => {
    const [lon, lat] = pair.trim().split(' ').map(Number);
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Error(`invalid coordinate: ${pair}`);
    return [lon ?? 0, lat ?? 0];
  });
}

/** Outline of the district. */
export const outline: Ring = parseLine(outlineText);
/** Water surface of the 海河. */
export const river: Ring = parseLine(riverText);
export const roads: readonly Road[] = roadTexts.map(([nameZh, line]) => ({ nameZh, line: parseLine(line) }));
/** Plots of real landmarks, which no made-up building may occupy. */
export const landmarks: readonly LonLat[] = parseLine(landmarksText);

function boundsOf(ring: Ring): Bbox {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}

function circle(
  id: string,
  nameZh: string,
  nameEn: string,
  lon: number,
  lat: number,
  radiusM: number,
): Circle {
  return { id, nameZh, nameEn, centre: [lon, lat], radiusM, precisionM: 250 };
}

function subdistrict(id: keyof typeof subdistrictTexts, nameZh: string, nameEn: string): Subdistrict {
  return {
    id,
    nameZh: `${nameZh}街道`,
    nameEn: `${nameEn} Subdistrict`,
    outline: parseLine(subdistrictTexts[id]),
    precisionM: 300,
  };
}

function station(
  id: string,
  nameZh: string,
  nameEn: string,
  lines: string,
  at: LonLat,
  precisionM: number,
): MetroStation {
  return { id, nameZh, nameEn, lines: lines.split(' '), lon: at[0], lat: at[1], precisionM };
}

export const heping: District = {
  adcode: '120101',
  nameZh: '和平区',
  nameEn: 'Heping District',
  bounds: boundsOf(outline),
  circles: [
    circle('xiaobailou', '小白楼', 'Xiaobailou CBD', 117.2098, 39.1138, 600),
    circle('nanjinglu', '南京路', 'Nanjing Road', 117.1945, 39.1169, 900),
    circle('binjiangdao', '滨江道', 'Binjiang Road', 117.19204, 39.12235, 500),
    circle('jiefangbei', '解放北路', 'Jiefang North Road', 117.2058, 39.1237, 700),
    circle('wudadao', '五大道', 'Five Great Avenues', 117.19716, 39.10949, 800),
    circle('nanshi', '南市·和平路', 'Nanshi & Heping Road', 117.1868, 39.1296, 600),
    circle('haihe', '海河沿线（津湾）', 'Haihe Waterfront (Jinwan)', 117.201, 39.1302, 500),
  ],
  subdistricts: [
    subdistrict('xiaobailou', '小白楼', 'Xiaobailou'),
    subdistrict('quanyechang', '劝业场', 'Quanyechang'),
    subdistrict('nanshi', '南市', 'Nanshi'),
    subdistrict('nanyingmen', '南营门', 'Nanyingmen'),
    subdistrict('wudadao', '五大道', 'Wudadao'),
    subdistrict('xinxing', '新兴', 'Xinxing'),
  ],
  stations: [
    station('yingkoudao', '营口道', 'Yingkoudao', '1 3', [117.1914, 39.11756], 40),
    station('xiaobailou', '小白楼', 'Xiaobailou', '1', [117.20995, 39.11348], 120),
    station('anshandao', '鞍山道', 'Anshandao', '1', [117.1822, 39.11912], 200),
    station('haiguangsi', '海光寺', 'Haiguangsi', '1 7', [117.17348, 39.12042], 60),
    station('hepinglu', '和平路', 'Hepinglu', '3', [117.19754, 39.12515], 80),
    station('jinwanguangchang', '津湾广场', 'Jinwanguangchang', '3', [117.2016, 39.1304], 120),
    station('xikanglu', '西康路', 'Xikanglu', '3', [117.1804, 39.1102], 150),
    station('tianjinrailwaystation', '天津站', 'Tianjin Railway Station', '2 3 9', [117.2054, 39.1367], 60),
    station('dongnanjiao', '东南角', 'Dongnanjiao', '2 4', [117.1842, 39.1358], 150),
    station('jinjie', '金街', 'Jinjie', '4', [117.19664, 39.12556], 200),
    station('xuzhoudao', '徐州道', 'Xuzhoudao', '4', [117.2113, 39.1146], 250),
    station('wujiayao', '吴家窑', 'Wujiayao', '3 11', [117.17976, 39.1001], 150),
  ],
};
