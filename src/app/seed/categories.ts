import type { Names } from './divisions.ts';

/** Content categories (law.md 5.3): the names are the field's, the digits (2+2+2) are this city's own numbering. */
export interface Category {
  code: string;
  parent?: string;
  name: Names;
}

interface First {
  zh: string;
  en: string;
  /** "中文 English; ..." in the order that numbers them. */
  second: string;
}

const FIRST: readonly First[] = [
  {
    zh: '农村农业',
    en: 'Countryside and farming',
    second:
      '土地承包经营 Contracted farmland;村务管理 Village affairs;惠农补贴 Farm subsidies;农资农技 Farm supplies and techniques;' +
      '扶贫开发 Poverty relief;水利水电 Water works and hydropower;水库移民 Reservoir resettlement;林业管理 Forestry;' +
      '草原草场 Grassland;动物防疫 Animal disease control;农垦农场 State farms;农副产品流通 Farm produce trade',
  },
  {
    zh: '国土资源',
    en: 'Land and natural resources',
    second:
      '土地资源管理 Land administration;土地征收 Land expropriation;矿产资源管理 Mineral resources;' +
      '海洋气象地震 Sea, weather and earthquakes;野生资源管理 Wild plants and animals',
  },
  {
    zh: '城乡建设',
    en: 'Building and housing',
    second:
      '城乡规划 Planning;城市建设和市政管理 City works and upkeep;村镇建设 Village and town building;' +
      '住房保障与房地产 Housing and real estate;国有土地上房屋征收与补偿 Expropriation of houses on state land;' +
      '集体土地上房屋拆迁与补偿 Demolition on collective land;建筑市场 Building trade;工程质量 Building quality;' +
      '建设项目审批 Building approval;建设管理 Site supervision',
  },
  {
    zh: '劳动和社会保障',
    en: 'Work and social insurance',
    second:
      '劳动关系 Employment relations;工资福利 Wages and benefits;劳动保护 Safety at work;就业培训 Jobs and training;' +
      '人力资源 Human resources;城镇职工社会保险 Employee insurance;城镇居民社会保险 Resident insurance;' +
      '社保基金管理 Insurance funds;退休政策及待遇 Pensions;离休 Veteran cadre retirement',
  },
  {
    zh: '卫生计生',
    en: 'Health and family planning',
    second:
      '医政监管 Medical supervision;医患纠纷 Medical disputes;公共卫生 Public health;人口计生 Family planning;' +
      '食品药品监管 Food and drugs',
  },
  {
    zh: '教育文体',
    en: 'Education, culture and sport',
    second:
      '教育体制 Education system;教育行政管理 School administration;教师队伍和待遇 Teachers;考试招生 Exams and admission;' +
      '教育收费 School fees;失学辍学 Out of school;文化 Culture;文物管理 Heritage;体育 Sport',
  },
  {
    zh: '民政',
    en: 'Civil affairs',
    second:
      '社会救助 Social assistance;救灾募捐 Disaster relief;福利慈善 Welfare and charity;优抚 Care for service families;' +
      '复退安置 Resettled veterans;区划地名 Boundaries and place names;基层选举和社区建设 Local elections and communities;' +
      '民间组织 Associations;社会服务 Social services',
  },
  {
    zh: '政法',
    en: 'Law and order',
    second:
      '诉讼 Litigation;刑案侦破 Criminal investigation;刑罚执行 Sentences;社会治安 Public order;户籍证件 Household registration;' +
      '交通管理 Traffic;警务督察 Police conduct;法律服务 Legal services;仲裁与调解 Arbitration and mediation;' +
      '行政复议 Administrative reconsideration;法制建设 Legislation',
  },
  {
    zh: '经济管理',
    en: 'Economy',
    second:
      '宏观调控 Economic policy;国资监管 State assets;企业破产 Bankruptcy;金融财税 Finance and taxes;' +
      '保险证券期货 Insurance and securities;市场监管 Market supervision;质监检验检疫 Quality and quarantine;' +
      '知识产权 Intellectual property;安全生产 Work safety;能源管理 Energy',
  },
  {
    zh: '交通运输',
    en: 'Transport',
    second: '客货运输 Passenger and freight transport;出租车管理 Taxis;邮政管理 Post',
  },
  { zh: '商贸旅游', en: 'Trade and tourism', second: '商业贸易 Trade;旅游管理 Tourism' },
  {
    zh: '科技与信息产业',
    en: 'Science and information',
    second: '科学技术 Science;信息化建设 Digital services;电信 Telecommunications',
  },
  { zh: '环境保护', en: 'Environment', second: '环保管理 Environmental administration;环境污染 Pollution' },
  {
    zh: '党务政务',
    en: 'Party and government',
    second:
      '党的建设 Party building;政治体制 Political system;机构改革 Reform of bodies;宣传舆论 Publicity;民族宗教 Ethnic and religious affairs;' +
      '群众团体 Mass organisations;港澳台侨 Hong Kong, Macao, Taiwan and overseas;国防外交 Defence and foreign affairs;' +
      '领导事务 Matters for leaders;表达情感 Thanks and feelings',
  },
  {
    zh: '组织人事',
    en: 'Personnel',
    second:
      '选拔任用 Appointments;编制职位 Posts and establishment;招录辞退 Hiring and dismissal;军转安置 Demobilised officers',
  },
  {
    zh: '纪检监察',
    en: 'Discipline and supervision',
    second:
      '贪污贿赂 Corruption and bribery;失职渎职 Neglect of duty;滥用职权 Abuse of power;干部作风 Conduct of officials;' +
      '党政处分 Disciplinary sanctions',
  },
];

/** Third level only where law.md names an entry: [second level, 中文, English]. */
const THIRD: readonly (readonly [string, string, string])[] = [
  ['住房保障与房地产', '物业服务', 'Property management'],
  ['国有土地上房屋征收与补偿', '安置补偿', 'Resettlement compensation'],
];

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function makeCategories(): Category[] {
  const all: Category[] = [];
  for (const [at, first] of FIRST.entries()) {
    const parent = `${two(at + 1)}0000`;
    all.push({ code: parent, name: { zh: first.zh, en: first.en } });
    for (const [place, entry] of first.second.split(';').entries()) {
      const gap = entry.indexOf(' ');
      const code = `${two(at + 1)}${two(place + 1)}00`;
      all.push({ code, parent, name: { zh: entry.slice(0, gap), en: entry.slice(gap + 1) } });
    }
  }
  for (const [above, zh, en] of THIRD) {
    const parent = all.find((category) => category.name.zh === above);
    if (parent === undefined) throw new Error(`no category above ${zh}`);
    all.push({ code: `${parent.code.slice(0, 4)}01`, parent: parent.code, name: { zh, en } });
  }
  all.push({ code: '990000', name: { zh: '其他', en: 'Other' } });
  all.push({ code: '990100', parent: '990000', name: { zh: '历史遗留问题', en: 'Legacy matters' } });
  all.push({ code: '999900', parent: '990000', name: { zh: '其他', en: 'Not listed elsewhere' } });
  return all;
}

/** Seventeen first-level categories, each followed by what stands under it. Versioned as data: ministries get renamed. */
export const categories: readonly Category[] = makeCategories();

// 其他 stands twice in the list; the first level, written later in the map, wins.
const byName = new Map(categories.toReversed().map((category) => [category.name.zh, category.code]));

/**
 * The 6-digit code of a category by its Chinese name.
 * @throws if there is no such category.
 */
export function getCategory(zh: string): string {
  const code = byName.get(zh);
  if (code === undefined) throw new Error(`no such category: ${zh}`);
  return code;
}
