import { type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';

/** D13 延长办理期限告知书: the reason and the new day (条例 34). */
export function extensionText(
  number: string,
  gist: Gist,
  days: number,
  reason: string,
  due: Day,
): readonly PaperParagraph[] {
  return [
    paragraph(`您反映的“${gist.title}”（编号${number}），情况复杂，经我单位负责人批准，办理期限延长${days}日。`),
    paragraph(`理由：${reason.trim()}`),
    paragraph(`延长以后，最晚${paperDay(due)}书面答复您。`),
    paragraph('依据：《信访工作条例》第三十四条。'),
  ];
}
