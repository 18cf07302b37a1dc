import { two } from './filing-zh.texts.ts';

const zh = {
  youLead: '可以不写名字。写了姓名和电话的，只有专管检举材料的人看得到；要找您核实、答复您，才找得到人。',
  anonymousHint: '匿名的也登记、也转。没有名字和电话，就没法找您核实、答复您；能说清时间、地点、人和事，才好查下去。',
  phoneHint: '要找您核实、答复时才用。不发短信。',
  reported: '您检举谁？',
  reportedHint: '姓名、单位、职务，知道多少写多少。',
  whatLead: '想到哪儿写到哪儿，不用写成公文。能说到这几样，就好查：',
  whatHints: ['什么时候、在什么地方', '他做了什么，牵涉多少钱、哪些人', '您是怎么知道的，谁能证明'],
  askH1: '还有什么要求？',
  askLead: '不写也行，直接往下走。',
  askExamples: '例如：查清楚；把结果告诉我；为我保密。',
  privacyText: (body: string, phone: string, address: string) => [
    `${body}收下这些，只为一件事：封存起来，按干部管理权限转给纪检监察机关办理。只有专管检举材料的人，说明用途、经第二个人同意，才打得开，谁打开过都有记录。绝不会交给被检举的人和单位，也不会公开。`,
    `您可以要求更正、删除不该留的：${phone}，${body}，${address}，只跟专管检举材料的人说。`,
  ],
  sendText:
    '按下“发出”，就是说您写的是您知道的实情。发出后马上给您一个登记号，没有查询码。不小心按了两次，也只算一件。',
  receiptTitle: '收到了，已经封存',
  receiptLead:
    '您的检举已经封存。这一页只有登记号，没有您写的内容；抄下登记号，按最下面的“离开”，这台机器上就什么都不留。',
  next: '接下来会怎样',
  registered: two('登记。', '专管检举材料的人经第二个人同意打开，登记在册。'),
  passed: two('移交。', '按干部管理权限转给纪检监察机关，由他们照自己的规定办理。'),
  answered: two('找您核实、答复。', '留了姓名和电话的，由办理的机关找您。我们不打电话问您写了什么。'),
  ways: '以后怎么问、怎么补',
  waysText: '这一件没有查询码，网上查不到，也不发短信。要问、要补充，带着登记号找专管检举材料的人：',
  keep: '抄下登记号',
};

const en: typeof zh = {
  youLead:
    'You need not give a name. A name and phone are read by the keepers of reports alone; with them you can be asked and answered.',
  anonymousHint:
    'It is registered and passed on without a name too. Nobody can then ask you or answer you; say when, where, who and what.',
  phoneHint: 'Used to ask or answer you only. No message is sent.',
  reported: 'Whom do you report?',
  reportedHint: 'Name, unit and post, as far as you know.',
  whatLead: 'In your own words. It helps to say:',
  whatHints: ['when and where', 'what they did, how much money and who else', 'how you know, and who can confirm it'],
  askH1: 'Anything you ask for?',
  askLead: 'Optional; just go on.',
  askExamples: 'For example: find out the facts; tell me the outcome; keep my name secret.',
  privacyText: (body, phone, address) => [
    `${body} takes this for one thing: to seal it and pass it to the competent discipline body. Its keepers alone open it, for a stated purpose and with a second person’s consent, and each opening is recorded. It never goes to whoever is reported, and is never published.`,
    `You may have it corrected, or have deleted what should not be kept: ${phone}, ${body}, ${address}; speak to the keeper of reports only.`,
  ],
  sendText:
    'By pressing Send you say that what you wrote is true as far as you know. You get a number at once, and no query code. Pressing twice counts once.',
  receiptTitle: 'Received and sealed',
  receiptLead:
    'Your report is sealed. This page shows its number and nothing of what you wrote. Write the number down and press Leave at the end: nothing stays on this device.',
  next: 'What happens next',
  registered: two('Registered. ', 'Its keeper opens it with a second person’s consent and puts it on record.'),
  passed: two('Passed on. ', 'It goes to the competent discipline body, which deals with it under its own rules.'),
  answered: two(
    'You are asked and answered. ',
    'By that body, if you left a name and phone. We never call to ask what you wrote.',
  ),
  ways: 'Asking later, adding to it',
  waysText:
    'This one has no query code, cannot be looked up online, and no message is sent. Ask the keeper of reports with its number:',
  keep: 'Write down the number',
};

/** What is said otherwise to whoever writes a report of wrongdoing (条例 30¶3). */
export const SEALED_TEXTS = { zh, en } as const;
