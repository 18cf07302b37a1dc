import { getCategory } from './categories.ts';
import { CITY_CODE, type Division, districtPrefix, divisions, getPlace, type Names } from './divisions.ts';

export type BodyKind =
  | 'party'
  | 'government'
  | 'department'
  | 'petition'
  | 'court'
  | 'procuratorate'
  | 'discipline'
  | 'street'
  | 'soe'
  | 'institution';

export interface BodySeed {
  id: string;
  parent?: string;
  kind: BodyKind;
  level: 'city' | 'district' | 'street';
  /** Code of the division it serves. */
  division: string;
  name: Names;
  short: Names;
  /** 机关代字: the letters its papers are numbered with; unique. */
  code: string;
  /** Category codes it is competent for; a first-level code covers everything under it. */
  subjects: readonly string[];
  /** The next higher organs, any of which may review its opinions (条例 35); a parent in the tree need not be one. */
  superiors?: readonly string[];
  /** Whose post keeps the sealed reports that come in here and below. */
  keeper?: string;
  phone: string;
  address: Names;
  hours: Names;
}

const HOURS: Names = {
  zh: '工作日 8:30—12:00，14:00—17:30',
  en: 'Workdays 8:30-12:00 and 14:00-17:30',
};
const HALL_HOURS: Names = { zh: '工作日 9:00—17:00，中午不休息', en: 'Workdays 9:00-17:00, open at noon' };

/** Fictional numbers run on from 0900-868 1200, so that no two bodies share one. */
function phoneAt(n: number): string {
  return `0900-868 ${n}`;
}

function codes(subjects: string): string[] {
  return subjects === '' ? [] : subjects.split(' ').map(getCategory);
}

const SUBJECTS = {
  housing:
    '住房保障与房地产 物业服务 国有土地上房屋征收与补偿 安置补偿 集体土地上房屋拆迁与补偿 建筑市场 工程质量 建设管理 城市建设和市政管理 村镇建设',
  hr: '劳动关系 工资福利 劳动保护 就业培训 人力资源 城镇职工社会保险 城镇居民社会保险 社保基金管理 退休政策及待遇 离休 招录辞退',
  land: '土地资源管理 土地征收 矿产资源管理 城乡规划 建设项目审批 林业管理 野生资源管理',
  education: '教育体制 教育行政管理 教师队伍和待遇 考试招生 教育收费 失学辍学',
  health: '医政监管 医患纠纷 公共卫生 人口计生',
  civil: '社会救助 救灾募捐 福利慈善 基层选举和社区建设 民间组织 社会服务 区划地名',
  police: '刑案侦破 社会治安 户籍证件 交通管理 警务督察',
  ecology: '环境保护',
  urban: '城市建设和市政管理 环境污染',
  agri: '土地承包经营 村务管理 惠农补贴 农资农技 扶贫开发 动物防疫 农垦农场 农副产品流通',
  discipline: '纪检监察',
  court: '诉讼',
} as const;

type Trade = keyof typeof SUBJECTS;

const TRADES = [
  'housing',
  'hr',
  'land',
  'education',
  'health',
  'civil',
  'police',
  'ecology',
  'urban',
  'agri',
  'discipline',
  'court',
] as const satisfies readonly Trade[];

/**
 * The city's bodies, one a line: id | kind | name | English name | short | English short | 机关代字 | subjects (@x = those of
 * the trade x) | phone | address | English address | the organ above, if one may review it.
 */
