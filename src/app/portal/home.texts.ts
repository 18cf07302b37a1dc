/** The start page and what stands around every page. */
const zh = {
  brand: '回应',
  placeSuffix: (city: string) => `${city}网上信访`,
  footer: {
    guide: '信访须知',
    law: '政策法规',
    report: '检举控告',
    privacy: '个人信息怎么保管',
    access: '无障碍说明',
    help: '找人帮忙',
    prove: '核对存证',
    free: ['信访不收钱，也没有人能替您“加急”。向您要钱的，请打', '告诉我们。'],
    host: (office: string) => `${office}主办`,
  },
  title: '首页',
  h1: '您说的每件事，都要有个回音',
  lead: '不用注册，不收钱。提交后给您一个查询码：哪个单位在办、最晚哪天答复，随时看得到。',
  doorsLabel: '办事',
  doors: {
    file: { name: '我要投诉／提建议', means: '写下您的事，分六小步。写一半可以停，下次接着写。' },
    follow: { name: '查询评价', means: '凭查询码看进度、读答复、评价；不同意，可以申请复查。' },
    guide: { name: '信访须知', means: '什么事归谁管，到现场要带什么。' },
    law: { name: '政策法规', means: '《信访工作条例》，每一条旁边都有家常话。' },
  },
  path: {
    h2: '一件事从头到尾怎么走',
    lead: '下面是最常见的走法（信访程序）。该由法院、仲裁或者行政复议管的事，另有各自的期限，我们会书面告诉您去哪里、多少天。',
    marks: { forward: '转送', notice: '告知', handle: '办理和答复', extend: '延长', day90: '第90天' },
    caption: '每一步都用满时间，第90天拿到答复；特别复杂、经批准延长的，最晚第120天。',
    you: '您做的事',
    body: '单位做的事',
    steps: [
      {
        you: true,
        days: '当天',
        name: '您提交',
        text: '网上、写信、打电话、上门，都一样。都会登记，都有登记号和查询码。',
      },
      {
        you: false,
        days: '15日内',
        name: '信访局转出去',
        term: '转送',
        text: '转给管得着这件事的单位。转给了谁，查询页上看得到。',
      },
      {
        you: false,
        days: '再15日内',
        name: '那个单位给您回话',
        term: '告知',
        text: '从它收到那天算起。书面告诉您受理没有、谁在办、怎么办。',
      },
      {
        you: false,
        days: '受理后60日内',
        name: '书面答复您',
        term: '处理意见书',
        text: '一条一条答：支持、解释说明，还是不支持，凭什么。特别复杂的，经单位负责人批准可以延长，总共不超过30日，要告诉您原因。',
      },
      { you: true, days: '收到以后', name: '您来评', text: '信访局和办事单位分开评。只有您能评，别人不能代您评。' },
    ],
    again: '不同意答复，还有两次机会',
    more: [
      { you: true, days: '30日内', name: '您申请复查', text: '从收到答复那天算起，找办事单位的上一级。' },
      { you: false, days: '30日内', name: '上一级答复您', term: '复查意见书', text: '' },
      { you: true, days: '30日内', name: '还不同意，申请复核', text: '' },
      {
        you: false,
        days: '30日内',
        name: '再上一级答复您',
        term: '复核意见书',
        text: '这是信访程序的最后一步，开听证会的时间不算在内。以后有了新的事实、新的理由，还可以再提。',
      },
    ],
    days: '“日”是自然日，从第二天开始数；最后一天遇上周末或者节假日，顺延到上班的第一天。',
    law: '看每一条的家常话',
  },
  people: {
    h2: '想找个人说话',
    call: '打电话',
    callText: '您说，我们记，念给您听，您说对了才登记。',
    visit: '到现场',
    visitText: '可以带家里人陪着。',
    write: '写信',
    writeTo: (address: string, office: string) => `${address}，${office}收`,
    writeText: '信里写上您的姓名、地址，有电话也写上。',
    leader: '当面跟领导说',
  },
  figures: { h2: '上个月办得怎么样', all: '看各单位的数、算法和下载' },
};
export type HomeWords = typeof zh;

