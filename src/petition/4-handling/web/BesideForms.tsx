import type { ReactNode } from 'react';
import { bodyField } from '../../../actors/bodies/web/body-field.tsx';
import { ROUTE_LABELS } from '../../../domain/vocabulary.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { dueDay, needText } from '../../../ui/staff/spec-fields.ts';
import { useSay } from '../../../ui/staff/words.tsx';
import {
  askContributionRoute,
  askSupplementRoute,
  consentExtensionRoute,
  contributeRoute,
  decideRecusalRoute,
  declareInterestRoute,
  endForProcedureRoute,
  noteSupplementRoute,
  toOrdinaryRoute,
} from '../beside.contract.ts';
import { BESIDE_WORDS as w } from './beside-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly assignment: string;
  readonly today: string;
  readonly slot: ActSlot;
}

export function AskSupplementForm({ matter, assignment, today, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={askSupplementRoute}
      name="ask-supplement"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[needText('list', w.list, w.needList), dueDay('due', w.due, w.needDue, today)]}
      button={w.ask}
      note={w.askNote}
    />
  );
}

export function NoteSupplementForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={noteSupplementRoute}
      name="note-supplement"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[{ kind: 'area', name: 'text', label: w.came }]}
      button={w.cameButton}
    />
  );
}

export function ToOrdinaryForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={toOrdinaryRoute}
      name="to-ordinary"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[needText('reason', w.ordinaryWhy, w.needWhy)]}
      button={w.ordinary}
      note={w.ordinaryNote}
    />
  );
}

export function AskContributionForm({
  matter,
  assignment,
  today,
  body,
  accused,
  slot,
}: On & { readonly body: string; readonly accused: readonly string[] }): ReactNode {
  return (
    <SpecForm
      contract={askContributionRoute}
      name="ask-contribution"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        bodyField('body', w.contributor, w.needBody, { accused, closed: { [body]: w.itself } }),
        needText('ask', w.askWhat, w.needAsk),
        dueDay('due', w.due, w.needDue, today),
      ]}
      button={w.askBody}
      note={w.askBodyNote}
    />
  );
}

export function ContributeForm({ matter, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={contributeRoute}
      name="contribute"
      slot={slot}
      matter={matter}
      fields={[needText('text', w.contribution, w.needContribution)]}
      button={w.give}
    />
  );
}

const PROCEDURES = (['31(1)', '31(2)', '31(4)'] as const).map((value) => ({ value, label: ROUTE_LABELS[value] }));

/** E22. */
export function EndForProcedureForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={endForProcedureRoute}
      name="end-for-procedure"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        { kind: 'choice', name: 'route', label: w.procedure, options: PROCEDURES, need: w.needProcedure },
        needText('explain', w.explain, w.needExplain),
        { kind: 'line', name: 'body', label: w.body, need: w.body },
      ]}
      button={w.end}
      note={w.endNote}
    />
  );
}

export function DeclareInterestForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={declareInterestRoute}
      name="declare-interest"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[needText('text', w.interest, w.needInterest)]}
      button={w.declare}
      note={w.declareNote}
    />
  );
}

const SAID_BY = { officer: w.saidBySelf, petitioner: w.saidByPetitioner, match: w.saidByMatch } as const;

/** D34: about whom something was declared or asked. */
export function DecideRecusalForm({
  matter,
  assignment,
  interests,
  slot,
}: On & {
  readonly interests: readonly {
    readonly account: string;
    readonly name: string;
    readonly by: keyof typeof SAID_BY;
    /** What was said. */
    readonly note: string | undefined;
  }[];
}): ReactNode {
  const say = useSay();
  return (
    <SpecForm
      contract={decideRecusalRoute}
      name="decide-recusal"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      above={interests.map((one) => (
        <div key={one.account}>
          <p className="s">
            <b>{one.name}</b> {say(SAID_BY[one.by])}
          </p>
          {one.note !== undefined && <blockquote className="said">{one.note}</blockquote>}
        </div>
      ))}
      fields={[
        {
          kind: 'choice',
          name: 'account',
          label: w.officer,
          need: w.needOfficer,
          options: interests.map(({ account, name }) => ({ value: account, label: { zh: name, en: name } })),
          ...(interests[0] ? { initial: interests[0].account } : {}),
        },
        {
          kind: 'choice',
          name: 'granted',
          label: w.decision,
          need: w.needDecision,
          options: [
            { value: 'yes', label: w.granted },
            { value: 'no', label: w.notGranted },
          ],
        },
        needText('reason', w.reason, w.needReason),
      ]}
      shape={({ granted, ...rest }) => ({ ...rest, granted: granted === 'yes' })}
      button={w.decide}
      note={w.decideNote}
    />
  );
}

export function ConsentExtensionForm({
  matter,
  assignment,
  asked,
  slot,
}: On & { readonly asked: { readonly days: number; readonly reason: string } | undefined }): ReactNode {
  const say = useSay();
  return (
    <SpecForm
      contract={consentExtensionRoute}
      name="consent-extension"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      above={
        asked !== undefined && (
          <div>
            <p className="s">{say(w.asked(asked.days))}</p>
            <blockquote className="said">{asked.reason}</blockquote>
          </div>
        )
      }
      fields={[]}
      button={w.consent}
      note={w.consentNote}
    />
  );
}
