const zh = {
  title: '申请复查',
  h1: '申请复查',
  lead: (title: string) => `对“${title}”的书面答复不同意，可以请上一级重新看一遍（复查）。`,
  until: '最后一天：',
  reviewer: '请哪一个来复查？由您挑',
  reviewerOne: '由它来复查',
  reason: '哪里不同意？',
  reasonHint:
    '几条里只说一条也行。写查得不对的、漏掉的、凭什么不该这么定。您的姓名、原来写的和这份答复，我们会一起交过去，不用再写。',
  papers: '有新材料？',
  papersGo: '先到“补充材料”里交上来',
  after: '复查机关收到申请以后，30日内给您书面复查意见。还不同意，可以再申请一次复核。',
  send: '交上申请',
  none: '请选一个复查机关',
  empty: '请写一句：对答复哪里不同意',
  closed: '现在不能申请复查。',
  done: '复查申请收到了。',
  basis: '《信访工作条例》第三十五条',
};
export type ReviewWords = typeof zh;

const en: ReviewWords = {
  title: 'Ask for review',
  h1: 'Ask for review',
  lead: (title) => `If you do not agree with the written answer to “${title}”, the next higher body looks at it again.`,
  until: 'Last day: ',
  reviewer: 'Which body should review it? The choice is yours',
  reviewerOne: 'It is reviewed by',
  reason: 'What do you not agree with?',
  reasonHint:
    'One point is enough: what was found wrongly, left out, or should not have been decided so. Your name, what you wrote and the answer go along; no need to write them again.',
  papers: 'New papers?',
  papersGo: 'Hand them in under “Add papers” first',
  after:
    'Within 30 days of receiving this, the reviewing body answers you in writing. If you still do not agree, you may ask once more.',
  send: 'Hand in the request',
  none: 'Choose a reviewing body',
  empty: 'Say in a sentence what you do not agree with',
  closed: 'Review cannot be asked for now.',
  done: 'Your request for review has arrived.',
  basis: 'Regulation, art. 35',
};

export const REVIEW_TEXTS = { zh, en };
