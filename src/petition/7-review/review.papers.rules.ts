import {
  chineseItem,
  heading,
  type PaperParagraph,
  paperDay,
  paragraph,
} from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import {
  REVIEW_GROUND_LABELS,
  REVIEW_LEVEL_LABELS,
  REVIEW_OUTCOME_LABELS,
  REVIEW_REFUSAL_LABELS,
  type ReviewGround,
  type ReviewLevel,
  type ReviewOutcome,
  type ReviewRefusal,
  SUBSTANTIVE_GROUNDS,
} from '../../domain/proceedings.ts';

/** What every paper of a review begins with. */
export interface ReviewPaper {
  readonly number: string;
  readonly title: string;
  readonly level: ReviewLevel;
  /** Whose opinion is attacked: the body that handled it, or in re-review the reviewer. */
  readonly respondent: string;
  readonly attacked: AttackedPaper | undefined;
  readonly filedOn: Day;
  readonly askedOn: Day;
}

export interface AttackedPaper {
  readonly title: string;
  readonly number: string;
  readonly on: Day;
}

/** 《信访事项处理意见书》（临住信处〔2026〕1号，2026年3月2日） */
function cited({ title, number, on }: AttackedPaper): string {
  return `《${title}》（${[number, paperDay(on)].filter((part) => part !== '').join('，')}）`;
}

function articleOf(level: ReviewLevel): string {
  return level === 'review' ? '《信访工作条例》第三十五条' : '《信访工作条例》第三十六条';
}

function intake(paper: ReviewPaper): PaperParagraph {
  const level = REVIEW_LEVEL_LABELS[paper.level].zh;
  const about = paper.attacked ? `作出的${cited(paper.attacked)}` : '的答复';
  const came =
    paper.filedOn === paper.askedOn
      ? `本机关于${paperDay(paper.askedOn)}收到`
      : `您于${paperDay(paper.filedOn)}提出，本机关于${paperDay(paper.askedOn)}收到`;
  return paragraph(
    `您不服${paper.respondent}对“${paper.title}”（编号${paper.number}）${about}，申请${level}，${came}。`,
  );
}

/** D18, accepting: when it was received, by when it is decided (条例 35, 36). */
export function acceptedText(paper: ReviewPaper & { readonly due: Day }): readonly PaperParagraph[] {
  const level = REVIEW_LEVEL_LABELS[paper.level].zh;
  const heard = paper.level === 'final' ? '决定听证的，听证所需时间不计算在内，会另行通知您。' : '';
  return [
    intake(paper),
    paragraph(
      `经审查，决定受理。本机关自收到申请之日起30日内作出书面${level}意见，最晚${paperDay(paper.due)}（${articleOf(paper.level)}）。${heard}`,
    ),
    paragraph(
      `${level}只看原来的请求；有新的请求，请另外提出，会单独登记。有新的材料，请尽早交来，可以在网上凭查询码补充。`,
    ),
  ];
}

/** D18, declining: the reason from the closed list, in words, and that the answer stands. */
export function refusedText(
  paper: ReviewPaper & { readonly reason: ReviewRefusal; readonly explain: string },
): readonly PaperParagraph[] {
  const level = REVIEW_LEVEL_LABELS[paper.level].zh;
  return [
    intake(paper),
    paragraph(`经审查，决定不予受理。理由：${REVIEW_REFUSAL_LABELS[paper.reason].zh}。${paper.explain.trim()}`),
    paragraph(`原来的答复不变。认为这一决定不对的，可以打下面的电话问，也可以把材料补齐后，在${level}期限内再次申请。`),
  ];
}

/** D12: the whole list at once, the last day, and what follows if nothing comes. */
export function papersText(
  paper: ReviewPaper & { readonly list: string; readonly due: Day },
): readonly PaperParagraph[] {
  return [
    intake(paper),
    paragraph('为了弄清情况，请补充以下材料（一次告知，不会再要别的）：'),
    paragraph(paper.list.trim()),
    paragraph(`请在${paperDay(paper.due)}以前交来。本机关的30日不因补充材料停下来；到期没有交来的，按现有材料审查。`),
  ];
}

/** The substance of D19 and D20, and what it rests on. */
export interface ReviewOpinionPaper extends ReviewPaper {
  readonly applicant: string;
  readonly requests: readonly string[];
  readonly reason: string;
  readonly facts: string;
  readonly opinion: string;
  readonly outcome: ReviewOutcome;
  readonly grounds: readonly ReviewGround[];
  readonly redoDays: number;
  /** Who handles it again, where it is revoked. */
  readonly handler: string;
  /** By name, who may be asked for re-review. */
  readonly reviewers: readonly string[];
  readonly heardOn?: Day | undefined;
}

