import type { Said } from '../../domain/refusals.ts';

/** Why nothing is owed by a body now. */
export const AT_REST = {
  imported: { zh: '来源没有说下一步', en: 'The source states no next step' },
  window: (day: string) => ({
    zh: `等信访人：最晚${day}可以申请复查、复核`,
    en: `It is for the petitioner: review may be asked for until ${day}`,
  }),
  rating: (day: string) => ({ zh: `等信访人评价，到${day}`, en: `The petitioner may rate until ${day}` }),
  agreement: { zh: '等约定的事履行', en: 'What was agreed is to be performed' },
  final: { zh: '信访程序已经终结，没有下一步', en: 'The petition procedure has ended; nothing follows' },
  withdrawn: { zh: '信访人已撤回', en: 'The petitioner has withdrawn it' },
  merged: (into: string) => ({ zh: `已并入 ${into}`, en: `Merged into ${into}` }),
  archived: { zh: '已归档', en: 'Archived' },
  concluded: { zh: '已办结，可以归档', en: 'Concluded; it may be archived' },
} as const satisfies Record<string, Said | ((text: string) => Said)>;
