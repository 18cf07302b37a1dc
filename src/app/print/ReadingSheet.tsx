import type { ReactElement } from 'react';
import { CHANNEL_LABELS, PURPOSE_LABELS, ROUTE_LABELS, VERDICT_LABELS } from '../../domain/vocabulary.ts';
import type { PetitionPageModel } from '../petition-page/petition-page.contract.ts';
import { Box, Foot, Row } from './FormParts.tsx';
import type { Officer } from './officer.ts';
import { clip, labelOf, sayDate } from './print.rules.ts';

type Task = PetitionPageModel['assignments'][number];
type Told = PetitionPageModel['story'][number];

/** Recorded steps that are decisions of a head or a leader: they stand in the box 批示. */
const DECISIONS: readonly string[] = [
  'ObjectionAgreed',
  'ObjectionRefused',
  'Extended',
  'ExtensionRefused',
  'DraftReturned',
  'OpinionIssued',
];

/** Recorded steps that propose: they stand in the box 拟办意见. */
const PROPOSALS: readonly string[] = ['RouteProposed', 'Forwarded', 'ExtensionAsked'];

/** Rows of the table 阅处, so that a sheet that goes round has room to be signed on. */
const LEAST_ROWS = 4;

/** So that the sheet stays one page; longer texts are read in the registration form. */
const MOST_SIGNS = 240;

/** D38 阅办单 (呈批表): what came, what is proposed, what was directed, and who has seen it with dates. */
export function ReadingSheet({
  matter: page,
  officer,
  now,
}: {
  matter: PetitionPageModel;
  officer: Officer;
  now: string;
}): ReactElement {
  const gist = clip(page.text.replace(/\s*\n\s*/g, '　'), MOST_SIGNS);
  const people = `${page.who === '' ? '匿名' : page.who}${page.petitioners > 1 ? `等${page.petitioners}人` : ''}`;
  const clocks = page.clocks.filter((clock) => clock.holder.zh !== '信访人' && clock.outcome !== 'void');
  const tasks = page.assignments.filter((task) => task.mode !== 'own');
  const blank = Math.max(1, LEAST_ROWS - tasks.length);
  return (
    <>
      <h1>信访事项阅办单</h1>
      <p className="over">
        <span>{page.office.name.zh}</span>
        <span>事项编号：{page.matter}</span>
      </p>
      <table className="grid">
        <colgroup>
          <col className="l" />
          <col />
          <col className="l" />
          <col />
          <col className="l" />
          <col />
        </colgroup>
        <tbody>
          <Row
            cells={[
              ['来文', labelOf(CHANNEL_LABELS, page.channel)],
              ['收到日期', sayDate(page.receivedOn)],
              ['登记日期', sayDate(page.registeredOn)],
            ]}
          />
          <Row
            cells={[
              ['信访人', people],
              ['内容分类', page.category.name.zh],
            ]}
          />
          <Row
            cells={[
              ['问题属地', page.division.name.zh],
              ['信访目的', labelOf(PURPOSE_LABELS, page.purpose)],
            ]}
          />
          <tr className="text">
            <th scope="row">
              <span className="upright">来文摘要</span>
            </th>
            <td colSpan={5}>
              <p className="lead">{page.title}</p>
              <div className="said">
                {gist.text}
                {gist.cut ? '……（全文见信访登记表）' : ''}
              </div>
              <ol className="plain">
                {page.requests.map((request, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
                  <li key={at}>{`请求${at + 1}：${request}`}</li>
                ))}
              </ol>
            </td>
          </tr>
          <tr>
            <th scope="row">办理时限</th>
            <td colSpan={5}>
              {clocks.length === 0 ? '没有在走的法定期限' : null}
              <ul className="plain columns small">
                {clocks.map((clock) => (
                  <li key={clock.id}>
                    {clock.label.zh}：{clock.due}
                    {sayOutcome(clock)}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
          <Box label="拟办意见">
            {page.proposedRoute ? <p>建议途径：{labelOf(ROUTE_LABELS, page.proposedRoute)}。</p> : null}
            <Steps story={page.story} kinds={PROPOSALS} />
          </Box>
          <Box label="领导批示" tall>
            <Steps story={page.story} kinds={DECISIONS} />
          </Box>
        </tbody>
      </table>
      <table className="grid pass">
        <thead>
          <tr>
            <th scope="col" className="whom">
              阅处单位（人）
            </th>
            <th scope="col" className="when">
              送阅日期
            </th>
            <th scope="col" className="when">
              签收日期
            </th>
            <th scope="col">阅处意见</th>
            <th scope="col" className="when">
              办结日期
            </th>
            <th scope="col" className="sign">
              签名
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <td>
                {task.body.name.zh}
                {task.handler ? `（${task.handler}）` : ''}
              </td>
              <td>{sayDate(task.sentOn)}</td>
              <td>{sayDate(task.signedOn)}</td>
              <td>{sayHandled(task)}</td>
              <td>{sayDate(task.service?.on)}</td>
              <td />
            </tr>
          ))}
          {Array.from({ length: blank }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty rows
            <tr key={at} className="blank">
              <td />
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <Foot officer={officer} now={now}>
        已记载的由系统填入，其余手写
      </Foot>
    </>
  );
}

function Steps({ story, kinds }: { story: readonly Told[]; kinds: readonly string[] }): ReactElement {
  return (
    <>
      {story
        .filter((one) => one.stream === 'matter' && kinds.includes(one.kind))
        .map((one) => (
          <p key={one.seq}>
            {one.title.zh}
            {one.detail ? `，${one.detail.zh}` : ''}
            {one.note ? `：${one.note}` : ''}
            <span className="by">
              （{one.who.zh}，{sayDate(one.day)}）
            </span>
          </p>
        ))}
    </>
  );
}

function sayOutcome(clock: PetitionPageModel['clocks'][number]): string {
  if (clock.outcome === 'met') return `（${clock.endedOn}完成）`;
  if (clock.outcome === 'late') return `（${clock.endedOn}完成，逾期）`;
  return clock.daysLeft < 0 ? `（已逾期${-clock.daysLeft}日）` : `（还有${clock.daysLeft}日）`;
}

function sayHandled(task: Task): string {
  const parts = [
    task.phaseLabel.zh,
    task.acceptedOn ? `${sayDate(task.acceptedOn)}受理` : '',
    task.opinion ? task.opinion.verdicts.map((verdict) => VERDICT_LABELS[verdict].zh).join('、') : '',
    task.extendedDays > 0 ? `延长${task.extendedDays}日` : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}
