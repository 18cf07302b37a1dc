/**
 * What stands around a phrase, read from squeezed text. Every pattern looks at a window of fixed length, so that reading
 * stays linear however long the text is.
 */
export interface Around {
  readonly phrase: string;
  /** The sentence before it, at most BACK units. */
  readonly before: string;
  /** The clause before it. */
  readonly clause: string;
  /** The sentence after it, at most AHEAD units. */
  readonly after: string;
}

const BACK = 40;
const AHEAD = 14;

export function around(text: string, from: number, to: number): Around {
  const back = text.slice(Math.max(0, from - BACK), from);
  const before = back.slice(back.lastIndexOf('。') + 1);
  const ahead = text.slice(to, to + AHEAD);
  const stop = ahead.indexOf('。');
  return {
    phrase: text.slice(from, to),
    before,
    clause: before.slice(before.lastIndexOf('，') + 1),
    after: stop < 0 ? ahead : ahead.slice(0, stop),
  };
}

/** 会不会, 是不是, 要不要 ask; 不得不, 差点没 and 不是没 affirm. */
const AFFIRMS = /(?:会不会|是不是|要不要|想不想|不得不|差点没?|险些没?|不是没有?|并非没有?|不能不|要不)[^，]{0,4}$/;
const NEGATES =
  /(?:不|没|没有|别|莫|勿|未|非)(?:会|想|要|去|再|能|敢|是|打算|准备|考虑|可能|至于|曾|有|过|真|因此|选择|说|许|准|愿意?|应该?|该|用|值得|到|有人){0,4}$/;

/** 我不会…, 没有…, 别…: said right before it that it is not so. */
export function isNegated({ clause }: Around): boolean {
  return NEGATES.test(clause) && !AFFIRMS.test(clause);
}

const OTHERS =
  '邻居|同事|同学|朋友|亲戚|老乡|战友|工友|女儿|儿子|孩子|小孩|丈夫|老公|妻子|老婆|爱人|父亲|母亲|父母|爸|妈|爷爷|奶奶|外公|外婆|哥|弟|姐|妹|叔|伯|舅|姨|姑|侄|嫂|婆婆|公公|岳父|岳母|女友|男友|对象|有人|某|他|她|人家|女子|男子|老人|老板|学生|业主|村民|居民|工人|民工|农民|员工|职工|女工|网友|患者|病人|住户|租客|房东|司机|老师|教师|妇女|大妈|大爷|老太|老头|小伙|姑娘|女孩|男孩|婴儿|一家三口|一家四口|群众|百姓|人员|拆迁户|一户|死者';
const OTHER = new RegExp(OTHERS);
/** 我邻居, 我家隔壁的老人: mine, and not I. */
const MINE = new RegExp(
  `(?:我|俺|咱)们?(?:家|村|小区|单位|公司|学校|厂|区|县|楼|这|那|组|的|里|边|有|个|一|隔壁|上|下|对面){0,4}(?:${OTHERS})`,
);
const FIRST = /我|俺|咱|本人|自己/;

/** The writer, as far as the clause says. */
export function isFirstPerson({ clause }: Around): boolean {
  return FIRST.test(clause.replace(MINE, ''));
}

export function isOfOther({ before }: Around): boolean {
  return OTHER.test(before);
}

const LONG_AGO =
  /前年|去年|上年|早年|当年|那年|年前|月前|以前|之前|此前|从前|过去|曾|多年|[\d一二三四五六七八九十]{2,4}年|上个?月|上周|上个?星期|生前/;
const DRIVEN_TO = /被[^，]{0,6}逼[得到的]?$/;
/** 跳楼自杀, 服毒自杀: two words for it tell that it was done. */
const DONE_AFTER = /^自(?:杀|尽)/;
const DONE_BEFORE = /(?:跳[楼河江湖海桥井崖]|服毒|上吊|农药|敌敌畏|百草枯|割腕|卧轨|投[河江湖井])$/;

/** Told as done and over: it does not call for anybody tonight. */
export function isOver({ before, clause, after }: Around): boolean {
  return (
    LONG_AGO.test(before) ||
    DRIVEN_TO.test(before) ||
    /^过(?!去|来|年|不)/.test(after) ||
    DONE_AFTER.test(after) ||
    DONE_BEFORE.test(clause)
  );
}

const DIED_THEN = /死了(?!之|算|给|你|才|也|就)|身亡|去世|过世|没了|走了/;

/** 邻居前年不想活了，跳河死了. */
export function isOfTheDead({ before, after }: Around): boolean {
  return LONG_AGO.test(before) && DIED_THEN.test(after);
}

const NOW = /快来|快派|快救|快去|赶快|赶紧|救命|救人|救救|正在|现在|此刻|抢救|刚刚|今天|今晚|马上/;
const AGAIN_AND_AGAIN = /多次|几次|两次|天天|每天|经常|总是|几回|三番/;

/** It is happening now, whoever it is. */
export function isNow({ before, after }: Around): boolean {
  return NOW.test(before) || NOW.test(after);
}

export function isRepeated({ clause }: Around): boolean {
  return AGAIN_AND_AGAIN.test(clause);
}

