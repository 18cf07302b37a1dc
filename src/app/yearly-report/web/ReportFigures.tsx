import type { ReactNode } from 'react';
import { share } from '../../../accountability/figures/figures.rules.ts';
import { ADOPTION_LABELS, ADOPTIONS, PROPOSAL_LABELS } from '../../../domain/proceedings.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { ReportData } from './yearly-data.ts';
import { YEARLY_TEXTS } from './yearly-report.texts.ts';

type Figures = ReportData['figures'];

/** The first part: what was received, and of what. */
export function ReceivedPart({ received }: { readonly received: Figures['received'] }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  return (
    <>
      <p>
        {w.submissions} <b>{received.submissions}</b> <span className="q s">{w.before(received.before)}</span>
        {received.visits > 0 && <span className="q s"> {w.visits(received.visits, received.people)}</span>}
      </p>
      <div className="yearly-counts">
        <Counts title={w.byChannel} rows={received.byChannel} />
        <Counts title={w.byPurpose} rows={received.byPurpose} />
        <Counts title={w.categories} rows={received.categories} />
        <Counts title={w.bodies} rows={received.bodies} />
      </div>
    </>
  );
}

function Counts({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: Figures['received']['categories'];
}): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="n">
            {w.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={2} className="f">
              {w.nothing}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{say(row.name)}</td>
            <td className="n">{row.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The second: what was passed on, pressed for, and how much of it in time. */
export function PassedPart({ passed }: { readonly passed: Figures['passed'] }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  return (
    <table className="list-table yearly-narrow">
      <caption className="gone">{w.two}</caption>
      <tbody>
        {(['sent', 'assigned', 'supervised'] as const).map((name) => (
          <tr key={name}>
            <th scope="row">{w[name]}</th>
            <td className="n">{passed[name]}</td>
            <td />
          </tr>
        ))}
        {(['forwardedInTime', 'acceptedInTime', 'answeredInTime', 'satisfied'] as const).map((name) => {
          const { numerator, denominator } = passed[name];
          const rate = share(numerator, denominator);
          return (
            <tr key={name}>
              <th scope="row">{w[name]}</th>
              <td className="n">{rate === null ? '—' : `${rate.toFixed(2)}%`}</td>
              <td className="s f">{w.of(numerator, denominator)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The third: proposals by kind, and what became of them. */
export function ProposalsPart({ proposals }: { readonly proposals: Figures['proposals'] }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  return (
    <table className="list-table yearly-narrow">
      <caption className="gone">{w.three}</caption>
      <thead>
        <tr>
          <th scope="col">{w.kind}</th>
          <th scope="col" className="n">
            {w.made}
          </th>
          {ADOPTIONS.map((adoption) => (
            <th key={adoption} scope="col" className="n">
              {say(ADOPTION_LABELS[adoption])}
            </th>
          ))}
          <th scope="col" className="n">
            {w.open}
          </th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ kind, made, outcomes }) => (
          <tr key={kind}>
            <th scope="row">{say(PROPOSAL_LABELS[kind])}</th>
            <td className="n">{made}</td>
            {ADOPTIONS.map((adoption) => (
              <td key={adoption} className="n">
                {outcomes[adoption] ?? 0}
              </td>
            ))}
            <td className="n">{made - ADOPTIONS.reduce((sum, adoption) => sum + (outcomes[adoption] ?? 0), 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
