import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';
import {
  ORDER_DEFECT_LABELS,
  ORDER_WAY_LABELS,
  type OrderDefect,
  type OrderWay,
  PROPOSAL_LABELS,
  type ProposalKind,
} from '../../domain/proceedings.ts';
import { heading, type PaperParagraph, paperDay, paragraph } from '../documents/paper.contract.ts';

/** D25 督办函: the defect found and its article, the demand, the day. */
export function orderText(order: {
  readonly number: string;
  readonly gist: Gist;
  readonly way: OrderWay;
  readonly defect: OrderDefect;
  readonly demand: string;
  readonly due: Day;
  readonly raisedBy?: string | undefined;
}): readonly PaperParagraph[] {
  const { number, gist, way, defect, demand, due, raisedBy } = order;
  return [
    paragraph(`你单位办理的“${gist.title}”信访事项（编号${number}），经督查发现：${ORDER_DEFECT_LABELS[defect].zh}。`),
    ...(raisedBy ? [paragraph(`期限届满没有答复，信访人已向上级提出（编号${raisedBy}）。`)] : []),
    paragraph(`要求：${demand.trim()}`),
    paragraph(`请于${paperDay(due)}前书面回复整改和办理情况。督办方式：${ORDER_WAY_LABELS[way].zh}。`),
    paragraph('依据：《信访工作条例》第四十条第一款。'),
  ];
}

/** D26 三项建议: facts, problem, proposal, and that adoption is answered in writing. */
export function proposalText(proposal: {
  readonly number: string;
  readonly gist: Gist;
  readonly kind: ProposalKind;
  readonly problem: string;
  readonly proposal: string;
  readonly days: number;
}): readonly PaperParagraph[] {
  return [
    paragraph(
      `在办理“${proposal.gist.title}”（编号${proposal.number}）中发现以下问题，现提出${PROPOSAL_LABELS[proposal.kind].zh}。`,
    ),
    heading('一、事实和问题'),
    paragraph(proposal.problem.trim()),
    heading('二、建议'),
    paragraph(proposal.proposal.trim()),
    paragraph(`请书面反馈是否采纳，一般在${proposal.days}日内；不采纳的，说明理由。`),
    paragraph('依据：《信访工作条例》第十四条、第四十条。'),
  ];
}
