import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';
import { type PaperParagraph, paperDay, paragraph } from '../documents/paper.contract.ts';

/** D22 听证通知书: when, where, about what, who leads it and who decides, and the rights of whoever is invited. */
export function hearingNotice(notice: {
  readonly number: string;
  readonly gist: Gist;
  /** Of the re-review, whose days then stand still; else of the handling or the review. */
  readonly excluded: boolean;
  readonly heldOn: Day;
  readonly at: string;
  readonly topic: string;
  readonly materials: string;
  readonly chair: string;
  readonly members: number;
  readonly names: string;
  readonly representatives: number;
  readonly agents: number;
}): readonly PaperParagraph[] {
  const { number, gist, heldOn, at, topic, materials, chair, members, names, representatives, agents } = notice;
  return [
    paragraph(`关于“${gist.title}”的信访事项（编号${number}），定于${paperDay(heldOn)}（${at.trim()}）举行听证。`),
    paragraph(`听证内容：${topic.trim()}`),
    ...(materials.trim() === '' ? [] : [paragraph(`听证材料：${materials.trim()}`)]),
    paragraph(`主持人：${chair.trim()}；听证员${members}人${names.trim() === '' ? '' : `：${names.trim()}`}。`),
    paragraph(
      `您可以陈述、举证、质证，可以委托${agents}名以内的代理人；多人的，推选不超过${representatives}名代表参加。您可以申请与本件有利害关系的听证人员回避。`,
    ),
    paragraph('听证公开举行，涉及国家秘密、商业秘密、个人隐私的除外。没有正当理由不到场的，视为放弃听证。'),
    paragraph(
      notice.excluded
        ? '从决定听证到作出结论的这段时间，不计算在办理期限内。'
        : '听证期间，办理期限照常计算，不因听证停下。',
    ),
    paragraph('依据：《信访工作条例》第三十一条第六项、第三十六条第二款。'),
  ];
}

/** The conclusion, by majority of the members, with the day the hearing was held. */
export function hearingConclusion(conclusion: {
  readonly number: string;
  readonly gist: Gist;
  readonly heldOn: Day;
  readonly members: number | undefined;
  readonly agreeing: number | undefined;
  readonly text: string;
}): readonly PaperParagraph[] {
  const { number, gist, heldOn, members, agreeing, text } = conclusion;
  const votes = members === undefined || agreeing === undefined ? '' : `（听证员${members}人，${agreeing}人同意）`;
  return [
    paragraph(`关于“${gist.title}”的信访事项（编号${number}），已于${paperDay(heldOn)}举行听证。`),
    paragraph(`经听证员评议，按多数意见${votes}形成结论：${text.trim()}`),
    paragraph('听证笔录已经参加人核对签名。听证结论是作出处理、复查、复核意见的依据之一，不代替意见书。'),
  ];
}
