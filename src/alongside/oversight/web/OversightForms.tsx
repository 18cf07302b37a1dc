import type { ReactNode } from 'react';
import { bodyField } from '../../../actors/bodies/web/body-field.tsx';
import {
  ADOPTION_LABELS,
  ORDER_DEFECT_LABELS,
  ORDER_WAY_LABELS,
  PROPOSAL_LABELS,
} from '../../../domain/proceedings.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { dueDay, needText } from '../../../ui/staff/spec-fields.ts';
import { useSay } from '../../../ui/staff/words.tsx';
import {
  answerOrderRoute,
  answerProposalRoute,
  closeOrderRoute,
  proposeRoute,
  returnOrderRoute,
  superviseRoute,
} from '../oversight.contract.ts';
import { OVERSIGHT_WORDS as w } from './oversight-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly today: string;
  readonly slot: ActSlot;
}

export function SuperviseForm({ matter, today, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={superviseRoute}
      name="supervise"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'way',
          label: w.way,
          options: optionsOf(ORDER_WAY_LABELS),
          initial: 'writing',
          need: w.needWay,
        },
        {
          kind: 'choice',
          name: 'defect',
          label: w.defect,
          options: optionsOf(ORDER_DEFECT_LABELS),
          need: w.needDefect,
        },
        needText('demand', w.demand, w.needDemand),
        dueDay('due', w.due, w.needDue, today),
        { kind: 'line', name: 'raisedBy', label: w.raisedBy, hint: w.raisedByHint, max: 40 },
        {
          kind: 'tick',
          name: 'confirmedSame',
          label: w.confirmedSame,
          need: w.needSame,
          when: ({ raisedBy }) => typeof raisedBy === 'string' && raisedBy.trim() !== '',
        },
      ]}
      shape={({ raisedBy, ...rest }) => ({
        ...rest,
        ...(typeof raisedBy === 'string' ? { raisedBy: raisedBy.trim() } : {}),
      })}
      button={w.order}
      note={w.orderNote}
    />
  );
}

/** A paper to be read before it is answered, and the last answer before it is judged. */
export interface Pending {
  readonly title: Sentence;
  readonly from: Sentence;
  readonly due: string;
  readonly href: string;
  readonly said?: string | undefined;
}

function About({ pending }: { readonly pending: Pending | undefined }): ReactNode {
  const say = useSay();
  const dates = useDates();
  if (pending === undefined) return null;
  const { title, from, due, href, said } = pending;
  return (
    <div>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {say(title)}
        </a>{' '}
        · {say(from)}
        {due !== '' && ` · ${say(w.by)} ${dates.full(due)}`}
      </p>
      {said !== undefined && <blockquote className="said">{said}</blockquote>}
    </div>
  );
}

interface OnPending extends On {
  readonly pending: Pending | undefined;
}

export function AnswerOrderForm({ matter, pending, slot }: OnPending): ReactNode {
  return (
    <SpecForm
      contract={answerOrderRoute}
      name="answer-order"
      slot={slot}
      matter={matter}
      above={<About pending={pending} />}
      fields={[needText('text', w.answer, w.needAnswer)]}
      button={w.send}
    />
  );
}

export function CloseOrderForm({ matter, pending, slot }: OnPending): ReactNode {
  return (
    <SpecForm
      contract={closeOrderRoute}
      name="close-order"
      slot={slot}
      matter={matter}
      above={<About pending={pending} />}
      fields={[{ kind: 'area', name: 'text', label: w.remark }]}
      button={w.close}
    />
  );
}

export function ReturnOrderForm({ matter, today, pending, slot }: OnPending): ReactNode {
  return (
    <SpecForm
      contract={returnOrderRoute}
      name="return-order"
      slot={slot}
      matter={matter}
      above={<About pending={pending} />}
      fields={[needText('text', w.lacking, w.needLacking), dueDay('due', w.due, w.needDue, today)]}
      button={w.giveBack}
    />
  );
}

export function ProposeForm({ matter, accused, slot }: On & { readonly accused: readonly string[] }): ReactNode {
  return (
    <SpecForm
      contract={proposeRoute}
      name="propose"
      slot={slot}
      matter={matter}
      fields={[
        { kind: 'choice', name: 'kind', label: w.kind, options: optionsOf(PROPOSAL_LABELS), need: w.needWay },
        bodyField('to', w.to, w.needTo, { accused }),
        needText('problem', w.problem, w.needProblem),
        needText('proposal', w.proposal, w.needProposal),
      ]}
      button={w.propose}
    />
  );
}

export function AnswerProposalForm({ matter, pending, slot }: OnPending): ReactNode {
  return (
    <SpecForm
      contract={answerProposalRoute}
      name="answer-proposal"
      slot={slot}
      matter={matter}
      above={<About pending={pending} />}
      fields={[
        { kind: 'choice', name: 'adoption', label: w.adoption, options: optionsOf(ADOPTION_LABELS), need: w.needWay },
        needText('text', w.how, w.needHow),
      ]}
      button={w.send}
    />
  );
}
