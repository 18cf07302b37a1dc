/** Words of standing in for somebody who is away. */
export const SUBSTITUTE_TEXTS = {
  title: { zh: '请人代岗', en: 'Substitutes' },
  why: {
    zh: '不在的日子，请一位同事代岗：他照自己的账号登录，多出您的岗位；自己拟的还是不能自己签。管理、审计和检举件专管岗位不能代。',
    en: 'While you are away a colleague stands in: they sign in as themselves and hold your posts too; nobody approves what they drafted. Posts that administer, audit or keep sealed reports never pass.',
  },
  none: { zh: '现在没有人代岗。', en: 'Nobody stands in at present.' },
  line: (away: string, substitute: string, days: string) => ({
    zh: `${substitute}代${away}，${days}`,
    en: `${substitute} for ${away}, ${days}`,
  }),
  days: (from: string, to: string) => ({ zh: `${from}到${to}`, en: `${from} to ${to}` }),
  end: { zh: '结束', en: 'End it' },
  ended: { zh: '代岗已结束', en: 'It has ended' },
  away: { zh: '谁不在', en: 'Who is away' },
  substitute: { zh: '由谁代', en: 'Who stands in' },
  choose: { zh: '请选择', en: 'Choose' },
  from: { zh: '从哪天起', en: 'From' },
  to: { zh: '到哪天为止', en: 'To, including' },
  name: { zh: '定下来', en: 'Name them' },
  named: { zh: '已定下', en: 'Done' },
  needSubstitute: { zh: '请选一位同事', en: 'Choose a colleague' },
  needFrom: { zh: '请选第一天', en: 'Choose the first day' },
  needTo: { zh: '请选最后一天', en: 'Choose the last day' },
  nobody: { zh: '本单位没有别的同事可以代。', en: 'There is no colleague at your body who could.' },
  mine: { zh: '我自己', en: 'Myself' },
} as const;
