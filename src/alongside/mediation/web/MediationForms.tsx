import type { ReactNode } from 'react';
import { MEDIATION_LABELS } from '../../../domain/proceedings.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { needText } from '../../../ui/staff/spec-fields.ts';
import { useSay } from '../../../ui/staff/words.tsx';
import {
  beginMediationRoute,
  noteConfirmationRoute,
  notePerformanceRoute,
  settleRoute,
} from '../mediation.contract.ts';
import { MEDIATION_WORDS as w } from './mediation-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly assignment: string;
  readonly slot: ActSlot;
}

export function BeginMediationForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={beginMediationRoute}
      name="begin-mediation"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        { kind: 'choice', name: 'kind', label: w.kind, options: optionsOf(MEDIATION_LABELS), need: w.needKind },
        { kind: 'line', name: 'other', label: w.other, need: w.needOther },
        { kind: 'line', name: 'mediators', label: w.mediators, need: w.needMediators },
        { kind: 'tick', name: 'consentPetitioner', label: w.consentPetitioner, need: w.needConsent },
        { kind: 'tick', name: 'consentOther', label: w.consentOther, need: w.needConsent },
      ]}
      button={w.begin}
      note={w.beginNote}
    />
  );
}

/** A promise of the agreement: what, by whom, by which day. */
export interface Promised {
  readonly what: string;
  readonly who: string;
  readonly due: string;
}

export function NotePerformanceForm({
  matter,
  promises,
  slot,
}: On & { readonly promises: readonly Promised[] }): ReactNode {
  const dates = useDates();
  const say = useSay();
  const label = ({ what, who, due }: Promised, at: number): string =>
    [`${at + 1}. ${what}`, who, dates.full(due)].filter((part) => part !== '').join(say(w.comma));
  return (
    <SpecForm
      contract={notePerformanceRoute}
      name="note-performance"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'promise',
          label: w.promise,
          need: w.needPromise,
          options: promises.map((one, at) => ({
            value: String(at),
            label: { zh: label(one, at), en: label(one, at) },
          })),
        },
        {
          kind: 'choice',
          name: 'kept',
          label: w.kept,
          need: w.needKept,
          options: [
            { value: 'yes', label: w.keptYes },
            { value: 'no', label: w.keptNo },
          ],
        },
        needText('text', w.evidence, w.needEvidence),
      ]}
      shape={({ promise, kept, ...rest }) => ({ ...rest, promise: Number(promise), kept: kept === 'yes' })}
      button={w.note}
    />
  );
}

export function NoteConfirmationForm({ matter, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={noteConfirmationRoute}
      name="note-confirmation"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'step',
          label: w.step,
          need: w.needKept,
          options: (['applied', 'confirmed', 'refused'] as const).map((value) => ({ value, label: w[value] })),
        },
        needText('text', w.evidence, w.needEvidence),
      ]}
      button={w.note}
    />
  );
}

/** T32. */
export function SettleForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={settleRoute}
      name="settle"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[needText('text', w.settleText, w.needEvidence)]}
      button={w.settle}
      note={w.settleNote}
    />
  );
}