/** D19 复查意见书 and D20 复核意见书: parties, requests, facts, opinion, remedy or that it is final (条例 35, 36). */
export function reviewOpinionText(paper: ReviewOpinionPaper): readonly PaperParagraph[] {
  const level = REVIEW_LEVEL_LABELS[paper.level].zh;
  const heard = paper.heardOn ? `本机关于${paperDay(paper.heardOn)}举行了听证。` : '';
  return [
    paragraph(`申请人：${paper.applicant}`),
    paragraph(`被申请人：${paper.respondent}`),
    paragraph(
      `申请人不服被申请人对“${paper.title}”（编号${paper.number}）${paper.attacked ? `作出的${cited(paper.attacked)}` : '的答复'}，于${paperDay(paper.filedOn)}申请${level}，本机关于${paperDay(paper.askedOn)}收到并依法受理。${heard}现已审查完毕。`,
    ),
    heading(`${chineseItem(0)}、请求和理由`),
    ...paper.requests.map((request, at) => paragraph(`（${chineseItem(at)}）${request}`)),
    paragraph(`申请${level}的理由：${paper.reason.trim()}`),
    heading(`${chineseItem(1)}、查明的事实`),
    paragraph(paper.facts.trim()),
    heading(`${chineseItem(2)}、${level}意见`),
    paragraph(paper.opinion.trim()),
    paragraph(decisionOf(paper)),
    ...remedyOf(paper),
  ];
}

function decisionOf({ level, attacked, outcome, grounds, handler, redoDays }: ReviewOpinionPaper): string {
  const what = attacked ? cited(attacked) : '原答复';
  const why = grounds.map((ground) => REVIEW_GROUND_LABELS[ground].zh).join('、');
  const by = `依据${articleOf(level)}，决定：`;
  if (outcome === 'uphold') return `${by}${REVIEW_OUTCOME_LABELS.uphold.zh}${what}。`;
  if (outcome === 'change') return `${by}因${why}，变更${what}，以本意见为准。`;
  return `${by}因${why}，撤销${what}，责令${handler}自本意见作出之日起${redoDays}日内重新办理，书面答复申请人。`;
}

function remedyOf({ level, outcome, reviewers, heardOn }: ReviewOpinionPaper): readonly PaperParagraph[] {
  if (outcome === 'revoke') {
    return [paragraph('对重新办理后的答复不服的，可以自收到之日起30日内重新申请复查（《信访工作条例》第三十五条）。')];
  }
  if (level === 'review' && reviewers.length > 0) {
    const choice = reviewers.length > 1 ? '，由您选择其中一个' : '';
    return [
      paragraph(
        `如不服本复查意见，您可以自收到之日起30日内，向${reviewers.join('或者')}申请复核${choice}。申请时请写明请求、事实和理由，并附本复查意见书（《信访工作条例》第三十六条第一款）。`,
      ),
    ];
  }
  const top = level === 'review' ? '本机关之上没有可以申请复核的机关、单位。' : '';
  return [
    paragraph(
      `${top}本意见是信访程序的最终意见：仍以同一事实和理由提出的，各级党委和政府信访部门和其他机关、单位不再受理（《信访工作条例》第三十六条第三款）。有新的事实、新的证据或者新的理由，您可以重新提出。`,
    ),
    ...(level === 'final' && heardOn
      ? [paragraph('本意见经过听证，可以依法向社会公示（《信访工作条例》第三十六条第二款）。')]
      : []),
  ];
}

/** D21 重新办理通知书 to the body: why, by when, and what it may not do (E40). */
export function redoText(paper: {
  readonly number: string;
  readonly title: string;
  readonly level: ReviewLevel;
  readonly opinionNumber: string;
  readonly grounds: readonly ReviewGround[];
  readonly due: Day;
  readonly redoDays: number;
}): readonly PaperParagraph[] {
  const { number, title, level, opinionNumber, grounds, due, redoDays } = paper;
  const why = grounds.map((ground) => REVIEW_GROUND_LABELS[ground].zh).join('、');
  const ban = grounds.some((ground) => SUBSTANTIVE_GROUNDS.includes(ground));
  return [
    paragraph(
      `信访事项“${title}”（编号${number}），经本机关${REVIEW_LEVEL_LABELS[level].zh}（${opinionNumber}），原意见因${why}撤销，请你单位重新办理。`,
    ),
    paragraph(`请在${redoDays}日内办结，最晚${paperDay(due)}书面答复信访人，并告知其有权重新申请复查。`),
    paragraph(
      ban
        ? '不得以同一事实和理由作出与原意见基本相同的意见；查明了新的事实、证据或者有新的依据的，在意见里写明。'
        : '请纠正上述问题，逐项答复信访人的请求。',
    ),
  ];
}

/** D29 终结备案表: the opinions in their order, each with issuer, number and day. */
export function terminationText(paper: {
  readonly number: string;
  readonly title: string;
  readonly applicant: string;
  readonly opinions: readonly (AttackedPaper & { readonly issuer: string })[];
  readonly servedOn: Day;
  readonly remark: string;
}): readonly PaperParagraph[] {
  return [
    paragraph(`信访人${paper.applicant}反映“${paper.title}”（编号${paper.number}），信访程序已经走完，依次作出：`),
    ...paper.opinions.map((one, at) => paragraph(`（${chineseItem(at)}）${one.issuer}${cited(one)}`)),
    paragraph(`最后一份意见于${paperDay(paper.servedOn)}送达信访人。经核对，以上意见齐全，均已送达。`),
    ...(paper.remark.trim() === '' ? [] : [paragraph(paper.remark.trim())]),
    paragraph(
      '备案以后，仍要继续做好解释、疏导和帮扶（《信访工作条例》第三十七条第三款）；信访人提出新的事实、证据或者理由的，重新审查。',
    ),
  ];
}
