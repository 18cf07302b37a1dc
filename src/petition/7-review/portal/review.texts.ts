const zh = {
  levels: {
    review: {
      title: '申请复查',
      lead: (title: string) => `对“${title}”的书面答复不同意，可以请上一级重新看一遍（复查）。`,
      reviewer: '请哪一个来复查？由您挑',
      reviewerOne: '由它来复查',
      reason: '哪里不同意？',
      reasonHint:
        '几条里只说一条也行。写查得不对的、漏掉的、凭什么不该这么定。您的姓名、原来写的和这份答复，我们会一起交过去，不用再写。',
      after: '复查机关收到申请以后，30日内给您书面复查意见。还不同意，可以再申请一次复核。',
      closed: '现在不能申请复查。',
      done: '复查申请收到了。',
      basis: '《信访工作条例》第三十五条',
      article: '35',
    },
    final: {
      title: '申请复核',
      lead: (title: string) => `对“${title}”的复查意见不同意，可以请再上一级看最后一遍（复核）。`,
      reviewer: '请哪一个来复核？由您挑',
      reviewerOne: '由它来复核',
      reason: '对复查意见，哪里不同意？',
      reasonHint:
        '几条里只说一条也行。您的姓名、原来写的、两份意见，我们会一起交过去，不用再写。事情重大、复杂的，可以写上希望开听证会。',
      after:
        '复核机关收到申请以后，30日内给您书面复核意见；开听证会的日子不算在里面。这是信访程序的最后一步：以后还说同样的事实和理由，不再受理；有新的，可以重新提。',
      closed: '现在不能申请复核。',
      done: '复核申请收到了。',
      basis: '《信访工作条例》第三十六条',
      article: '36',
    },
  },
  until: '最后一天：',
  was: (day: string) => `最后一天是${day}，已经过了。`,
  excuse: '为什么晚了？',
  excuseHint: '比如住院、受灾、答复没有送到手上。写清哪天到哪天；受理不受理，由复查、复核机关定，会书面告诉您。',
  excuseEmpty: '请写一句：因为什么晚了',
  papers: '有新材料？',
  papersGo: '先到“补充材料”里交上来',
  fresh: '有新的要求？这里只看原来的。',
  freshGo: '新的要求另外提一件',
  send: '交上申请',
  none: '请选一个机关',
  empty: '请写一句：哪里不同意',
};
export type ReviewWords = typeof zh;

const en: ReviewWords = {
  levels: {
    review: {
      title: 'Ask for review',
      lead: (title) =>
        `If you do not agree with the written answer to “${title}”, the next higher body looks at it again.`,
      reviewer: 'Which body should review it? The choice is yours',
      reviewerOne: 'It is reviewed by',
      reason: 'What do you not agree with?',
      reasonHint:
        'One point is enough: what was found wrongly, left out, or should not have been decided so. Your name, what you wrote and the answer go along; no need to write them again.',
      after:
        'Within 30 days of receiving this, the reviewing body answers you in writing. If you still do not agree, you may ask once more.',
      closed: 'Review cannot be asked for now.',
      done: 'Your request for review has arrived.',
      basis: 'Regulation, art. 35',
      article: '35',
    },
    final: {
      title: 'Ask for re-review',
      lead: (title) =>
        `If you do not agree with the review of “${title}”, the next body above looks at it a last time.`,
      reviewer: 'Which body should re-review it? The choice is yours',
      reviewerOne: 'It is re-reviewed by',
      reason: 'What in the review do you not agree with?',
      reasonHint:
        'One point is enough. Your name, what you wrote and both opinions go along. If the matter is weighty or complex, you may ask for a hearing.',
      after:
        'Within 30 days of receiving this, the body answers you in writing; days of a hearing are not counted. It is the last step of the petition procedure: the same facts and reasons are not taken up again, new ones may be raised anew.',
      closed: 'Re-review cannot be asked for now.',
      done: 'Your request for re-review has arrived.',
      basis: 'Regulation, art. 36',
      article: '36',
    },
  },
  until: 'Last day: ',
  was: (day) => `The last day was ${day}; it is over.`,
  excuse: 'Why is it late?',
  excuseHint:
    'A stay in hospital, a disaster, an answer that never reached you. Say from which day to which; the reviewing body decides whether to take it and tells you in writing.',
  excuseEmpty: 'Say in a sentence why it is late',
  papers: 'New papers?',
  papersGo: 'Hand them in under “Add papers” first',
  fresh: 'Something new that you ask for? Only what you asked before is looked at here.',
  freshGo: 'File it as a petition of its own',
  send: 'Hand in the request',
  none: 'Choose a body',
  empty: 'Say in a sentence what you do not agree with',
};

export const REVIEW_TEXTS = { zh, en };
