import { type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';

/** D11 指定受理决定: the bodies in dispute, who is named, from when (条例 24¶1). */
export function competenceText(decision: {
  readonly number: string;
  readonly gist: Gist;
  readonly parties: readonly string[];
  readonly to: string;
  readonly reasons: string;
  readonly on: Day;
}): readonly PaperParagraph[] {
  const { number, gist, parties, to, reasons, on } = decision;
  return [
    paragraph(`关于“${gist.title}”的信访事项（编号${number}），${parties.join('、')}对由谁受理意见不一致。`),
    paragraph(`经研究：${reasons.trim()}`),
    paragraph(`现决定自${paperDay(on)}起，由${to}受理，依法办理并书面告知信访人；不得再提异议。`),
    paragraph('依据：《信访工作条例》第二十四条第一款。'),
  ];
}

/** The letter a sealed report is passed on with: nothing of its content, only where its rules stand (条例 22¶2, 30). */
export function reportTransferText(number: string, remark: string): readonly PaperParagraph[] {
  return [
    paragraph(`现将检举控告材料一件（编号${number}）按干部管理权限移交你单位，请依规依纪依法接收、办理和反馈。`),
    ...(remark.trim() === '' ? [] : [paragraph(remark.trim())]),
    paragraph(
      '检举、揭发材料和有关情况，不得透露或者转给被检举、揭发的人员或者单位（《信访工作条例》第三十条第三款）。',
    ),
  ];
}
