interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What is said about a field that must be mended: what to do, never who was wrong. */
export const FAULTS = {
  kind: {
    zh: '请选一个：投诉请求、建议，还是检举',
    en: 'Choose one: a complaint or request, a suggestion, or a report of wrongdoing',
  },
  reported: { zh: '请写检举谁，只知道单位也行', en: 'Write whom you report; a unit alone will do' },
  form: { zh: '请选一个：替谁反映', en: 'Choose one: for whom this is' },
  name: { zh: '请写姓名；不想写，就勾“不写名字”', en: 'Write your name, or tick “without a name”' },
  phone: { zh: '电话只写数字，例如19000000268或者0900-8681200', en: 'Write the phone in digits, like 19000000268' },
  count: { zh: '一共几个人？写一个数，至少2', en: 'How many people? Write a number, at least 2' },
  forName: { zh: '请写您替谁反映，他的姓名', en: 'Write the name of the person this is for' },
  district: {
    zh: '请选在哪个区、县；说不准，就选最后一个',
    en: 'Choose the district, or the last line if you are not sure',
  },
  place: { zh: '请写在什么地方，写一个大概也行', en: 'Write where it is, roughly will do' },
  text: { zh: '请写发生了什么，一句也行', en: 'Write what happened, a sentence will do' },
  'since-year': { zh: '年份写4个数字，例如2026；记不清就都空着', en: 'Write the year in 4 digits, or leave all empty' },
  'since-month': { zh: '月份写1到12；记不清就把月和日空着', en: 'Write the month as 1 to 12, or leave it empty' },
  'since-day': {
    zh: '那个月没有这一天，请再看一下。记不清就把“日”空着',
    en: 'That month has no such day. Look again, or leave the day empty',
  },
  'since-ahead': { zh: '这一天还没有到，请再看一下', en: 'That day has not come yet; look again' },
  ask: { zh: '请至少写一条：您希望怎么办', en: 'Write at least one thing you ask for' },
} as const satisfies Record<string, Sentence>;
export type Fault = keyof typeof FAULTS;

/** What looks like a slip and may be passed. */
export const DOUBTS = {
  'id-number': {
    zh: '证件号好像有一位不对，请对着证件再看一下。没有错就不用改',
    en: 'A digit of the document number looks wrong. Compare it with the document; if it is right, leave it',
  },
  unreachable: {
    zh: '电话和地址都没有写：单位没法把书面答复送给您，只能凭查询码来看。留一样更稳妥',
    en: 'Neither phone nor address is given: no written answer can be sent, you can only look it up by code. One of them is safer',
  },
} as const satisfies Record<string, Sentence>;
export type Doubt = keyof typeof DOUBTS;
