import { type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Body } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';

/** D7 转送函 and D8 交办函: what is sent, the notice it owes, the time to object. */
export function forwardingText(letter: {
  number: string;
  gist: Gist;
  to: Body;
  people: string;
  feedbackDue?: Day | undefined;
  remark: string;
}): readonly PaperParagraph[] {
  const { number, gist, people, feedbackDue, remark } = letter;
  return [
    paragraph(
      `现将${people}反映“${gist.title}”的信访事项（编号${number}）${feedbackDue ? '交你单位办理' : '转你单位依法办理'}。`,
    ),
    ...(remark.trim() === '' ? [] : [paragraph(remark.trim())]),
    paragraph('请自收到之日起15日内，书面告知信访人接收情况以及处理途径和程序（《信访工作条例》第二十三条）。'),
    paragraph('认为不属于你单位职权范围的，请自收到之日起5个工作日内提出异议，详细说明理由，经我单位核实同意后退回。'),
    ...(feedbackDue
      ? [paragraph(`请于${paperDay(feedbackDue)}前反馈办理结果，并附送达信访人的答复（《信访工作条例》第二十二条）。`)]
      : []),
    paragraph('附件：信访件原文及材料（已随系统转送）。'),
  ];
}

/** D3: where the matter went, told by a body that received it directly (条例 23¶1). */
export function destinationText(number: string, gist: Gist, to: Body, on: Day): readonly PaperParagraph[] {
  return [
    paragraph(
      `您反映的“${gist.title}”（编号${number}），按职权不由我单位直接办理，已于${paperDay(on)}转送${to.name.zh}。`,
    ),
    paragraph(`${to.name.zh}电话：${to.phone}。您可以凭查询码随时查看办到哪一步。`),
    paragraph('依据：《信访工作条例》第二十三条。'),
  ];
}

/** D10 异议书. */
export function objectionText(number: string, reasons: string, suggests: Body | undefined): readonly PaperParagraph[] {
  return [
    paragraph(`你单位转送的信访事项（编号${number}）收悉。经研究，认为不属于我单位职权范围，理由如下：`),
    paragraph(reasons.trim()),
    ...(suggests ? [paragraph(`建议转送${suggests.name.zh}。`)] : []),
    paragraph('依据《信访工作条例》第二十三条第三款，请核实同意后予以退回。'),
  ];
}