const CITY_ROWS: readonly string[] = [
  'city-party|party|中共南江市委员会|Nanjiang City Party Committee|市委|City Committee|南委|党务政务 组织人事|1001|临江区市府路1号|1 Shifu Road, Linjiang District|',
  'city-gov|government|南江市人民政府|Nanjiang City Government|市政府|City Government|南府||1002|临江区市府路1号|1 Shifu Road, Linjiang District|',
  'city-petition|petition|南江市信访局|Nanjiang City Petition Bureau|市信访局|City Petitions|南信||1200|临江区江堤路18号|18 Jiangdi Road, Linjiang District|city-gov',
  'city-review|petition|南江市信访事项复查复核委员会办公室|Nanjiang City Petition Review Committee Office|市复查复核办|City Review Office|南复查||1210|临江区江堤路18号|18 Jiangdi Road, Linjiang District|city-gov',
  'city-housing|department|南江市住房和城乡建设局|Nanjiang City Housing and Construction Bureau|市住建局|City Housing|南住建|@housing|1300|临江区建设路40号|40 Jianshe Road, Linjiang District|city-gov',
  'city-hr|department|南江市人力资源和社会保障局|Nanjiang City Human Resources and Social Security Bureau|市人社局|City HR and Social Security|南人社|@hr|1310|临江区文昌路9号|9 Wenchang Road, Linjiang District|city-gov',
  'city-land|department|南江市自然资源局|Nanjiang City Natural Resources Bureau|市自然资源局|City Natural Resources|南自然资|@land|1320|北塘区塘西路12号|12 Tangxi Road, Beitang District|city-gov',
  'city-education|department|南江市教育局|Nanjiang City Education Bureau|市教育局|City Education|南教|@education|1330|鹿鸣区书院街30号|30 Shuyuan Street, Luming District|city-gov',
  'city-health|department|南江市卫生健康委员会|Nanjiang City Health Commission|市卫健委|City Health|南卫|@health|1340|北塘区杏园路5号|5 Xingyuan Road, Beitang District|city-gov',
  'city-civil|department|南江市民政局|Nanjiang City Civil Affairs Bureau|市民政局|City Civil Affairs|南民|@civil|1350|梧桐区惠民路16号|16 Huimin Road, Wutong District|city-gov',
  'city-police|department|南江市公安局|Nanjiang City Public Security Bureau|市公安局|City Police|南公|@police|1360|临江区钟楼街8号|8 Zhonglou Street, Linjiang District|city-gov',
  'city-ecology|department|南江市生态环境局|Nanjiang City Ecology and Environment Bureau|市生态环境局|City Ecology|南环|@ecology|1370|望湖区环湖路66号|66 Huanhu Road, Wanghu District|city-gov',
  'city-transport|department|南江市交通运输局|Nanjiang City Transport Bureau|市交通局|City Transport|南交|交通运输|1380|梧桐区站前路21号|21 Zhanqian Road, Wutong District|city-gov',
  'city-urban|department|南江市城市管理局|Nanjiang City Urban Management Bureau|市城管局|City Urban Management|南城管|@urban|1390|东渡区和平路77号|77 Heping Road, Dongdu District|city-gov',
  'city-agri|department|南江市农业农村局|Nanjiang City Agriculture and Rural Affairs Bureau|市农业农村局|City Agriculture|南农|@agri|1400|清溪区水车路3号|3 Shuiche Road, Qingxi District|city-gov',
  'city-water|department|南江市水务局|Nanjiang City Water Bureau|市水务局|City Water|南水|水利水电 水库移民|1410|清溪区上游路15号|15 Shangyou Road, Qingxi District|city-gov',
  'city-market|department|南江市市场监督管理局|Nanjiang City Market Supervision Bureau|市市场监管局|City Market Supervision|南市监|市场监管 质监检验检疫 知识产权 食品药品监管 商业贸易|1420|北塘区东升路28号|28 Dongsheng Road, Beitang District|city-gov',
  'city-medicare|department|南江市医疗保障局|Nanjiang City Healthcare Security Bureau|市医疗保障局|City Medicare|南医保|城镇居民社会保险|1430|北塘区杏园路9号|9 Xingyuan Road, Beitang District|city-gov',
  'city-sasac|department|南江市国有资产监督管理委员会|Nanjiang City State Assets Commission|市国资委|City State Assets|南国资|国资监管 企业破产|1440|沙洲新区会展路2号|2 Huizhan Road, Shazhou New Area|city-gov',
  'city-veterans|department|南江市退役军人事务局|Nanjiang City Veterans Affairs Bureau|市退役军人局|City Veterans|南退役|优抚 复退安置 军转安置|1450|梧桐区惠民路18号|18 Huimin Road, Wutong District|city-gov',
  'city-court|court|南江市中级人民法院|Nanjiang City Intermediate Court|市中院|City Court|南法|@court|1500|鹿鸣区青云路100号|100 Qingyun Road, Luming District|',
  'city-procuratorate|procuratorate|南江市人民检察院|Nanjiang City Procuratorate|市检察院|City Procuratorate|南检|刑罚执行|1510|鹿鸣区青云路88号|88 Qingyun Road, Luming District|',
  'city-discipline|discipline|中共南江市纪律检查委员会、南江市监察委员会|Nanjiang City Discipline and Supervision Commission|市纪委监委|City Discipline Commission|南纪|@discipline|1520|临江区市府路5号|5 Shifu Road, Linjiang District|',
  'city-water-group|soe|南江水务集团有限公司|Nanjiang Water Group Co., Ltd.|南江水务集团|Nanjiang Water|南水集||1600|清溪区上游路17号|17 Shangyou Road, Qingxi District|city-sasac',
  'city-bus|soe|南江公共交通集团有限公司|Nanjiang Public Transport Group Co., Ltd.|南江公交集团|Nanjiang Bus|南公交|客货运输|1610|梧桐区站前路60号|60 Zhanqian Road, Wutong District|city-sasac',
  'city-hospital|institution|南江市第一人民医院|Nanjiang First People’s Hospital|市一医院|First Hospital|南一医||1620|北塘区杏园路1号|1 Xingyuan Road, Beitang District|city-health',
];