const en: HomeWords = {
  brand: '回应',
  placeSuffix: (city) => (city === '' ? 'Petitions online' : `${city} petitions`),
  footer: {
    guide: 'Guide',
    law: 'The law',
    report: 'Reporting wrongdoing',
    privacy: 'Your personal data',
    access: 'Accessibility',
    help: 'Find a person',
    prove: 'Check a record',
    free: ['Petitions cost nothing, and nobody can speed yours up. If you are asked for money, call ', '.'],
    host: (office) => `Run by ${office}`,
  },
  title: 'Start',
  h1: 'Whatever you tell us gets an answer',
  lead: 'No account, no fee. You get a query code: which body has it and by when it must answer, to be seen at any time.',
  doorsLabel: 'Services',
  doors: {
    file: { name: 'Complain or suggest', means: 'Write it down in six small steps. Stop half-way and go on later.' },
    follow: { name: 'Follow and rate', means: 'With your code: progress, the answer, your rating, and review.' },
    guide: { name: 'Guide', means: 'Who deals with what, and what to bring.' },
    law: { name: 'The law', means: 'The Regulation on Petitions, each article in plain words.' },
  },
  path: {
    h2: 'How a matter goes, from beginning to end',
    lead: 'This is the most common way, the petition procedure. Matters for courts, arbitration or reconsideration have their own periods; we tell you in writing where to go and by when.',
    marks: { forward: 'pass on', notice: 'notice', handle: 'handling and answer', extend: 'longer', day90: 'day 90' },
    caption:
      'If every step takes all its time the answer comes on day 90; if it is very complex and extended, on day 120.',
    you: 'what you do',
    body: 'what the bodies do',
    steps: [
      {
        you: true,
        days: 'First day',
        name: 'You send it',
        text: 'Online, by letter, phone or visit: each is registered and gets a number and a code.',
      },
      {
        you: false,
        days: '15 days',
        name: 'The petition office passes it on',
        term: '转送',
        text: 'To the body in charge. You see which one.',
      },
      {
        you: false,
        days: '15 more days',
        name: 'That body replies',
        term: '告知',
        text: 'From the day it received it: in writing, whether it has accepted, who handles it and how.',
      },
      {
        you: false,
        days: '60 days',
        name: 'The written answer',
        term: '处理意见书',
        text: 'Counted from acceptance, request by request: supported, explained or not supported, and on what basis. If very complex its head may extend it by up to 30 days in all, and you are told why.',
      },
      {
        you: true,
        days: 'Then',
        name: 'You rate it',
        text: 'The petition office and the body apart. Only you can, nobody for you.',
      },
    ],
    again: 'If you do not agree, twice more',
    more: [
      {
        you: true,
        days: '30 days',
        name: 'You ask for review',
        text: 'From the day you received the answer, at the body above.',
      },
      { you: false, days: '30 days', name: 'The body above answers', term: '复查意见书', text: '' },
      { you: true, days: '30 days', name: 'You ask once more', text: '' },
      {
        you: false,
        days: '30 days',
        name: 'The next body above answers',
        term: '复核意见书',
        text: 'The last step of this procedure; hearing days are not counted. With new facts or reasons you may raise it again.',
      },
    ],
    days: 'Days are calendar days, counted from the next day; a last day on a weekend or holiday moves to the first working day.',
    law: 'Each article in plain words',
  },
  people: {
    h2: 'Rather talk to somebody',
    call: 'Call',
    callText: 'You speak, we write, and read it back to you before it is registered.',
    visit: 'Come in',
    visitText: 'Bring somebody with you if you like.',
    write: 'Write',
    writeTo: (address, office) => `${office}, ${address}`,
    writeText: 'With your name and address, and a phone if you have one.',
    leader: 'See a leader in person',
  },
  figures: { h2: 'How last month went', all: 'Every body, the formulas and the data' },
};

export const HOME_TEXTS = { zh, en };

/** One step of the path as it is drawn. */
export interface PathStep {
  readonly you: boolean;
  readonly days: string;
  readonly name: string;
  readonly term?: string;
  readonly text: string;
}
