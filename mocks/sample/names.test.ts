import { describe, expect, it } from 'vitest';
import { generatePortfolio } from './generate.ts';
import { stem } from './names.ts';

/** Names of real carriers, landmarks and their owners in and around Heping. */
const realNames = [
  ...['五号院', '泰安道', '现代城', '津塔', '环球金融', '天津国际金融', '环贸', '四季酒店', '信达'],
  ...['天津中心', '君隆', '世纪都会', '津汇', '吉利大厦', '赛顿', '天津国际', '国际大厦', '万通', '汇金'],
  ...['金融街', '凯旋门', '亨泰', '津湾', '丽思卡尔顿', '凯德', '国贸', '富力', '远东百货', '百盛', '恒隆'],
  ...['乐宾', '伊势丹', '百货大楼', '滨江商厦', '劝业场', '麦购', '友谊', '新天地', '圣奥', '国际商场'],
  ...['食品街', '庆王府', '民园', '张园', '静园', '少帅', '张学良', '瓷房子', '利顺德', '西开', '天泰'],
];
const realEnglish = /riverside 66|hang lung|cinda|xinda|junlong|geely|vantone|huijin|exchange|isetan|astor/i;

const { buildings, enterprises } = generatePortfolio({ historyMonths: 0 });

describe('invented names', () => {
  it('are none of the real ones', () => {
    for (const { nameZh, nameEn, developer } of buildings) {
      const real = realNames.filter((name) => nameZh.includes(name) || developer?.includes(name));
      expect(real, nameZh).toEqual([]);
      expect(nameEn ?? '').not.toMatch(realEnglish);
    }
  });

  it('differ from building to building, and some are long', () => {
    expect(new Set(buildings.map(({ nameZh }) => nameZh)).size).toBe(buildings.length);
    expect(buildings.filter(({ nameZh }) => nameZh.length >= 12).length).toBeGreaterThan(5);
    expect(Math.min(...buildings.map(({ nameZh }) => nameZh.length))).toBeLessThanOrEqual(4);
  });

  it('say 示例 where a firm or a developer bears them', () => {
    expect(enterprises.every(({ name }) => name.includes('（示例）'))).toBe(true);
    expect(buildings.every(({ developer }) => developer === null || developer.includes('（示例）'))).toBe(
      true,
    );
  });

  it('do not repeat a stem before all are used, and number it afterwards', () => {
    const first = Array.from({ length: 1_260 }, (_, serial) => stem(serial).zh);
    expect(new Set(first).size).toBe(1_260);
    expect(stem(1_260).zh).toBe(`${first[0]}2号`);
  });
});
