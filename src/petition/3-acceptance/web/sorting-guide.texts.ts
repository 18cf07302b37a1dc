import type { Sentence } from '../../../platform/http/route.contract.ts';

/** The words of the guide that finds the route. */
export const SORTING_GUIDE_TEXTS = {
  open: { zh: '帮我判断途径', en: 'Help me find the route' },
  close: { zh: '收起', en: 'Put away' },
  step: (at: number) => ({ zh: `第${at}题`, en: `Question ${at}` }),
  next: { zh: '下一题', en: 'Next' },
  back: { zh: '上一题', en: 'Back' },
  again: { zh: '从头再来', en: 'Start again' },
  keys: {
    zh: '按数字选，是、不是也可以按 Y、N；退格键回到上一题',
    en: 'Press the number, or Y and N; Backspace goes back',
  },
  needAnswer: { zh: '先选一个', en: 'Choose one first' },
  found: { zh: '应当走', en: 'The route is' },
  clock: { zh: '办理期限', en: 'Our period' },
  remedy: { zh: '不服', en: 'Remedy' },
  body: { zh: '去哪里', en: 'Where' },
  limit: { zh: '申请时限', en: 'Apply within' },
  materials: { zh: '材料', en: 'Papers' },
  use: { zh: '用这条途径', en: 'Use this route' },
  used: { zh: '已经填到下面，请核对后再提交', en: 'Filled in below; check it before sending' },
  onlyHelp: {
    zh: '按条例29、30、31的顺序提问，先符合的先走。由您判断、由您决定。',
    en: 'Asks in the order of arts 29, 30 and 31; the first that holds applies. You judge, and you decide.',
  },
  leadOut: {
    zh: '这条途径不在“受理”里办，请用“导入法定途径”。',
    en: 'This route is not accepted; use “Lead into the legal procedure”.',
  },
  acceptIt: {
    zh: '这条途径由本单位自己办，请用“受理”。',
    en: 'This route is for the body itself; use “Accept”.',
  },
  reportWay: {
    zh: '检举控告不在这里受理，也不导入：交给检举件专管员，按干部管理权限转纪检监察机关。',
    en: 'A report is neither accepted nor led out here: it goes to the keeper of sealed reports, and on to discipline inspection.',
  },
} as const satisfies Record<string, Sentence | ((at: number) => Sentence)>;
