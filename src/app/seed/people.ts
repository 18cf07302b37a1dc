import { divisions, getPlace, type Names } from './divisions.ts';

/** People of the demonstration city. All invented; the telephone numbers and ID numbers belong to nobody. */

export type StaffRole =
  | 'clerk'
  | 'dispatcher'
  | 'handler'
  | 'head'
  | 'supervisor'
  | 'leader'
  | 'reviewer'
  | 'analyst'
  | 'admin'
  | 'security'
  | 'auditor'
  | 'sealed';

export interface StaffSeed {
  /** Pinyin, lower case. */
  login: string;
  name: string;
  body: string;
  roles: readonly StaffRole[];
  title: Names;
  phone: string;
}

export interface CitizenSeed {
  name: string;
  /** Digits only; empty where the person has no telephone. */
  phone: string;
  /** Postal address with the city's name. */
  address: string;
  /** Code of the division the address lies in. */
  division: string;
  /** GB 11643, of the fictional region 990101. */
  idNumber?: string;
  age?: number;
  note: string;
}

function staff(login: string, name: string, body: string, roles: readonly StaffRole[], title: string): StaffSeed {
  const [zh = '', en = '', phone = ''] = title.split('|');
  return { login, name, body, roles, title: { zh, en }, phone: `0900-868 ${phone}` };
}

/** Who may sign in. Three administrators hold nothing but their own door; one post alone opens
 * whistle-blower papers, and takes a second person for it. */
export const people: readonly StaffSeed[] = [
  staff('chenyan', '陈砚', 'city-petition', ['clerk', 'dispatcher'], '来信办理科登记员|Intake clerk, letters|1201'),
  staff(
    'guwenzhu',
    '顾文竹',
    'city-petition',
    ['clerk', 'dispatcher'],
    '网信办理科分拨员|Dispatcher, online petitions|1202',
  ),
  staff('jiangxubai', '江叙白', 'city-petition', ['supervisor'], '督查科督查员|Supervisor|1203'),
  staff('zhongruoning', '钟若宁', 'city-petition', ['analyst'], '综合分析科统计员|Analyst|1204'),
  staff('xieanlan', '谢安澜', 'city-petition', ['head'], '局长|Director|1205'),
  staff('qimingyuan', '戚明远', 'city-petition', ['sealed'], '检举控告材料专管员|Keeper of whistle-blower papers|1206'),
  staff('jiyinshu', '季隐书', 'city-petition', ['sealed'], '检举控告材料专管员|Keeper of whistle-blower papers|1210'),
  staff('dingyichuan', '丁一川', 'city-petition', ['admin'], '系统管理员|System administrator|1207'),
  staff('songweiyang', '宋未央', 'city-petition', ['security'], '安全管理员|Security officer|1208'),
  staff('fuxuesong', '傅雪松', 'city-petition', ['auditor'], '审计员|Auditor|1209'),
  staff('hewenzhou', '何文舟', 'city-gov', ['leader'], '副市长|Deputy mayor|1010'),
  staff('renshuping', '任书平', 'city-gov', ['reviewer'], '市政府复查复核办审核员|Review officer|1211'),
  staff('zhenghuaijin', '郑怀瑾', 'city-discipline', ['sealed'], '信访室主任|Head of the petition office|1521'),
  staff('moxingzhi', '莫行之', 'city-discipline', ['sealed'], '信访室检查员|Inspector, petition office|1522'),
  staff('mengqinghe', '孟清和', 'city-housing', ['reviewer'], '政策法规科复查员|Reviewer, policy and law|1301'),
  staff('caowangshu', '曹望舒', 'city-housing', ['head'], '局长|Director|1302'),
  staff('yuanzhiwei', '袁知微', 'd01-gov', ['reviewer'], '区政府办公室复查员|Reviewer, district office|4002'),
  staff('tangyanqing', '唐彦青', 'd01-gov', ['leader', 'head'], '副区长|Deputy head of the district|4003'),
  staff(
    'yezhiqiu',
    '叶知秋',
    'd01-petition',
    ['clerk', 'dispatcher'],
    '接访科登记分拨员|Intake clerk and dispatcher|1268',
  ),
  staff('yanshuheng', '严书恒', 'd01-petition', ['supervisor'], '督查科科长|Head of supervision|1270'),
  staff('fangyiran', '方亦然', 'd01-petition', ['head'], '局长|Director|1269'),
  staff('shenpeiwen', '沈佩文', 'd01-housing', ['handler'], '信访办理科承办人|Handler|2217'),
  staff('luqingyan', '陆青岩', 'd01-housing', ['head'], '局长|Director|2218'),
  staff('hanmuzhi', '韩牧之', 'd01-hr', ['handler'], '信访科承办人|Handler|3301'),
  staff('qinsiyuan', '秦思远', 'd01-hr', ['head'], '局长|Director|3302'),
  staff('liangxiaokai', '梁小楷', 'd01-street-01', ['handler'], '平安办承办人|Handler, Hewan Subdistrict|5001'),
  staff('fengyinuo', '冯一诺', 'd01-street-01', ['head'], '街道办事处主任|Head of the subdistrict office|5003'),
  staff('baizhi', '白芷', 'd02-petition', ['clerk', 'dispatcher'], '接访科登记分拨员|Intake clerk and dispatcher|1277'),
  staff('linshuying', '林疏影', 'd02-housing', ['handler'], '物业管理科承办人|Handler, property management|2237'),
  staff('hezhinian', '贺知年', 'd02-housing', ['handler'], '物业管理科科长|Head of property management|2238'),
  staff('suyantian', '苏砚田', 'd02-housing', ['head'], '局长|Director|2239'),
];

