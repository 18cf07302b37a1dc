const zh = {
  name: '请承办人回避',
  means: '办这件事的人和这件事、和对方有牵连，可以请换一个人办。',
  title: '申请承办人回避',
  lead: (title: string, handler: string) =>
    handler === ''
      ? `“${title}”现在的承办人，您觉得不该由他来办，可以请他让开（回避）。`
      : `“${title}”现在由${handler}承办。您觉得不该由他来办，可以请他让开（回避）。`,
  reason: '为什么？',
  reasonHint: '比如是对方的亲戚、朋友，或者这件事办好办坏和他自己有关系。写一两句就行。',
  after:
    '由单位负责人决定；承办人就是负责人的，由上一级决定。决定以前他不再经手，期限照算，不因此推迟。结果会书面告诉您。',
  send: '交上申请',
  empty: '请写一句：为什么',
  closed: '现在没有可以申请回避的承办人，或者已经申请过，正等决定。',
  done: '回避申请收到了。决定以前，他不再经手这件事。',
  basis: '《信访工作条例》第二十八条',
};
export type RecusalWords = typeof zh;

const en: RecusalWords = {
  name: 'Ask the handler to withdraw',
  means: 'If whoever handles it is tied to the matter or to the other side, you may ask for somebody else.',
  title: 'Ask that the handler withdraw',
  lead: (title, handler) =>
    handler === ''
      ? `If you think that whoever handles “${title}” should not, you may ask them to withdraw.`
      : `${handler} handles “${title}”. If you think they should not, you may ask them to withdraw.`,
  reason: 'Why?',
  reasonHint:
    'For example: a relative or friend of the other side, or somebody with something to gain or lose. A sentence or two will do.',
  after:
    'The head of the body decides; about a head, the body above. Until then they do nothing in it, and no period is put off. You are told in writing.',
  send: 'Send the request',
  empty: 'Say in a sentence why',
  closed: 'There is no handler to ask it of now, or you have asked already and it is being decided.',
  done: 'Your request has come. Until it is decided, they do nothing in this matter.',
  basis: 'Regulation, art. 28',
};

export const RECUSAL_TEXTS = { zh, en };
