import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  ADOPTION_LABELS,
  ORDER_DEFECT_LABELS,
  ORDER_WAY_LABELS,
  PROPOSAL_LABELS,
} from '../../../domain/proceedings.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import type { Proceedings } from '../proceedings.contract.ts';
import { Item, PaperLink, Rows, ShortClock } from './ProceedingParts.tsx';
import { proceedingsOf } from './page-proceedings.ts';
import { PROCEEDINGS_TEXTS } from './proceedings.texts.ts';

/** Orders and proposals, newest first, each with its answer and its clock (T33, D26). */
export function Oversight({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const { orders, proposals } = proceedingsOf(page);
  return (
    <>
      {orders.length > 0 && (
        <section>
          <h2>{w.orders}</h2>
          <ul className="pp-papers">
            {orders.toReversed().map((one) => (
              <Order key={one.id} order={one} page={page} />
            ))}
          </ul>
        </section>
      )}
      {proposals.length > 0 && (
        <section>
          <h2>{w.proposals}</h2>
          <ul className="pp-papers">
            {proposals.toReversed().map((one) => (
              <Proposal key={one.id} proposal={one} page={page} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface OnPage {
  readonly page: PetitionPageModel;
}

function Order({ order, page }: OnPage & { readonly order: Proceedings['orders'][number] }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { raisedBy } = order;
  return (
    <Item title={say(ORDER_DEFECT_LABELS[order.defect])} tag={w[`order-${order.phase}`]}>
      <Rows
        rows={[
          [w.from, say(order.by.name)],
          [w.to, say(order.to.name)],
          [w.way, say(ORDER_WAY_LABELS[order.way])],
          [w.issued, dates.full(order.on)],
          [w.due, dates.full(order.due)],
        ]}
      />
      {raisedBy !== undefined && (
        <p className="s">
          {w.raisedBy}{' '}
          <Link to="/submission/$number" params={{ number: raisedBy }}>
            {raisedBy}
          </Link>
        </p>
      )}
      <p className="s">
        <PaperLink paper={order.paper} title={w.order} /> <ShortClock id={order.clock} page={page} />
      </p>
      {order.steps.map((step) => (
        <div key={`${step.step}-${order.steps.indexOf(step)}`}>
          <p className="s q">
            {w[step.step]} · {dates.full(step.on)}
          </p>
          <blockquote className="said">{step.text}</blockquote>
        </div>
      ))}
    </Item>
  );
}

function Proposal({ proposal, page }: OnPage & { readonly proposal: Proceedings['proposals'][number] }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { answer } = proposal;
  return (
    <Item
      title={say(PROPOSAL_LABELS[proposal.kind])}
      tag={answer === undefined ? w.noAnswer : say(ADOPTION_LABELS[answer.adoption])}
    >
      <Rows
        rows={[
          [w.from, say(proposal.by.name)],
          [w.to, say(proposal.to.name)],
          [w.issued, dates.full(proposal.on)],
          [w.answered, answer && dates.full(answer.on)],
        ]}
      />
      <p className="s">
        <PaperLink paper={proposal.paper} title={w.proposal} /> <ShortClock id={proposal.clock} page={page} />
      </p>
      {answer !== undefined && <blockquote className="said">{answer.text}</blockquote>}
    </Item>
  );
}