/** Weights and letters of GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';

/**
 * An ID number of the fictional region with its check digit.
 * @param tail birth date yyyymmdd and three digits, the last odd for men and even for women.
 */
export function fictionalId(tail: string): string {
  const body = `990101${tail}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + CHECK.charAt(sum % 11);
}

/** One person a line: name | age | place | house | birth date and sequence, may be empty | note, may be empty. */
const CITIZEN_ROWS = `
周桂兰|68|柳荫社区|柳荫里小区3号楼2单元102室|19580314002|退休纺织工人，独居，用老年手机
罗小满|29|文昌街道|文昌路41号职工宿舍305室|19970422011|电子厂质检员，刚被辞退
黎国栋|52|翠湖苑社区|翠湖苑小区6号楼1单元602室|19740908013|中学教师，替本楼22户写信
覃守义|63|石滩村|三组18号|19630211037|村民推选的代表
彭春燕|38|沙洲街道|安和家园11号楼902室|19880517024|拆迁安置户，带两个孩子
邹立夏|36|惠民苑社区|惠民苑小区7号楼201室|19900505012|外卖骑手，楼下是夜市
龚德厚|70|水门街道|水门街23号|19560719031|伤残退役军人，走路拄拐
连金水|57|龙潭湾村|二组6号|19690103015|果农
俞静娴|69|大榕街道|榕荫巷9号|19570630028|退休护士，照顾失能老伴
卢冬梅|45|石滩村|村口7号|19811226044|婆婆住院，夜里受砂石场吵扰
柏长青|61|翠湖苑社区|翠湖苑小区3号楼1单元401室|19650815019|退休会计，爱算细账
邵田禾|66|上坪村|五组31号|19600402033|承包地四十年，手里存着老证
安晓晨|35|海棠街道|海棠路出租房8号|19910926022|外来务工，孩子要上小学
韦宝山|62|鲤溪街道|沿江路5号楼103室|19640117017|每天早上沿江散步
樊志刚|59|机床街道|机床厂家属院12号楼7室|19670228035|原机床厂车间主任，代表九名老工友
毕云溪|47|西苑街道|西苑小区2号楼1703室|19791011046|住高层，父亲坐轮椅
郝禾生|50|云雾村|一组2号|19760604051|村里唯一的代课老师
祁大勇|44|围里镇|圩堤路19号|19820320057|开农资店
蒙秀英|71|盐仓街道|盐仓街老屋3号|19550908048|低保户，房子鉴定为D级
倪爱华|58|荷塘街道|荷塘新村5号楼2室|19680729062|两段工龄在两个城市
桑有田|54|石门镇|石门村四组|19720313053|种粮大户
瞿红|41|十里铺村|新屋巷12号|19850612068|租户代表
解小川|33|永宁街道|永宁路88号|19930707055|听障设计师，用文字沟通
阿依努尔·玉山|30|站前街道|站前路小吃街16号|19960324066|开餐馆，普通话不太熟
陈素云|74|桂花巷社区|桂花巷5号|19520101084|不识字，口述，由工作人员记
毛立秋|46|江堤街道|江堤路77号
韩秋实|39|滨江街道|滨江花园4号楼1502室
杜长河|64|渡口街道|渡口街31号
乔晚晴|34|锦绣里社区|锦绣里小区8号楼602室
施文斌|43|建设路街道|建设路9号院2号楼
宁小雨|27|观澜街道|观澜公寓1016室
金慕云|55|钟楼街道|钟楼巷14号
庄志远|48|望江街道|望江新村3号楼501室
蓝玉梅|60|老码头街道|老码头街6号
伍家明|51|水巷社区|水巷22号
段青|31|育才街道|育才路2号院
路平安|67|南门街道|南门大街58号
莫晓岚|37|莲花街道|莲花小区5号楼
温世昌|72|桥头社区|桥头街17号
褚丽|44|东升街道|东升花园9号楼802室
夏明月|33|采菱街道|采菱路公租房2号楼
尤建民|56|纺机社区|纺机宿舍14号楼
卓然|28|杏园街道|杏园路青年公寓
鲁海生|49|塘头街道|塘头村新街8号
窦文秀|66|藕香社区|藕香里3号
石贵生|58|白石岭村|二组9号
牟春生|47|城关镇|城关东街20号
余二妹|62|茶林乡|茶林村三组
田满仓|55|三溪镇|三溪村五组
岳小山|36|高坪镇|高坪街12号
盘石花|51|盘石乡|盘石村一组
童海生|53|新渔街道|渔歌路6号
汤美玲|40|银滩街道|银滩花园6号楼
向春晖|32|创业街道|创业园人才公寓
麦子豪|30|新港街道|新港苑3号楼
湛秋兰|65|团结圩街道|团结圩老街4号
沙金海|57|渔港街道|渔港路13号
关海棠|46|灯塔街道|灯塔小区1号楼
潘月明|70|榕荫社区|榕荫巷21号
姚水生|61|西坑村|一组15号
焦云帆|35|帆影街道|帆影花园2号楼
丁秋菊|59|红砖街道|红砖街7号
洪大为|45|铁道街道|铁道新村6号楼
伏小蝶|29|学府街道|学府路33号
章鹤年|76|兰圃街道|兰圃路老干部院
梁满|38|梧桐街道|梧桐里11号
欧阳青|48|清溪街道|清溪花苑9号楼
游清泉|55|下湾村|三组8号
纪春林|63|瓦窑镇|瓦窑村二组
车小燕|34|浣纱街道|浣纱路5号
申屠雁|42|桂香街道|桂香园3号楼
陶宜生|60|鹿鸣街道|鹿鸣苑2号楼
戴书琴|65|书声社区|书院街16号
闵知行|27|青云街道|青云路学生公寓
项知南|50|长冲镇|长冲村六组
容婉|39|梅园街道|梅园小区4号楼
苗青|42|临湖社区|湖滨路28号
康乐年|73|花港街道|花港路3号院
凌晓波|37|晴川街道|晴川府7号楼
佟丽娟|54|环湖街道|环湖小区10号楼
水长风|46|渔梁镇|渔梁村二组
万红叶|39|秋霜村|四组1号
阮秋生|56|沿河镇|沿河村一组
古月兰|64|城西街道|城西路45号
易林|33|城东街道|城东花园3号楼
柴木生|52|杉木乡|杉木村七组
谷丰年|58|谷堆村|二组16号
应小禾|31|新禾街道|新禾家园5号楼
汪田生|60|新塘村|六组2号
简素珍|67|糖坊镇|糖坊村一组
仲秋平|44|花桥镇|花桥街9号
谭雁声|26|河湾街道|河湾路3号101室
景若兰|43|桥南街道|桥南新村14号202室
汲长林|60|十里铺街道|十里铺巷25号303室
蔺小舟|28|鸥波街道|鸥波里36号404室
房大庆|45|船厂街道|船厂路47号501室
支秀珍|62|白塔街道|白塔新村58号602室
芮春枝|30|锦绣街道|锦绣巷9号103室
邬敏|47|通济街道|通济里20号204室
茅一帆|64|观澜街道|观澜路31号301室
糜玉兰|32|柳浪街道|柳浪新村42号402室
游佩兰|49|五里亭街道|五里亭巷53号503室
冷月娥|66|花圃街道|花圃里4号604室
柯江平|34|滨江街道|滨江路15号101室
滕文惠|51|渡口街道|渡口新村26号202室
禹文秀|68|文昌街道|文昌巷37号303室
海建国|36|朝阳街道|朝阳里48号404室
宿连枝|53|和平街道|和平路59号501室
索晓东|70|临港街道|临港新村10号602室
寇志明|38|板桥街道|板桥巷21号103室
汤家旺|55|马鞍镇|马鞍村二组24号
葛小满|72|桥北街道|桥北路43号301室
郎雪梅|40|凤栖街道|凤栖新村54号402室
谈笑梅|57|钟楼街道|钟楼巷5号503室
况明远|74|文庙街道|文庙里16号604室
隋明华|42|三元街道|三元路27号101室
厉云娘|44|江堤街道|江堤新村38号202室
都长顺|58|机床街道|机床巷49号303室
卞秋莲|44|西苑街道|西苑里60号404室
昌二娘|57|高坪镇|高坪村五组3号
芦春早|29|塘头街道|塘头新村22号602室
边桂枝|46|南门街道|南门巷33号103室
熊立本|61|育才街道|育才里44号204室
殷秀芬|56|纺织街道|纺织路55号301室
项老根|66|老码头街道|老码头新村6号402室
辛志和|60|东升街道|东升巷17号503室
明德海|63|望江街道|望江里28号604室
巫小梅|55|滨江街道|滨江路39号101室
米有才|67|双河镇|双河村二组10号
甘雨生|35|竹园镇|竹园村三组17号
柴福贵|52|官田镇|官田村四组24号
农新苗|69|栗园镇|栗园村五组3号
粟长明|37|五丰镇|五丰村六组10号
訾小麦|54|河湾街道|河湾巷45号103室
匡海英|71|河湾街道|河湾里56号204室
禄长寿|39|河湾街道|河湾路7号301室
幸子君|56|河湾街道|河湾新村18号402室
闻人静|73|河湾街道|河湾巷29号503室
麻志强|41|临港街道|临港里40号604室
盛小兵|58|桥头社区|桥头路51号101室
鲍春燕|26|滨江街道|滨江新村62号202室
关亦辰|43|创业街道|创业巷13号303室
佘月红|60|观澜街道|观澜里24号404室
莫老四|28|铁道街道|铁道路35号501室
竺青山|45|柳浪街道|柳浪新村46号602室
麦冬生|62|机床街道|机床巷57号103室
覃小妹|30|西岭镇|西岭村二组24号
荀雅琴|36|育才街道|育才路19号301室
容小满|64|书院街道|书院新村30号402室
鹿鸣琴|33|鹭洲街道|鹭洲巷41号503室
都梅香|49|杏园街道|杏园里52号604室
冼洋洋|66|向阳街道|向阳路3号101室
臧小雨|34|锦绣街道|锦绣新村14号202室
尚海波|51|东渡街道|东渡巷25号303室
全小曼|68|半坡街道|半坡里36号404室
昝立群|36|会展街道|会展路47号501室
韶春晓|53|老码头街道|老码头新村58号602室
冀一鸣|70|磨坊街道|磨坊巷9号103室
封老五|38|黄泥镇|黄泥村二组24号
柏小军|55|柏树镇|柏树村三组3号
圩春来|72|东闸镇|东闸村四组10号
岑二丫|40|青岩镇|青岩村五组17号
邰春芳|57|采菱街道|采菱里4号604室
牛冬生|74|牧童乡|牧童村一组3号
堵金花|42|上堰镇|上堰村二组10号
未署名||河湾街道|||没有留姓名和地址的来信
`.trim();

function citizen(row: string, at: number): CitizenSeed {
  const [name = '', age = '', place = '', house = '', birth = '', note = ''] = row.split('|');
  const { code } = getPlace(place);
  const above = [6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length));
  const where = above.map((part) => divisions.find((division) => division.code === part)?.name.zh ?? '').join('');
  const nameless = house === '';
  const noPhone = nameless || NO_PHONE.has(name);
  return {
    name,
    phone: noPhone ? '' : `1390000${String(1101 + 37 * at).padStart(4, '0')}`,
    address: nameless ? '' : `南江市${where}${house}`,
    division: code,
    ...(birth === '' ? {} : { idNumber: fictionalId(birth) }),
    ...(age === '' ? {} : { age: Number(age) }),
    note,
  };
}

/** Two old people who are reached by letter only. */
const NO_PHONE = new Set(['陈素云', '章鹤年']);

/** Petitioners; the last one stands for letters without a name and is to be stored as no person at all. */
export const citizens: readonly CitizenSeed[] = CITIZEN_ROWS.split('\n').map(citizen);

/** Index of 未署名 in `citizens`. */
export const UNSIGNED = citizens.length - 1;

/**
 * Index in `citizens` by name.
 * @throws if nobody is called that.
 */
export function getCitizen(name: string): number {
  const at = citizens.findIndex((one) => one.name === name);
  if (at < 0) throw new Error(`no such citizen in the seed: ${name}`);
  return at;
}