const KINDS = [
  'party',
  'government',
  'department',
  'petition',
  'court',
  'procuratorate',
  'discipline',
  'street',
  'soe',
  'institution',
] as const satisfies readonly BodyKind[];

function cityBody(row: string): BodySeed {
  const [id = '', kindName = '', zh = '', en = '', shortZh = '', shortEn = '', code = '', subjects = '', ...rest] =
    row.split('|');
  const [phone = '', atZh = '', atEn = '', above = ''] = rest;
  const kind = KINDS.find((known) => known === kindName);
  if (kind === undefined) throw new Error(`seed body of an unknown kind: ${row}`);
  const trade = subjects.startsWith('@') ? TRADES.find((known) => `@${known}` === subjects) : undefined;
  const parent = kind === 'discipline' ? 'city-party' : above;
  return {
    id,
    ...(parent === '' ? {} : { parent }),
    kind,
    level: 'city',
    division: CITY_CODE,
    name: { zh, en },
    short: { zh: shortZh, en: shortEn },
    code,
    subjects: codes(trade === undefined ? subjects : SUBJECTS[trade]),
    superiors: above === '' ? [] : [above],
    phone: phoneAt(Number(phone)),
    address: { zh: atZh, en: atEn },
    hours: kind === 'petition' ? HALL_HOURS : HOURS,
  };
}

/** What a district's bodies are called: trade, what follows the district's name, what follows its letter (机关代字). */
const DISTRICT_TRADES: readonly (readonly [Trade, string, string, string, string, string])[] = [
  ['housing', '住房和城乡建设局', '住建局', 'Housing and Construction Bureau', 'Housing', '住建'],
  [
    'hr',
    '人力资源和社会保障局',
    '人社局',
    'Human Resources and Social Security Bureau',
    'HR and Social Security',
    '人社',
  ],
  ['land', '自然资源局', '自然资源局', 'Natural Resources Bureau', 'Natural Resources', '自然资'],
  ['education', '教育局', '教育局', 'Education Bureau', 'Education', '教'],
  ['health', '卫生健康局', '卫健局', 'Health Bureau', 'Health', '卫'],
  ['civil', '民政局', '民政局', 'Civil Affairs Bureau', 'Civil Affairs', '民'],
  ['police', '公安局', '公安局', 'Public Security Bureau', 'Police', '公'],
  ['ecology', '生态环境局', '生态环境局', 'Ecology and Environment Bureau', 'Ecology', '环'],
  ['urban', '城市管理局', '城管局', 'Urban Management Bureau', 'Urban Management', '城管'],
  ['agri', '农业农村局', '农业农村局', 'Agriculture and Rural Affairs Bureau', 'Agriculture', '农'],
  ['discipline', '纪委监委', '纪委监委', 'Discipline and Supervision Commission', 'Discipline Commission', '纪'],
  ['court', '人民法院', '法院', 'Court', 'Court', '法'],
];

/** Numbers a visitor may read on the seeded papers of 临江区 and 北塘区. */
const KNOWN_PHONES: Readonly<Record<string, number>> = {
  'd01-petition': 1266,
  'd01-housing': 2216,
  'd01-hr': 3300,
  'd02-petition': 1267,
  'd02-housing': 2236,
};

function kindOfTrade(trade: Trade): BodyKind {
  return trade === 'court' || trade === 'discipline' ? trade : 'department';
}

function addressOf(district: Names, road: string, roadEn: string, number: number): Names {
  return { zh: `${district.zh}${road}${number}号`, en: `${number} ${roadEn}, ${district.en}` };
}

