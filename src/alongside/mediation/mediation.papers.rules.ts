import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';
import { MEDIATION_LABELS, type MediationKind } from '../../domain/proceedings.ts';
import { heading, type PaperParagraph, paperDay, paragraph } from '../documents/paper.contract.ts';

export interface Promised {
  readonly what: string;
  readonly who: string;
  readonly due: Day;
}

/** Content of a mediation's end (kind `note`): the facts, or why it failed; and what was promised, in the order of the facts' days. */
export interface AgreementNote {
  readonly text: string;
  readonly promises?: readonly { readonly what: string; readonly who: string }[];
}

/** D23 调解协议书: parties, facts, what each side promises and by when, when it takes effect, the court's confirmation. */
export function agreementText(agreement: {
  readonly number: string;
  readonly gist: Gist;
  readonly kind: MediationKind;
  readonly petitioner: string;
  readonly other: string;
  readonly mediators: string;
  readonly facts: string;
  readonly promises: readonly Promised[];
}): readonly PaperParagraph[] {
  const { number, gist, kind, petitioner, other, mediators, facts, promises } = agreement;
  return [
    paragraph(`信访事项编号：${number}，“${gist.title}”。`),
    paragraph(`当事人：${petitioner}；${other}。调解人员：${mediators}（${MEDIATION_LABELS[kind].zh}）。`),
    heading('一、事实和争议'),
    paragraph(facts.trim()),
    heading('二、双方自愿达成协议'),
    ...promises.map((one) =>
      paragraph(
        `${one.who.trim() === '' ? '' : `${one.who.trim()}：`}${one.what.trim()}，${paperDay(one.due)}前履行。`,
      ),
    ),
    heading('三、效力'),
    paragraph('本协议自双方签名、调解人员签名并盖章之日起生效，各方应当履行。'),
    ...(kind === 'administrative'
      ? []
      : [
          paragraph(
            '双方可以自本协议生效之日起30日内，共同向有管辖权的人民法院申请司法确认（《人民调解法》第三十三条）。',
          ),
        ]),
    paragraph('本协议不影响任何一方依法享有的其他权利，包括以后依法提出信访、诉讼的权利。'),
  ];
}
