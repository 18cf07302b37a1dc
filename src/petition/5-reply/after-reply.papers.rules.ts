import { heading, type PaperParagraph, paperDay, paragraph } from '../../alongside/documents/paper.contract.ts';
import type { Body } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import type { Gist } from '../../domain/particulars.ts';

interface About {
  readonly number: string;
  readonly gist: Gist;
}

/** E13: which opinion, that the period runs from this notice, and who reviews (条例 35). */
export function remedyText({
  number,
  gist,
  opinion,
  reviewers,
  explain,
}: About & { opinion: string; reviewers: readonly Pick<Body, 'name'>[]; explain: string }): readonly PaperParagraph[] {
  const names = reviewers.map((body) => body.name.zh).join('或者');
  return [
    paragraph(
      `您反映的“${gist.title}”（编号${number}），我单位${opinion}没有把救济途径写清楚，现更正如下。${explain.trim()}`,
    ),
    paragraph(
      `如不服该处理意见，您可以自收到本告知书之日起30日内，向${names}申请复查${reviewers.length > 1 ? '，由您选择其中一个' : ''}。`,
    ),
    paragraph('依据：《信访工作条例》第三十五条。'),
  ];
}

/** 关于××反映××信访事项办理情况的报告. */
export function resultTitle(people: string, { title }: Gist): string {
  return `关于${people}反映“${title}”信访事项办理情况的报告`;
}

/** D9 办结报告: what was asked, found, done, with what result and how the petitioner took it; who signs it, who can be asked. */
export function resultText(
  report: About & {
    readonly letter: string;
    readonly people: string;
    readonly findings: string;
    readonly handling: string;
    readonly attitude: string;
    /** The answer, and when it reached the petitioner. */
    readonly answer?: string | undefined;
    readonly answeredOn?: Day | undefined;
    readonly head: string;
    readonly handler: string;
    readonly phone: string;
  },
): readonly PaperParagraph[] {
  const { number, gist, letter, people, findings, handling, attitude, answer = '', answeredOn, head } = report;
  return [
    paragraph(`${letter}交办的${people}反映“${gist.title}”的信访事项（编号${number}），现将办理情况报告如下。`),
    heading('一、反映的问题'),
    ...gist.requests.map((request) => paragraph(request)),
    heading('二、查明的情况'),
    paragraph(findings.trim()),
    heading('三、处理情况和结果'),
    paragraph(handling.trim()),
    ...(answeredOn
      ? [paragraph(`已于${paperDay(answeredOn)}送达信访人书面答复${answer ? `（${answer}）` : ''}。`)]
      : []),
    ...(attitude.trim() === '' ? [] : [paragraph(`信访人意见：${attitude.trim()}`)]),
    paragraph(`签发人：${head}　承办人：${report.handler}　电话：${report.phone}`),
    paragraph('附件：送达信访人的答复和送达情况（已随系统报送）。'),
  ];
}
