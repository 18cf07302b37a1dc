import type { ReactNode } from 'react';
import { bodyField } from '../../../actors/bodies/web/body-field.tsx';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { needText } from '../../../ui/staff/spec-fields.ts';
import { decideCompetenceRoute, raiseDisputeRoute } from '../dispute.contract.ts';
import { concludeReportRoute, noteReportRoute, passReportRoute } from '../report.contract.ts';
import { DISPUTE_WORDS as w } from './dispute-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly assignment: string;
  readonly slot: ActSlot;
}

/** T13, first half. */
export function RaiseDisputeForm({
  matter,
  assignment,
  accused,
  slot,
}: On & { readonly accused: readonly string[] }): ReactNode {
  return (
    <SpecForm
      contract={raiseDisputeRoute}
      name="raise-dispute"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        bodyField('suggests', w.suggests, w.needBody, { accused }),
        needText('reasons', w.reasons, w.needReasons),
      ]}
      button={w.raise}
      note={w.raiseNote}
    />
  );
}

/** T13, second half: D11. */
export function DecideCompetenceForm({
  matter,
  assignment,
  accused,
  parties,
  reasons,
  slot,
}: On & {
  readonly accused: readonly string[];
  /** Who holds it, and whom it thinks competent. */
  readonly parties: readonly { readonly id: string; readonly why: Sentence }[];
  /** What the body that holds it says. */
  readonly reasons: string | undefined;
}): ReactNode {
  return (
    <SpecForm
      contract={decideCompetenceRoute}
      name="decide-competence"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      above={reasons !== undefined && <blockquote className="said">{reasons}</blockquote>}
      fields={[
        bodyField('to', w.decideTo, w.needBody, {
          accused,
          suggested: parties.map(({ id, why }) => ({ id, reasons: [why] })),
        }),
        needText('reasons', w.reasons, w.needReasons),
      ]}
      button={w.decide}
      note={w.decideNote}
    />
  );
}

/** E27. */
export function PassReportForm({
  matter,
  accused,
  slot,
}: Omit<On, 'assignment'> & { readonly accused: readonly string[] }): ReactNode {
  return (
    <SpecForm
      contract={passReportRoute}
      name="pass-report"
      slot={slot}
      matter={matter}
      fields={[
        bodyField('to', w.passTo, w.needBody, { accused }),
        { kind: 'area', name: 'remark', label: w.remark, hint: w.remarkHint },
      ]}
      button={w.pass}
      note={w.passNote}
    />
  );
}

export function NoteReportForm({ matter, slot }: Omit<On, 'assignment'>): ReactNode {
  return (
    <SpecForm
      contract={noteReportRoute}
      name="note-report"
      slot={slot}
      matter={matter}
      fields={[needText('text', w.text, w.needText)]}
      button={w.note}
    />
  );
}

export function ConcludeReportForm({ matter, slot }: Omit<On, 'assignment'>): ReactNode {
  return (
    <SpecForm
      contract={concludeReportRoute}
      name="conclude-report"
      slot={slot}
      matter={matter}
      fields={[needText('text', w.text, w.needText)]}
      button={w.conclude}
    />
  );
}
