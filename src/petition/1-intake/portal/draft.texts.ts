import { FILING_TEXTS } from './filing.texts.ts';

interface Words {
  readonly status: number;
  readonly said: { readonly zh: string; readonly en: string };
  readonly field?: string;
}

const { zh, en } = FILING_TEXTS;

/** Why something cannot be done with a draft, whichever door it is asked by. */
export const DRAFT_REFUSALS = {
  'no-draft': {
    status: 404,
    said: {
      zh: '没有这份草稿，或者已经过了14天。用草稿码可以接着写',
      en: 'There is no such draft, or its 14 days are over. A draft code opens it again',
    },
  },
  'draft-moved': { status: 409, said: { zh: zh.resume.moved, en: en.resume.moved } },
  'sent-already': {
    status: 409,
    said: {
      zh: '这一件已经发出，不能再改。要补充的，请到“查询评价”里“补充材料”',
      en: 'This one has been sent and cannot be changed. Add to it under “Follow and rate”',
    },
  },
  'resume-code': { status: 422, field: 'code', said: { zh: zh.resume.wrong, en: en.resume.wrong } },
  'resume-too-many': { status: 429, field: 'code', said: { zh: zh.resume.tooMany, en: en.resume.tooMany } },
  'phone-not-mobile': {
    status: 422,
    field: 'phone',
    said: {
      zh: '验证码只能发到手机，请先在“您是谁”里写手机号',
      en: 'A code can be sent to a mobile phone only; give one in the step `you` first',
    },
  },
  'phone-wrong': { status: 422, field: 'code', said: { zh: zh.phone.wrong, en: en.phone.wrong } },
  'phone-over': { status: 422, field: 'code', said: { zh: zh.phone.over, en: en.phone.over } },
  'phone-too-many': { status: 429, field: 'code', said: { zh: zh.phone.tooMany, en: en.phone.tooMany } },
  'report-no-message': {
    status: 409,
    said: {
      zh: '检举件不发短信，手机不用确认',
      en: 'No message is sent for a report of wrongdoing; the phone need not be confirmed',
    },
  },
} as const satisfies Record<string, Words>;
export type DraftRefusal = keyof typeof DRAFT_REFUSALS;

/** A refusal by its code. */
export function refuseDraft(code: DraftRefusal) {
  return { refused: true, code, ...DRAFT_REFUSALS[code] } as const;
}
