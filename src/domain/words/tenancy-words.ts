/** Words of units, leases and their tenants: for pages that show them and for workbooks. */
import type { LeaseType, UnitStatus } from '../model/unit.ts';
import type { Locale } from './words.ts';

export interface TenancyWords {
  readonly unitStatus: Readonly<Record<UnitStatus, string>>;
  readonly leaseType: Readonly<Record<LeaseType, string>>;
  /** Sections of GB/T 4754-2017 by their letter. */
  readonly sectors: Readonly<Record<string, string>>;
}

const zh: TenancyWords = {
  unitStatus: {
    vacant: '空置',
    leased: '已租',
    ownerOccupied: '业主自用',
    reserved: '预留',
    notForLease: '不出租',
  },
  leaseType: { direct: '直租', renewal: '续租', sublease: '转租' },
  sectors: {
    A: '农、林、牧、渔业',
    B: '采矿业',
    C: '制造业',
    D: '电力、热力、燃气及水生产和供应业',
    E: '建筑业',
    F: '批发和零售业',
    G: '交通运输、仓储和邮政业',
    H: '住宿和餐饮业',
    I: '信息传输、软件和信息技术服务业',
    J: '金融业',
    K: '房地产业',
    L: '租赁和商务服务业',
    M: '科学研究和技术服务业',
    N: '水利、环境和公共设施管理业',
    O: '居民服务、修理和其他服务业',
    P: '教育',
    Q: '卫生和社会工作',
    R: '文化、体育和娱乐业',
    S: '公共管理、社会保障和社会组织',
    T: '国际组织',
  },
};

const en: TenancyWords = {
  unitStatus: {
    vacant: 'Vacant',
    leased: 'Let',
    ownerOccupied: 'Owner-occupied',
    reserved: 'Reserved',
    notForLease: 'Not for lease',
  },
  leaseType: { direct: 'Direct', renewal: 'Renewal', sublease: 'Sublease' },
  sectors: {
    A: 'Agriculture, forestry, fishing',
    B: 'Mining',
    C: 'Manufacturing',
    D: 'Electricity, heat, gas and water',
    E: 'Construction',
    F: 'Wholesale and retail',
    G: 'Transport, storage and post',
    H: 'Hotels and catering',
    I: 'Information technology',
    J: 'Finance',
    K: 'Real estate',
    L: 'Leasing and business services',
    M: 'Research and technical services',
    N: 'Water, environment and public facilities',
    O: 'Household, repair and other services',
    P: 'Education',
    Q: 'Health and social work',
    R: 'Culture, sport and entertainment',
    S: 'Public administration',
    T: 'International organisations',
  },
};

export const tenancyWords: Readonly<Record<Locale, TenancyWords>> = { zh, en };