function districtBodies(district: Division, index: number): BodySeed[] {
  const prefix = districtPrefix(district.code);
  const { name } = district;
  const newArea = name.zh.endsWith('新区');
  const letter = name.zh.slice(0, 1);
  const place = { level: 'district' as const, division: district.code, hours: HOURS };
  const base = 4000 + index * 40;
  const gov: BodySeed = {
    id: `${prefix}-gov`,
    parent: 'city-gov',
    kind: 'government',
    ...place,
    name: newArea
      ? { zh: `${name.zh}管理委员会`, en: `${name.en} Administrative Committee` }
      : { zh: `${name.zh}人民政府`, en: `${name.en} Government` },
    short: newArea
      ? { zh: `${name.zh}管委会`, en: `${name.en} Committee` }
      : { zh: `${name.zh}政府`, en: `${name.en} Government` },
    code: `${letter}府`,
    subjects: [],
    superiors: ['city-gov'],
    phone: phoneAt(base),
    address: addressOf(name, '政务路', 'Zhengwu Road', 1 + index),
  };
  const petition: BodySeed = {
    id: `${prefix}-petition`,
    parent: gov.id,
    kind: 'petition',
    ...place,
    hours: HALL_HOURS,
    name: { zh: `${name.zh}信访局`, en: `${name.en} Petition Bureau` },
    short: { zh: `${name.zh}信访局`, en: `${name.en} Petitions` },
    code: `${letter}信`,
    subjects: [],
    superiors: [gov.id, 'city-petition'],
    phone: phoneAt(KNOWN_PHONES[`${prefix}-petition`] ?? base + 1),
    address:
      prefix === 'd01'
        ? { zh: '临江区江堤路22号', en: '22 Jiangdi Road, Linjiang District' }
        : addressOf(name, '政务路', 'Zhengwu Road', 12 + index),
  };
  const departments = DISTRICT_TRADES.map(([trade, zh, shortZh, en, shortEn, letters], at): BodySeed => {
    const id = `${prefix}-${trade}`;
    const independent = trade === 'court' || trade === 'discipline';
    const branch = trade === 'police' && !name.zh.endsWith('县');
    const stem = name.zh.replace(/新区$|区$/, '');
    return {
      id,
      parent: independent ? `city-${trade}` : gov.id,
      kind: kindOfTrade(trade),
      ...place,
      name: branch
        ? { zh: `南江市公安局${stem}分局`, en: `Nanjiang City Public Security Bureau, ${name.en} Branch` }
        : { zh: `${name.zh}${zh}`, en: `${name.en} ${en}` },
      short: branch
        ? { zh: `公安${stem}分局`, en: `${name.en} Police` }
        : { zh: `${name.zh}${shortZh}`, en: `${name.en} ${shortEn}` },
      code: letter + letters,
      subjects: codes(SUBJECTS[trade]),
      superiors: independent ? [`city-${trade}`] : [gov.id, `city-${trade}`],
      phone: phoneAt(KNOWN_PHONES[id] ?? base + 10 + at),
      address: addressOf(name, '政务路', 'Zhengwu Road', 20 + 2 * at),
    };
  });
  return [gov, petition, ...departments];
}

function streetBodies(district: Division, index: number): BodySeed[] {
  const prefix = districtPrefix(district.code);
  return divisions
    .filter((division) => division.level === 'street' && division.parent === district.code)
    .map(({ code, name }, at): BodySeed => {
      const subdistrict = name.zh.endsWith('街道');
      const stem = name.zh.replace(/街道$|镇$|乡$/, '');
      return {
        id: `${prefix}-street-${code.slice(7)}`,
        parent: `${prefix}-gov`,
        kind: 'street',
        level: 'street',
        division: code,
        name: subdistrict
          ? { zh: `${district.name.zh}${name.zh}办事处`, en: `${name.en} Office, ${district.name.en}` }
          : { zh: `${district.name.zh}${name.zh}人民政府`, en: `${name.en} Government, ${district.name.en}` },
        short: name,
        code: district.name.zh.slice(0, 1) + stem,
        subjects: codes('村务管理 基层选举和社区建设 社会救助 社会服务 仲裁与调解'),
        superiors: [`${prefix}-gov`],
        phone: phoneAt(5000 + index * 20 + at),
        address: {
          zh: `${district.name.zh}${name.zh}便民路1号`,
          en: `1 Bianmin Road, ${name.en}, ${district.name.en}`,
        },
        hours: HOURS,
      };
    });
}

/** The city petition office keeps reports for the whole city; the discipline body its own, and those about that office. */
const KEEPERS: Readonly<Record<string, string>> = {
  'city-gov': 'city-petition',
  'city-party': 'city-discipline',
  'city-discipline': 'city-discipline',
  'city-court': 'city-discipline',
  'city-procuratorate': 'city-discipline',
};

function makeBodies(): BodySeed[] {
  const all = CITY_ROWS.map(cityBody).map((body): BodySeed => {
    const keeper = KEEPERS[body.id];
    return keeper === undefined ? body : { ...body, keeper };
  });
  const districts = divisions.filter((division) => division.level === 'district');
  for (const [index, district] of districts.entries()) {
    all.push(...districtBodies(district, index), ...streetBodies(district, index));
  }
  return all;
}

/** Every organ of the demonstration city; a body comes after its parent. */
export const bodies: readonly BodySeed[] = makeBodies();

/** Ids of the street and town offices by the Chinese name of their street, e.g. 河湾街道 -> d01-street-01. */
export function streetOffice(zh: string): string {
  const { code } = getPlace(zh);
  return `${districtPrefix(code)}-street-${code.slice(7, 9)}`;
}
