import {
  chineseItem,
  heading,
  type PaperParagraph,
  paperDay,
  paragraph,
} from '../../alongside/documents/paper.contract.ts';
import type { Body } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import type { InstrumentKind } from '../../domain/facts.ts';
import type { Route, Verdict } from '../../domain/vocabulary.ts';
import type { OpinionItem } from './reply.rules.ts';

/** Which paper answers a matter of this route: 信访处理意见书 only for 31(6), as only it can be reviewed (E17). */
export function replyKind(route: Route | undefined): InstrumentKind {
  if (route === '29') return 'suggestion-reply';
  if (route === '31(5)') return 'duty-reply';
  return 'opinion';
}

const VERDICT_WORDS = {
  support: '经研究，对该项请求予以支持。',
  explain: '该项请求情有可原，但缺乏法律依据，现予以解释说明。',
  'not-support': '该项请求缺乏事实根据或者不符合规定，不予支持。',
} as const satisfies Record<Verdict, string>;

/** The verdict in words, unless the answer begins with it already or the paper answers a suggestion. */
function verdictWords(route: Route | undefined, item: OpinionItem): string {
  const said = /^(经研究|对该项请求|予以支持|不予支持|予以解释)/.test(item.answer.trim());
  return route === '29' || said ? '' : VERDICT_WORDS[item.verdict];
}

/** Begins a part of the answer with its usual word, once: many write it themselves. */
function begun(word: '经查' | '依据', text: string): string {
  const said = text.trim().replace(new RegExp(`^${word}[：:，,]\\s*`), '');
  return said.startsWith(word) ? said : `${word}：${said}`;
}

/** D14 and its kin: intake, facts and basis item by item, opinion, remedy (条例 32, 35). */
export function opinionText(paper: {
  number: string;
  title: string;
  receivedOn: Day;
  sender?: string | undefined;
  acceptedOn: Day;
  extendedDays: number;
  route: Route | undefined;
  items: readonly OpinionItem[];
  reviewers: readonly Pick<Body, 'name'>[];
}): readonly PaperParagraph[] {
  const by = paper.sender ? `经${paper.sender}转送，` : '';
  const extended = paper.extendedDays > 0 ? `，其间经批准延长办理期限${paper.extendedDays}日` : '';
  return [
    paragraph(
      `您反映的“${paper.title}”（编号${paper.number}），${by}我单位于${paperDay(paper.receivedOn)}收到，${paperDay(paper.acceptedOn)}受理${extended}。现答复如下。`,
    ),
    ...paper.items.flatMap((item, at) => [
      heading(`${chineseItem(at)}、关于“${item.request}”`),
      paragraph(begun('经查', item.finding)),
      paragraph(begun('依据', item.basis)),
      paragraph(
        `${verdictWords(paper.route, item)}${item.answer.trim()}${item.executeBy ? `（${paperDay(item.executeBy)}前落实）` : ''}`,
      ),
    ]),
    ...remedy(paper.route, paper.reviewers),
  ];
}

function remedy(route: Route | undefined, reviewers: readonly Pick<Body, 'name'>[]): readonly PaperParagraph[] {
  if (route === '31(6)') {
    const names = reviewers.map((body) => body.name.zh).join('或者');
    const choice = reviewers.length > 1 ? '，由您选择其中一个' : '';
    return [
      paragraph(
        `如不服本处理意见，您可以自收到之日起30日内，向${names}申请复查${choice}。申请时请写明请求、事实和理由，并附本处理意见书（《信访工作条例》第三十五条）。`,
      ),
    ];
  }
  if (route === '31(5)') {
    return [
      paragraph(
        '如对本单位履行职责的情况不服，您可以依法申请行政复议或者提起行政诉讼。提出信访不能使复议、诉讼的期限停下来。',
      ),
    ];
  }
  return [paragraph('感谢您提出意见建议（《信访工作条例》第二十九条）。')];
}
