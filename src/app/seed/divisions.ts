/** The places of the demonstration city 南江市. Codes start with 99, which no real province has. */

export interface Names {
  zh: string;
  en: string;
}

export type DivisionLevel = 'city' | 'district' | 'street' | 'village';

export interface Division {
  /** 6 digits (city, district), 9 (street, town) or 12 (village, community); each starts with its parent's digits. */
  code: string;
  parent?: string;
  level: DivisionLevel;
  name: Names;
}

export const CITY_CODE = '990100';

interface DistrictRow {
  code: string;
  zh: string;
  en: string;
  /** Sixteen entries "name pinyin kind": s = 街道, t = 镇, x = 乡. */
  streets: string;
}

const DISTRICT_ROWS: readonly DistrictRow[] = [
  {
    code: '990101',
    zh: '临江区',
    en: 'Linjiang District',
    streets:
      '河湾 Hewan s,江堤 Jiangdi s,文昌 Wenchang s,柳浪 Liulang s,渡口 Dukou s,建设路 Jianshelu s,南门 Nanmen s,钟楼 Zhonglou s,' +
      '望江 Wangjiang s,观澜 Guanlan s,临港 Lingang s,三元 Sanyuan s,锦绣 Jinxiu s,滨江 Binjiang s,育才 Yucai s,老码头 Laomatou s',
  },
  {
    code: '990102',
    zh: '北塘区',
    en: 'Beitang District',
    streets:
      '石桥 Shiqiao s,莲花 Lianhua s,翠湖 Cuihu s,塘头 Tangtou s,五里亭 Wuliting s,水门 Shuimen s,纺织 Fangzhi s,机床 Jichuang s,' +
      '东升 Dongsheng s,桥南 Qiaonan s,桥北 Qiaobei s,荷塘 Hetang s,杏园 Xingyuan s,采菱 Cailing s,白塔 Baita s,通济 Tongji s',
  },
  {
    code: '990103',
    zh: '云岭县',
    en: 'Yunling County',
    streets:
      '白石 Baishi t,城关 Chengguan t,高坪 Gaoping t,龙潭 Longtan t,三溪 Sanxi t,竹园 Zhuyuan t,大坳 Daao x,石门 Shimen t,' +
      '茶林 Chalin x,双河 Shuanghe t,梨树坪 Lishuping x,古道 Gudao t,小寨 Xiaozhai x,泉塘 Quantang t,盘石 Panshi x,青岩 Qingyan t',
  },
  {
    code: '990104',
    zh: '沙洲新区',
    en: 'Shazhou New Area',
    streets:
      '沙洲 Shazhou s,银滩 Yintan s,新港 Xingang s,海棠 Haitang s,创业 Chuangye s,长堤 Changdi s,芦荡 Ludang s,明珠 Mingzhu s,' +
      '会展 Huizhan s,新渔 Xinyu s,鹭洲 Luzhou s,团结圩 Tuanjiewei s,潮音 Chaoyin s,向阳 Xiangyang s,围里 Weili t,东闸 Dongzha t',
  },
  {
    code: '990105',
    zh: '东渡区',
    en: 'Dongdu District',
    streets:
      '东渡 Dongdu s,渔港 Yugang s,盐仓 Yancang s,船厂 Chuanchang s,灯塔 Dengta s,大榕 Darong s,凤山 Fengshan s,帆影 Fanying s,' +
      '桃源 Taoyuan s,和平 Heping s,塔前 Taqian s,鲤溪 Lixi s,永宁 Yongning s,景山 Jingshan s,新丰 Xinfeng s,西坑 Xikeng t',
  },
  {
    code: '990106',
    zh: '梧桐区',
    en: 'Wutong District',
    streets:
      '梧桐 Wutong s,凤栖 Fengqi s,双桐 Shuangtong s,朝阳 Chaoyang s,红砖 Hongzhuan s,铁道 Tiedao s,站前 Zhanqian s,惠民 Huimin s,' +
      '花圃 Huapu s,西苑 Xiyuan s,学府 Xuefu s,兰圃 Lanpu s,松风 Songfeng s,工农 Gongnong s,十里铺 Shilipu s,丁家桥 Dingjiaqiao s',
  },
  {
    code: '990107',
    zh: '清溪区',
    en: 'Qingxi District',
    streets:
      '清溪 Qingxi s,溪口 Xikou s,溪尾 Xiwei s,浣纱 Huansha s,板桥 Banqiao s,磨坊 Mofang s,上游 Shangyou s,桂香 Guixiang s,' +
      '乌石 Wushi s,水车 Shuiche s,芳草 Fangcao s,流泉 Liuquan s,下湾 Xiawan t,瓦窑 Wayao t,柏树 Baishu t,官田 Guantian t',
  },
  {
    code: '990108',
    zh: '鹿鸣区',
    en: 'Luming District',
    streets:
      '鹿鸣 Luming s,鹿角 Lujiao s,芝山 Zhishan s,书院 Shuyuan s,文庙 Wenmiao s,青云 Qingyun s,状元里 Zhuangyuanli s,梅园 Meiyuan s,' +
      '丹桂 Dangui s,白鹤 Baihe s,半坡 Banpo s,金谷 Jingu s,麦地 Maidi s,长冲 Changchong t,西岭 Xiling t,栗园 Liyuan t',
  },
  {
    code: '990109',
    zh: '望湖区',
    en: 'Wanghu District',
    streets:
      '望湖 Wanghu s,湖滨 Hubin s,湖心 Huxin s,菱角 Lingjiao s,藕塘 Outang s,水榭 Shuixie s,环湖 Huanhu s,云帆 Yunfan s,' +
      '晴川 Qingchuan s,长桥 Changqiao s,苇岸 Weian s,鸥波 Oubo s,南浦 Nanpu s,北浦 Beipu s,花港 Huagang s,渔梁 Yuliang t',
  },
  {
    code: '990110',
    zh: '枫林县',
    en: 'Fenglin County',
    streets:
      '枫林 Fenglin t,城东 Chengdong s,城西 Chengxi s,红叶 Hongye t,八里 Bali t,沿河 Yanhe t,黄泥 Huangni t,马鞍 Maan t,' +
      '栖云 Qiyun x,石鼓 Shigu t,鸡鸣 Jiming t,杨柳 Yangliu t,梅岭 Meiling x,板栗 Banli x,杉木 Shanmu x,天井 Tianjing t',
  },
  {
    code: '990111',
    zh: '青禾县',
    en: 'Qinghe County',
    streets:
      '青禾 Qinghe t,稻香 Daoxiang t,丰乐 Fengle t,谷堆 Gudui t,五丰 Wufeng t,新禾 Xinhe s,田心 Tianxin t,麦岭 Mailing x,' +
      '仓前 Cangqian t,上堰 Shangyan t,下堰 Xiayan t,牧童 Mutong x,花桥 Huaqiao t,糖坊 Tangfang t,陶山 Taoshan t,芦田 Lutian x',
  },
];

