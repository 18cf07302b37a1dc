const zh = {
  title: '政策法规',
  h1: '《信访工作条例》，一条一条说',
  lead: '全部五十条，每一条说了什么、对您意味着什么。',
  note: '这里写的是我们自己的话，不是条例原文；办事、打官司以公布的原文为准。',
  search: '找一句话',
  searchHint: '例如：复查、多少天、第三十四条',
  go: '找',
  found: (count: number, text: string) => (count === 0 ? `没有找到“${text}”` : `“${text}”在${count}条里有`),
  none: '换个词试试，例如“受理”“期限”“匿名”。也可以打电话问。',
  all: '看全部五十条',
  chapter: (number: string, name: string) => `第${number}章　${name}`,
  article: (number: string) => `第${number}条`,
  gist: '这一条说了什么',
  plain: '对您意味着什么',
  before: (name: string) => `上一条：${name}`,
  after: (name: string) => `下一条：${name}`,
  inForce: '自2022年5月1日起施行。',
};
export type LawWords = typeof zh;

const en: LawWords = {
  title: 'The law',
  h1: 'The Regulation on Petitions, article by article',
  lead: 'All fifty articles: what each says and what it means for you.',
  note: 'These are our own words, not the official text; in any dealing or suit the published text decides.',
  search: 'Find',
  searchHint: 'For example: review, days, 34',
  go: 'Find',
  found: (count, text) => (count === 0 ? `“${text}” was not found` : `“${text}” stands in ${count} articles`),
  none: 'Try another word, or call and ask.',
  all: 'All fifty articles',
  chapter: (number, name) => `Chapter ${number}: ${name}`,
  article: (number) => `Article ${number}`,
  gist: 'What it says',
  plain: 'What it means for you',
  before: (name) => `Before: ${name}`,
  after: (name) => `Next: ${name}`,
  inForce: 'In force since 1 May 2022.',
};

export const LAW_TEXTS = { zh, en };
