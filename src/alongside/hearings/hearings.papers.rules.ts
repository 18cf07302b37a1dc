import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';
import { type PaperParagraph, paperDay, paragraph } from '../documents/paper.contract.ts';

/** D22 听证通知书: when, where, about what, who leads it, and the rights of whoever is invited. */
export function hearingNotice(notice: {
  readonly number: string;
  readonly gist: Gist;
  readonly heldOn: Day;
  readonly at: string;
  readonly topic: string;
  readonly chair: string;
  readonly members: number;
  readonly representatives: number;
  readonly agents: number;
}): readonly PaperParagraph[] {
  const { number, gist, heldOn, at, topic, chair, members, representatives, agents } = notice;
  return [
    paragraph(`关于“${gist.title}”的信访事项（编号${number}），定于${paperDay(heldOn)}（${at.trim()}）举行听证。`),
    paragraph(`听证内容：${topic.trim()}`),
    paragraph(`主持人：${chair.trim()}；听证员${members}人。`),
    paragraph(
      `您可以陈述、举证、质证，可以委托${agents}名以内的代理人；多人的，推选不超过${representatives}名代表参加。您可以申请与本件有利害关系的听证人员回避。`,
    ),
    paragraph('听证公开举行，涉及国家秘密、商业秘密、个人隐私的除外。没有正当理由不到场的，视为放弃听证。'),
    paragraph('依据：《信访工作条例》第三十一条第六项、第三十六条第二款。'),
  ];
}

/** The conclusion, by majority of the members, with the day the hearing was held. */
export function hearingConclusion(
  number: string,
  gist: Gist,
  heldOn: Day,
  conclusion: string,
): readonly PaperParagraph[] {
  return [
    paragraph(`关于“${gist.title}”的信访事项（编号${number}），已于${paperDay(heldOn)}举行听证。`),
    paragraph(`经听证员评议，按多数意见形成结论：${conclusion.trim()}`),
  ];
}
