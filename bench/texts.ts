/**
 * Made-up petitions by number: always the same text for the same number, with words that stand in nearly every text,
 * in some, and in one. No one's prose.
 */

const COMMON =
  '们时来到年月日地方人家里面前后上下左右东西南北中大小多少新旧高低长短老幼早晚春夏秋冬山水木石田土金玉风雨云雪花草树林河湖江海路桥门窗房屋楼院村镇街巷';
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳';
const GIVEN =
  '安邦宝彬斌冰博才超晨成川春达丹德东芳飞峰凤刚国海涵浩红宏洪华辉惠慧吉佳家建江杰捷金晶静娟军君俊凯康可坤兰磊力立丽莉林琳玲龙梅美萌敏明娜宁培鹏平萍奇琪强勤青清庆秋荣如蕊瑞森山珊善绍生胜石守书淑树帅爽思松涛天婷伟文武夏祥翔小晓欣新星雄秀旭雪亚岩艳燕阳洋瑶野义艺英颖永勇友宇玉元园源月云泽振正之志治智中忠子紫';
const SUBJECTS = [
  '电梯',
  '物业',
  '工资',
  '社保',
  '低保',
  '噪声',
  '油烟',
  '下水道',
  '停车',
  '路灯',
  '供暖',
  '自来水',
  '拆迁',
  '安置房',
  '宅基地',
  '征地',
  '补偿',
  '学区',
  '幼儿园',
  '医保',
  '养老',
  '残疾证',
  '公交',
  '扬尘',
  '污水',
  '垃圾',
  '违建',
  '房产证',
  '退费',
  '培训班',
];
const HAPPENED = [
  '停运已经三个月',
  '一直没有人来修',
  '拖欠了半年',
  '夜里吵得睡不着',
  '多次打电话没有结果',
  '说好的日期一再推迟',
  '材料交了两次都退回来',
  '换了三个经办人',
  '楼道里到处漏水',
  '孩子没有地方上学',
  '老人上下楼很困难',
  '补偿款少算了一截',
  '门口堵得走不出去',
  '承诺书上写的没有兑现',
];
const ASKED = [
  '请尽快修好',
  '请把欠款发给我们',
  '请给一个书面答复',
  '请到现场看一看',
  '请说明依据',
  '请按文件规定办理',
  '请把名单公布出来',
  '请退还多收的费用',
];
const SAID = [
  '社区说要报街道',
  '街道说归区里管',
  '窗口说系统里查不到',
  '单位说经费还没有下来',
  '物业说要动用维修资金',
  '热线说已经转办',
];

/** Whole numbers from a seed, evenly spread (xorshift after a multiplicative hash); the same on every machine. */
export function chance(seed: number): (below: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

export interface MadeText {
  readonly who: string;
  readonly title: string;
  readonly text: string;
  readonly requests: readonly string[];
}

/** The petition of this number: some 150 characters. */
export function textOf(number: number): MadeText {
  const next = chance(number + 1);
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
  const glyphs = (from: string, count: number): string =>
    Array.from({ length: count }, () => from.charAt(next(from.length))).join('');
  const place = `${glyphs(COMMON, 2)}${pick(['小区', '街道', '社区', '村', '花园'])}`;
  const subject = pick(SUBJECTS);
  const other = pick(SUBJECTS);
  const asked = [pick(ASKED)];
  return {
    who: glyphs(SURNAMES, 1) + glyphs(GIVEN, 1 + next(2)),
    title: `${place}${subject}的问题`,
    text:
      `我住在${place}${1 + next(60)}号楼${101 + next(2400)}室，反映${subject}的事。从去年${1 + next(12)}月起，${pick(HAPPENED)}，` +
      `${pick(SAID)}。我找过${glyphs(SURNAMES, 1)}${pick(['主任', '科长', '经理', '书记'])}，${pick(SAID)}，${pick(HAPPENED)}。` +
      `同一栋的${glyphs(SURNAMES, 1)}${glyphs(GIVEN, 2)}家也是这样，还有${other}的事没有说清。编号${glyphs('0123456789', 6)}。`,
    requests: asked,
  };
}

/** What people look for: terms of so many characters, from those in nearly every text to those in hardly any. */
export function termsOf(characters: 2 | 3 | 4 | 6, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const { title, text, who } = textOf(7_919 * (at + 1));
    const next = chance(31 * at + characters);
    const from = [title, text, text, who.length >= characters ? who : title][at % 4] ?? title;
    const clean = from.replaceAll(/[，。]/g, '');
    const start = next(Math.max(1, clean.length - characters));
    return clean.slice(start, start + characters);
  });
}