/** "street or town: name pinyin, ..." for the places the stories are set in; c = 社区, v = 村. */
const VILLAGE_ROWS: readonly string[] = [
  '河湾街道:柳荫 Liuyin c,水巷 Shuixiang c',
  '江堤街道:堤上 Dishang c',
  '文昌街道:桂花巷 Guihuaxiang c',
  '锦绣街道:锦绣里 Jinxiuli c',
  '石桥街道:翠湖苑 Cuihuyuan c,桥头 Qiaotou c',
  '纺织街道:纺机 Fangji c',
  '莲花街道:藕香 Ouxiang c',
  '白石镇:石滩 Shitan v,白石岭 Baishiling v',
  '高坪镇:上坪 Shangping v',
  '龙潭镇:龙潭湾 Longtanwan v',
  '茶林乡:云雾 Yunwu v',
  '新渔街道:渔歌 Yuge c',
  '围里镇:围里 Weili v',
  '大榕街道:榕荫 Rongyin c',
  '西坑镇:西坑 Xikeng v',
  '惠民街道:惠民苑 Huiminyuan c',
  '十里铺街道:十里铺 Shilipu v',
  '下湾镇:下湾 Xiawan v',
  '书院街道:书声 Shusheng c',
  '湖滨街道:临湖 Linhu c',
  '红叶镇:秋霜 Qiushuang v',
  '稻香镇:新塘 Xintang v',
  '谷堆镇:谷堆 Gudui v',
];

const KINDS: Readonly<Record<string, Names>> = {
  s: { zh: '街道', en: 'Subdistrict' },
  t: { zh: '镇', en: 'Town' },
  x: { zh: '乡', en: 'Township' },
  c: { zh: '社区', en: 'Community' },
  v: { zh: '村', en: 'Village' },
};

function parseNames(entry: string): Names {
  const [zh = '', en = '', kind = ''] = entry.split(' ');
  const suffix = KINDS[kind];
  if (suffix === undefined) throw new Error(`seed place without a kind: ${entry}`);
  return { zh: zh + suffix.zh, en: `${en} ${suffix.en}` };
}

function children(parent: string, level: DivisionLevel, entries: string): Division[] {
  return entries.split(',').map((entry, at) => {
    const code = parent + String(at + 1).padStart(3, '0');
    return { code, parent, level, name: parseNames(entry) };
  });
}

function makeDivisions(): Division[] {
  const all: Division[] = [{ code: CITY_CODE, level: 'city', name: { zh: '南江市', en: 'Nanjiang City' } }];
  for (const row of DISTRICT_ROWS) {
    all.push({ code: row.code, parent: CITY_CODE, level: 'district', name: { zh: row.zh, en: row.en } });
    all.push(...children(row.code, 'street', row.streets));
  }
  for (const row of VILLAGE_ROWS) {
    const [street = '', entries = ''] = row.split(':');
    const parent = all.find((division) => division.name.zh === street);
    if (parent === undefined) throw new Error(`seed village in an unknown street: ${street}`);
    all.push(...children(parent.code, 'village', entries));
  }
  return all;
}

/** The city, its 11 districts, 176 streets and towns, and the villages and communities of the stories; parents first. */
export const divisions: readonly Division[] = makeDivisions();

const byName = new Map(divisions.map((division) => [division.name.zh, division]));

/**
 * The place of that Chinese name, e.g. 石桥街道. Names are unique in this city.
 * @throws if there is no such place.
 */
export function getPlace(zh: string): Division {
  const division = byName.get(zh);
  if (division === undefined) throw new Error(`no such place in the demonstration city: ${zh}`);
  return division;
}

/** The 6-digit code of the district a place lies in (the city's own code for the city). */
export function districtOf(code: string): string {
  return code.slice(0, 6);
}

/** 'd01' ... 'd11': how body ids begin in that district. */
export function districtPrefix(code: string): string {
  return `d${code.slice(4, 6)}`;
}
