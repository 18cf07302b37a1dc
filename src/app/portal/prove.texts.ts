const zh = {
  title: '核对存证',
  h1: '回执、文书核对',
  lead: '每张回执、每份文书上都有一个存证码。输进来，看它是不是原样记在总账里。',
  code: '存证码',
  hint: '24位的数字和字母，空格、大小写都不要紧；扫文书上的二维码不用输。',
  go: '核对',
  bad: '存证码至少要有24位，只有数字和字母a到f',
  none: '总账里没有这个存证码',
  noneWhy: '先看看有没有抄错。刚收到的，过十秒再查。还是没有，请打电话问，别急着丢掉手里的那张。',
  found: '在总账里，原样没动',
  place: '总账第几条',
  placeText: (index: number) => `第${index + 1}条`,
  signed: '签名',
  signedText: (day: string, time: string, size: number) =>
    `${day} ${time}，对前${size}条签的名。这一条的内容、时间、先后，从那时起改一个字都对不上。`,
  compare: '这里只说有这一条，不说写的是什么。手里的文字对不对，请和“查询评价”里的原文比，或者用存证文件核对。',
  fullCode: '全码',
  self: '不信我们，自己核对',
  selfText:
    '在“查询评价”里可以下载存证文件，用一个不到两百行的小程序在自己的电脑上核对，不经过我们。检查点谁都可以存一份，存得越早、存的人越多，我们越改不了。',
  checkpoint: '存一份检查点',
  script: '下载核对程序',
  line: (code: string) => `存证码 ${code}`,
  lineText: '在“核对存证”输入，或者扫码，看它有没有被改过。',
  file: '下载存证文件',
  waiting: '存证码过几秒就有，刷新这一页。',
  qr: '核对用的二维码',
};
export type ProveWords = typeof zh;

const en: ProveWords = {
  title: 'Check a record',
  h1: 'Check a receipt or a paper',
  lead: 'Each receipt and each paper carries a record code. Enter it to see whether it stands in the log as it was.',
  code: 'Record code',
  hint: '24 digits and letters; spaces and capitals do not matter. With the QR code nothing is typed.',
  go: 'Check',
  bad: 'A record code has 24 digits or more: digits and the letters a to f',
  none: 'This code is not in the log',
  noneWhy:
    'See whether it was copied right. What arrived just now is there in ten seconds. If it still is not, call us, and keep the sheet you have.',
  found: 'It stands in the log, unchanged',
  place: 'Entry',
  placeText: (index) => `No. ${index + 1}`,
  signed: 'Signed',
  signedText: (day, time, size) =>
    `${day} ${time}, over the first ${size} entries. From then on no word, time or order of it can change without showing.`,
  compare:
    'This says that the record is there, and not what it says. Compare the words you hold with those on the page of the petition, or with the proof.',
  fullCode: 'In full',
  self: 'Do not trust us: check it yourself',
  selfText:
    'On the page of your petition you can download a proof and check it on your own computer with a program of less than two hundred lines, without us. Anybody may keep a checkpoint: the earlier, and the more people do, the less we could change.',
  checkpoint: 'Keep a checkpoint',
  script: 'Download the program',
  line: (code) => `Record code ${code}`,
  lineText: 'Enter it under “Check a record”, or scan it, to see that nothing was changed.',
  file: 'Download the proof',
  waiting: 'The code is there in some seconds; load this page again.',
  qr: 'QR code to check it',
};

export const PROVE_TEXTS = { zh, en };
