/** Words of handing over what an officer has in hand. */
export const HANDOVER_TEXTS = {
  title: { zh: '交接手上的件', en: 'Hand over matters' },
  why: {
    zh: '有人调走、离职或者长期不在，把他手上承办的件一次交给另一位。每一件都照“指定承办人”记录在案，期限不变。',
    en: 'When somebody leaves or is away for long, what they handle goes to another at once. Each matter records it like “Name the handler”; no date changes.',
  },
  from: { zh: '谁手上的', en: 'Whose' },
  to: { zh: '交给谁', en: 'To whom' },
  choose: { zh: '请选择', en: 'Choose' },
  inHand: (name: string, n: number) => ({ zh: `${name}（${n} 件）`, en: `${name} (${n})` }),
  unrelated: {
    zh: '接手的人跟这些事项和信访人没有直接利害关系（条例28③）；有的，先到那一件里另外指定',
    en: 'Whoever takes over has no direct interest in these matters or petitioners (art. 28 para. 3); where they do, name another handler on that matter first',
  },
  needFrom: { zh: '请选是谁手上的', en: 'Choose whose matters' },
  needTo: { zh: '请选交给谁', en: 'Choose who takes over' },
  needUnrelated: { zh: '问清楚以后打勾', en: 'Ask, then tick' },
  go: { zh: '交接', en: 'Hand over' },
  moved: (n: number) => ({ zh: `已交接 ${n} 件。`, en: `${n} handed over.` }),
  left: (n: number) => ({ zh: `还有 ${n} 件，请再按一次“交接”。`, en: `${n} are left; press once more.` }),
  refused: (n: number) => ({ zh: `有 ${n} 件没有交接，还在原来的人手上：`, en: `${n} stay where they are:` }),
  nothing: { zh: '本单位没有人手上有件。', en: 'Nobody of your body has a matter in hand.' },
} as const;
