interface Words {
  readonly status: number;
  readonly said: { readonly zh: string; readonly en: string };
  readonly field?: string;
}

/** Why something cannot be done with one's list of petitions, whichever door it is asked by. */
export const MINE_REFUSALS = {
  'mine-first': {
    status: 401,
    said: {
      zh: '请先用手机号和验证码进“我的诉求”',
      en: 'Open “My petitions” first, with your mobile number and a code',
    },
  },
  'mine-not-mobile': {
    status: 422,
    field: 'phone',
    said: { zh: '请写11位的手机号，验证码只能发到手机', en: 'Give a mobile number of 11 digits; the code goes there' },
  },
  'mine-too-many': {
    status: 429,
    field: 'phone',
    said: { zh: '发得太多了，请过一个小时再试', en: 'Too many codes were asked for. Try again in an hour' },
  },
  'mine-wrong': {
    status: 422,
    field: 'code',
    said: { zh: '验证码不对，请看一下短信再输', en: 'That is not the code. Look at the message and type it again' },
  },
  'mine-over': {
    status: 422,
    field: 'code',
    said: {
      zh: '这个验证码过期了，或者输错太多次。请再发一次',
      en: 'This code is over, or was mistyped too often. Send another',
    },
  },
  'mine-full': {
    status: 409,
    field: 'code',
    said: {
      zh: '放满了50件。请先拿掉几件，诉求本身不受影响',
      en: 'The list holds 50 and is full. Take some off it first; the petitions stay as they are',
    },
  },
  'mine-not-kept': {
    status: 404,
    said: { zh: '您的清单里没有这一件', en: 'This one is not on your list' },
  },
  'mine-shut': {
    status: 409,
    said: {
      zh: '原来的查询码或者第二样用不上了，可能是换了查询码，或者换了接着办的人。请再写一遍',
      en: 'The code or second key you gave no longer opens it: the code may have been replaced, or somebody has taken over. Please give them again',
    },
  },
} as const satisfies Record<string, Words>;
export type MineRefusal = keyof typeof MINE_REFUSALS;

/** A refusal by its code. */
export function refuseMine(code: MineRefusal) {
  return { refused: true, code, ...MINE_REFUSALS[code] } as const;
}
