import { chineseItem, type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';
import type { Procedure } from '../../domain/proceedings.ts';
import type { NotAcceptedReason, Route } from '../../domain/vocabulary.ts';
import type { Standing } from './standing.rules.ts';

interface Noticed {
  readonly number: string;
  readonly gist: Gist;
  readonly receivedOn: Day;
  readonly sender?: string | undefined;
  readonly handler: string;
  readonly phone: string;
}

function intake(paper: Noticed): PaperParagraph {
  const by = paper.sender ? `经${paper.sender}转送，` : '';
  return paragraph(
    `您反映的“${paper.gist.title}”（编号${paper.number}），${by}我单位于${paperDay(paper.receivedOn)}收到。`,
  );
}

/**
 * D2 受理告知书: items one by one, route and procedure, due date, who to call, how to query. `deemed`: nothing was said
 * within the 15 days, so the period is counted from their last day (E8).
 */
export function acceptanceText(
  paper: Noticed & { on: Day; deemed?: boolean; route: Route; due?: Day | undefined; procedure?: Procedure },
): readonly PaperParagraph[] {
  const items = paper.gist.requests.map((request, at) => paragraph(`（${chineseItem(at)}）${request}`));
  return [
    intake(paper),
    paragraph(
      paper.deemed
        ? `我单位没有在收到后15日内书面告知您，迟了。经审查，决定受理，视为${paperDay(paper.on)}受理，办理期限从那天起算。受理的请求是：`
        : `经审查，我单位于${paperDay(paper.on)}决定受理，受理的请求是：`,
    ),
    ...items,
    ...procedure(paper.route, paper.due, paper.procedure),
    paragraph(
      `承办人：${paper.handler}，电话：${paper.phone}。您可以凭查询码在网上查看进度、评价办理情况，也可以打电话询问。`,
    ),
    paragraph(
      '在规定的办理期限内，就同一事项向我单位的上级机关、单位提出的，上级不予受理（《信访工作条例》第十九条第三款）；期限届满没有答复的，不受此限。',
    ),
  ];
}

function procedure(route: Route, due: Day | undefined, way: Procedure = 'ordinary'): readonly PaperParagraph[] {
  const day = due ? paperDay(due) : '';
  if (way === 'simple') {
    return [
      paragraph(
        `这件事事实清楚、责任明确，按照简易办理（《信访事项简易办理办法》），自受理之日起10个工作日内答复您，最晚${day}。办理中发现不适合简易办理的，转为普通程序，并告知您。`,
      ),
    ];
  }
  if (route === '31(6)') {
    return [
      paragraph(
        `按照信访程序办理（《信访工作条例》第三十一条第六项）。我单位自受理之日起60日内办结，最晚${day}书面答复您；情况复杂的，经负责人批准可以延长，总共不超过30日，并告知您理由。`,
      ),
    ];
  }
  if (route === '31(5)') {
    return [
      paragraph(
        `您的请求属于要求行政机关履行职责（《信访工作条例》第三十一条第五项），由我单位履行职责或者答复，最晚${day}。对履职情况不服的，可以依法申请行政复议或者提起行政诉讼；提出信访不能使复议、诉讼的期限停下来。`,
      ),
    ];
  }
  return [
    paragraph(
      '您的意见建议由我单位研究论证，科学合理、具有现实可行性的，采纳或者部分采纳，并回复您（《信访工作条例》第二十九条）。',
    ),
  ];
}

/** Each reason as the notice says it, and its article (law.md §1.6). */
const REASONS = {
  'pending-elsewhere': {
    says: '同一事项已经由下级机关、单位受理或者正在办理，还在规定的期限内',
    basis: '《信访工作条例》第十九条第三款',
    go: (where: string) => `办到哪一步、什么时候答复，请向${where}了解。期限届满没有答复的，可以再向我们提出。`,
  },
  'skipped-level-visit': {
    says: '采用走访形式的，应当到有权处理的本级或者上一级机关、单位的接待场所提出',
    basis: '《信访工作条例》第二十条第一款',
    go: (where: string) => `请到${where}提出。写信、网上提出不受这个限制，向哪一级都可以，都会登记。`,
  },
  final: {
    says: '该事项已经作出复核意见，事实和理由相同',
    basis: '《信访工作条例》第三十六条第三款',
    go: (where: string) => `生活上有困难，或者需要帮助、调解的，可以找${where}。`,
  },
  'outside-remit': {
    says: '这件事不属于本机关、单位或者本系统的职权范围',
    basis: '《信访工作条例》第二十三条第一款',
    go: (where: string) => `您可以向${where}提出。`,
  },
} as const satisfies Record<NotAcceptedReason, { says: string; basis: string; go(where: string): string }>;

interface Declined extends Noticed {
  readonly reason: NotAcceptedReason;
  readonly explain: string;
  readonly goTo: string;
  readonly cites?: string | undefined;
  /** How the cited matter stands, with the name of the body that has it. */
  readonly standing?: Standing | undefined;
  /** The re-review that ended the cited matter, and whose it is. */
  readonly final?: { readonly number: string; readonly on: Day; readonly by: string } | undefined;
}

/** D4 不予受理告知书: the reason from the catalogue, its article, and where to go; D5 where it was ended by re-review. */
export function nonAcceptanceText(paper: Declined): readonly PaperParagraph[] {
  const { says, basis, go } = REASONS[paper.reason];
  const told =
    paper.reason === 'final'
      ? endedText(paper)
      : [
          ...(paper.cites ? [paragraph(standingText(paper.cites, paper.standing))] : []),
          paragraph(`经审查，决定不予受理。理由：${says}。${paper.explain.trim()}`),
          paragraph(`依据：${basis}。`),
        ];
  return [
    intake(paper),
    ...told,
    paragraph(go(paper.goTo.trim())),
    paragraph(`您这次提出的已经登记。有疑问请打电话：${paper.phone}。`),
  ];
}

const STEPS = {
  registered: (body: string, on: string) => `${body}已于${on}登记，还在规定的期限内。`,
  sent: (body: string, on: string) => `已于${on}转给${body}，还在规定的期限内。`,
  signed: (body: string, on: string, until: string) =>
    `${body}已于${on}收到，还在规定的期限内${until && `，最晚${until}书面告知您是否受理`}。`,
  accepted: (body: string, on: string, until: string) =>
    `${body}已于${on}受理，还在规定的期限内${until && `，最晚${until}答复您`}。`,
} as const satisfies Record<Standing['step'], (body: string, on: string, until: string) => string>;

/** Which body has the same matter, since when and until when (T4, E38). */
function standingText(cites: string, standing: Standing | undefined): string {
  if (!standing) return `同一事项已经登记，编号${cites}，正在办理期限内。`;
  const { body, step, on, until } = standing;
  return `同一事项（编号${cites}）${STEPS[step](body, paperDay(on), until ? paperDay(until) : '')}`;
}

/** D5 不再受理告知书: which re-review, that facts and reasons are the same, and that new ones reopen the way (条例 36¶3). */
function endedText({ cites = '', final, explain }: Declined): readonly PaperParagraph[] {
  const opinion = final ? `${final.by}已于${paperDay(final.on)}作出复核意见（${final.number}）` : '已作出复核意见';
  return [
    paragraph(
      `经核对，您这次提出的事实和理由与编号${cites}的信访事项相同。该事项${opinion}。依据${REASONS.final.basis}，各级党委和政府信访部门和其他机关、单位不再受理。${explain.trim()}`,
    ),
    paragraph('如果有新的事实、新的证据或者新的理由，您可以重新提出，由工作人员重新审查。'),
  ];
}

/** D6 法定途径告知书: route, competent body and address, time limit, papers; the limit is not stopped by petitioning (E23). */
export function procedureText(
  paper: Noticed & { route: Route; body: string; limit: string; materials: string; explain: string },
): readonly PaperParagraph[] {
  const item = paper.route.slice(3, 4);
  const items: Record<string, string> = { '1': '一', '2': '二', '3': '三', '4': '四' };
  return [
    intake(paper),
    paragraph(
      `经审查，这件事依法应当通过法定途径解决（《信访工作条例》第三十一条第${items[item] ?? item}项）。${paper.explain.trim()}`,
    ),
    paragraph(`请向${paper.body.trim()}提出。`),
    paragraph(`时限：${paper.limit.trim()}`),
    paragraph(`需要的材料：${paper.materials.trim()}`),
    paragraph('请注意：提出信访不能使诉讼、仲裁、行政复议的期限停下来，请尽早办理。'),
    paragraph(`有疑问请打电话：${paper.phone}。`),
  ];
}
