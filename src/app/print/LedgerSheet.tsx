import type { ReactElement } from 'react';
import type { Day } from '../../domain/days.ts';
import { RATING_LABELS } from '../../domain/vocabulary.ts';
import { Foot } from './FormParts.tsx';
import type { LedgerTotals } from './ledger-line.rules.ts';
import type { NamedLine } from './ledger-lines.ts';
import type { Officer } from './officer.ts';
import type { BarLanguage } from './PrintPage.tsx';
import { type Period, sayDate } from './print.rules.ts';
import { BAR_TEXTS, PHASE_WORDS } from './print.texts.ts';

/** Head and empty body of the table (D41 台账); lines and totals are streamed into it. */
export function LedgerSheet({
  period,
  count,
  officer,
  now,
}: {
  period: Period;
  count: number;
  officer: Officer;
  now: string;
}): ReactElement {
  const phase = period.phase === undefined ? '全部' : PHASE_WORDS[period.phase].zh;
  return (
    <>
      <h1>信访事项台账</h1>
      <p className="over">
        <span>填报单位：{officer.body}</span>
        <span>
          收到日期：{sayDate(period.from)}至{sayDate(period.to)}　办理情况：{phase}　共{count}
          件（本岗可看的，不含检举控告件）
        </span>
      </p>
      <Foot officer={officer} now={now}>
        姓名已遮去
      </Foot>
      <table className="lines">
        <colgroup>
          {['n', 'no', 'd', 'who', 'place', 'gist', 'cat', 'sent', 'd', 'due', 'd', 'd', 'rate'].map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed columns
            <col key={at} className={name} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">事项编号</th>
            <th scope="col">收到日期</th>
            <th scope="col">
              信访人
              <br />
              （人数）
            </th>
            <th scope="col">属地</th>
            <th scope="col">主要内容</th>
            <th scope="col">分类</th>
            <th scope="col">去向单位、日期</th>
            <th scope="col">受理日期</th>
            <th scope="col">到期</th>
            <th scope="col">答复日期</th>
            <th scope="col">送达日期</th>
            <th scope="col">评价</th>
          </tr>
        </thead>
        <tbody className="rows" />
      </table>
    </>
  );
}

/** One line. `at` counts from 1. */
export function LedgerRow({ line, at }: { line: NamedLine; at: number }): ReactElement {
  return (
    <tr>
      <td className="c">{at}</td>
      <td>{numberParts(line.number)}</td>
      <td className="c">{line.receivedOn}</td>
      <td>
        {line.who === '' ? '匿名' : line.who}
        {line.people > 1 ? `等${line.people}人` : ''}
      </td>
      <td>{line.place}</td>
      <td>{line.title}</td>
      <td>{line.category}</td>
      <td>
        {line.sentToName}
        {line.sentOn ? <span className="day">{line.sentOn}</span> : null}
      </td>
      <td className="c">{line.acceptedOn ?? ''}</td>
      <td className="c">
        {line.due ? (
          <>
            <span className="day">{line.due.day}</span>
            {line.due.label}
            {line.due.late ? '（逾期）' : ''}
          </>
        ) : null}
      </td>
      <td className="c">{line.answeredOn ?? ''}</td>
      <td className="c">{line.servedOn ?? ''}</td>
      <td>
        {line.office ? <span className="day">信访部门{RATING_LABELS[line.office].zh}</span> : null}
        {line.body ? <span className="day">责任单位{RATING_LABELS[line.body].zh}</span> : null}
      </td>
    </tr>
  );
}

/** The last line: that it is there says that nothing was lost on the way. */
export function LedgerTotal({ totals }: { totals: LedgerTotals }): ReactElement {
  const { matters, people, answered, served, late, rated, satisfied } = totals;
  return (
    <tr className="total">
      <td className="c">合计</td>
      <td colSpan={12}>
        {matters}件，{people}人次；已答复{answered}件，已送达{served}件，逾期{late}件；评价{rated}次，其中满意和基本满意
        {satisfied}次。（完）
      </td>
    </tr>
  );
}

/** 990103-2026-000417-1 may break after the region and the year only. */
function numberParts(number: string): ReactElement {
  const [region = '', year = '', ...rest] = number.split('-');
  return (
    <>
      {region}-{year}-<wbr />
      <span className="day">{rest.join('-')}</span>
    </>
  );
}

/** Another period or state, by address: a plain form, as there is no script. */
export function PeriodForm({ period, lang }: { period: Period; lang: BarLanguage }): ReactElement {
  const day = (name: 'from' | 'to', value: Day): ReactElement => (
    <label>
      {BAR_TEXTS[name][lang]} <input type="date" name={name} defaultValue={value} />
    </label>
  );
  return (
    <form method="get" action="/desk/print/ledger">
      {day('from', period.from)}
      {day('to', period.to)}
      <label>
        {BAR_TEXTS.phase[lang]}{' '}
        <select name="phase" defaultValue={period.phase ?? ''}>
          <option value="">{BAR_TEXTS.all[lang]}</option>
          {(['open', 'answered', 'closed', 'withdrawn'] as const).map((phase) => (
            <option key={phase} value={phase}>
              {PHASE_WORDS[phase][lang]}
            </option>
          ))}
        </select>
      </label>
      <input type="hidden" name="lang" value={lang} />
      <button type="submit">{BAR_TEXTS.show[lang]}</button>
    </form>
  );
}
