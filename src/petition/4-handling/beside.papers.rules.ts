import { type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';

interface About {
  readonly number: string;
  readonly gist: Gist;
}

/** D12 补充材料通知书: one full list, by when, and that handling goes on meanwhile. */
export function supplementText({
  number,
  gist,
  list,
  due,
}: About & { list: string; due: Day }): readonly PaperParagraph[] {
  return [
    paragraph(`您反映的“${gist.title}”（编号${number}），请在${paperDay(due)}前补充下列材料：`),
    ...list
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => paragraph(line)),
    paragraph(
      '材料可以在网上补充，也可以送到我单位。等待期间照常办理，期限不因此延长；补不齐的，也会按现有材料答复您。',
    ),
  ];
}

/** To a body that is asked to contribute: what is asked, by when; the asking body leads and answers. */
export function contributionText({
  number,
  gist,
  ask,
  due,
}: About & { ask: string; due: Day }): readonly PaperParagraph[] {
  return [
    paragraph(`我单位正在办理“${gist.title}”的信访事项（编号${number}），其中涉及你单位职责，请协助：`),
    paragraph(ask.trim()),
    paragraph(`请在${paperDay(due)}前书面回复。该事项由我单位牵头，统一答复信访人（《信访工作条例》第二十四条）。`),
  ];
}

const ITEMS = { '31(1)': '一', '31(2)': '二', '31(4)': '四' } as const;

/** Why handling ends and whom to turn to: the matter is in a legal procedure (条例 28¶2, 31; E22, E23). */
export function endText({
  number,
  gist,
  route,
  explain,
  body,
}: About & { route: keyof typeof ITEMS; explain: string; body: string }): readonly PaperParagraph[] {
  return [
    paragraph(
      `您反映的“${gist.title}”（编号${number}），经核实已经进入法定程序（《信访工作条例》第三十一条第${ITEMS[route]}项）。${explain.trim()}`,
    ),
    paragraph(`请在该程序中主张权利，由${body.trim()}依法处理；我单位不再按信访程序办理。`),
    paragraph('请注意：提出信访不能使诉讼、仲裁、行政复议的期限停下来。'),
    paragraph('依据：《信访工作条例》第二十八条第二款、第三十一条。'),
  ];
}

/** D34 回避决定书. */
export function recusalText({
  number,
  gist,
  who,
  granted,
  reason,
}: About & { who: string; granted: boolean; reason: string }) {
  return [
    paragraph(
      `关于“${gist.title}”的信访事项（编号${number}），${who}${granted ? '应当回避，由其他工作人员办理' : '不需要回避'}。`,
    ),
    paragraph(`理由：${reason.trim()}`),
    paragraph('依据：《信访工作条例》第二十八条第三款。'),
  ];
}