const INTENDS =
  /(?:想|准备|打算|考虑|决定|只有|只能|只好|不如|大不了|逼[^，]{0,4}|不然|否则|扬言|威胁|宁愿|宁可|马上|正在|今天|今晚|明天|恨不得|试图|企图|闹|要|就|就去|也去|说去|哪天|迟早|早晚|再|会)(?:去|要|再|一起|跟着|想|从|在|到|把|都|也|真|先|直接)?$/;

export function isIntended({ clause }: Around): boolean {
  return INTENDS.test(clause);
}

const DIED =
  /^[^，]{0,6}?(?:身亡|死亡|去世|离世|致死|而死|丧生|丧命|毙命|过世|殒命|死去|死了(?!之|算|给|你|才|也|就|看|吧|拉|干)|抢救无效)|^(?:亡|(?:自杀)?了?\d+年)|^(?:后|之后)?(?:案|事件|事故)|^，?(?:导致|造成|致)[^，]{0,4}死亡/;
const SUPPOSES = /等|除非|非要|难道|要是|如果|万一|哪天|假如|是不是|等于|要我|让我|逼我/;

/** It ended in death: a report of what happened, unless it is only supposed. */
export function isDeathReported({ before, after }: Around): boolean {
  return DIED.test(after) && !SUPPOSES.test(before);
}

const TOLD =
  /凶宅|建议|新闻|报道|据说|听说|传闻|网上|网传|视频里|热搜|媒体|电视|电影|小说|游戏|历史上|案例|类似|发生|出现过?|出过|频发|死者|遗体|尸检|命案|法医|警方|认定|定性|鉴定|排除|判定|结论|保险|条款|作文|课文|歌词|讲座|宣传/;
const TOLD_AFTER =
  /^(?:率|式|的?(?:新闻|消息|报道|事件|案例|案件|悲剧|惨剧|发生|现象|人数|概率|原因|真相|现场|地方|隐患|危险性|风险|可能性)|的(?!念头|心|想法|冲动|准备|打算|话|我|人)|[^，]{0,4}的事|[^，]{0,3}(?:能不能|能否|是否|算不算|可以|怎么)[^，]{0,4}(?:认定|工伤|赔|领|报销|算)|事件|案|者(?!是我)|行为|未成年|热线|干预|预防|防|护栏|救援|是(?:懦弱|犯罪|违法|不对|一种|解决不了))/;
const FOUND_TO_BE = /是$/;
const FOUND_SO = /^(?:$|，|的|还是|吗|呢)/;

/** Spoken of in general: news, statistics, a finding of the police. */
export function isTold({ before, after }: Around): boolean {
  return TOLD.test(before) || TOLD_AFTER.test(after);
}

/** 派出所说是自杀: what somebody found it to be. */
export function isFinding({ clause, after }: Around): boolean {
  return FOUND_TO_BE.test(clause) && FOUND_SO.test(after);
}

/** 着火了只能跳楼: a way out of a fire. */
export function isEscape({ before, after }: Around): boolean {
  return /火灾|着火|失火|起火|消防|逃生/.test(before) || /^(?:逃|求生)/.test(after);
}

const PREVENTS =
  /(?:防|预防|防止|防范|防治|干预|避免|杜绝|制止|劝阻|劝下|救下|禁止|严禁|阻止|阻拦|拯救|挽救|救助|远离|减少|遏制|禁|反对)[^，。想要会]{0,6}$/;

const RESCUES = /(?:救下|劝下|救起|救回|劝回|劝住)了?[^，]{0,10}$/;

/** 防自杀热线, 严禁跳河, 救下一名要轻生的老人: against it. */
export function isPrevented({ clause }: Around): boolean {
  return PREVENTS.test(clause) || RESCUES.test(clause);
}

const MEANS =
  /(?<![需主重须])要(?!求|害|点|素|是)|(?<![社委工机协开体例])会(?!议|员|长)|想|就(?!是|业|医|近|餐|诊|在)|准备|打算|计划|早晚|迟早|总有一天|哪天|信不信|恨不得|不然|否则|大不了|只能|只好|逼|必定|一定|发誓|一把火|我去|马上|今晚|明天|后天|忍不住|真敢/;
const THREATENS =
  /扬言|威胁|恐吓|放话|放言|放狠话|声称|叫嚣|叫喊|直言|说要|说会|说让|说再|还说|喊着|骂着|开口闭口|晓得你|知道你/;
const BY_ITSELF = /(?:我|俺|老子|咱|本人)们?(?:真|都|就|也|已经|先|非){0,3}(?:把[^，]{0,6})?$/;
const DONE =
  /去年|前年|曾|当时|昨|当天|已经|年前|被(?!逼)|遭|导致|造成|隐患|火灾|失火|着火|起火|事故|担心|防止|以免|免得|爆破|厨|卖|售/;

export function isThreatened({ before, phrase }: Around): boolean {
  return THREATENS.test(before + phrase);
}

/** Somebody means to do it, says so or is at it; what was done, and what might happen by accident, does not count. */
export function isMeant(about: Around): boolean {
  if (isThreatened(about)) return true;
  if (DONE.test(about.clause)) return false;
  return MEANS.test(about.clause) || BY_ITSELF.test(about.clause) || isNow(about);
}
