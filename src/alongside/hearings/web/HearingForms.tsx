import type { ReactNode } from 'react';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { dueDay, needText, pastDay } from '../../../ui/staff/spec-fields.ts';
import { useSay } from '../../../ui/staff/words.tsx';
import { concludeHearingRoute, holdHearingRoute, openHearingRoute } from '../hearings.contract.ts';
import { HEARING_WORDS as w } from './hearing-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly assignment: string;
  readonly today: string;
  readonly slot: ActSlot;
}

export function OpenHearingForm({ matter, assignment, today, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={openHearingRoute}
      name="open-hearing"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        dueDay('heldOn', w.heldOn, w.needDay, today),
        { kind: 'line', name: 'at', label: w.at, need: w.needAll },
        needText('topic', w.topic, w.needAll),
        { kind: 'line', name: 'materials', label: w.materials },
        { kind: 'line', name: 'chair', label: w.chair, need: w.needAll },
        { kind: 'number', name: 'members', label: w.members, min: 3, max: 15, initial: 5, need: w.needMembers },
        { kind: 'line', name: 'names', label: w.names, hint: w.namesHint },
      ]}
      button={w.order}
      note={w.orderNote}
    />
  );
}

/** A hearing that was ordered: when, where, about what, with how many members. */
export interface Planned {
  readonly planned: string;
  readonly at?: string | undefined;
  readonly topic?: string | undefined;
  readonly members?: number | undefined;
}

function About({ hearing }: { readonly hearing: Planned | undefined }): ReactNode {
  const say = useSay();
  const dates = useDates();
  if (hearing === undefined) return null;
  const { planned, at, topic } = hearing;
  return (
    <div>
      <p>
        {say(w.planned)} {dates.full(planned)}
        {at !== undefined && ` · ${at}`}
      </p>
      {topic !== undefined && <p className="s q">{topic}</p>}
    </div>
  );
}

export function HoldHearingForm({ matter, today, hearing, slot }: On & { readonly hearing?: Planned | undefined }) {
  return (
    <SpecForm
      contract={holdHearingRoute}
      name="hold-hearing"
      slot={slot}
      matter={matter}
      above={<About hearing={hearing} />}
      fields={[
        pastDay('on', w.on, w.needDay, today),
        { kind: 'tick', name: 'attended', label: w.attended, initial: true },
        needText('minutes', w.minutes, w.needMinutes),
      ]}
      button={w.record}
    />
  );
}

export function ConcludeHearingForm({ matter, hearing, slot }: On & { readonly hearing?: Planned | undefined }) {
  return (
    <SpecForm
      contract={concludeHearingRoute}
      name="conclude-hearing"
      slot={slot}
      matter={matter}
      above={<About hearing={hearing} />}
      fields={[
        {
          kind: 'choice',
          name: 'held',
          label: w.how,
          need: w.needHow,
          options: [
            { value: 'yes', label: w.held },
            { value: 'no', label: w.calledOff },
          ],
        },
        {
          kind: 'number',
          name: 'agreeing',
          label: w.agreeing,
          hint: w.agreeingHint,
          min: 0,
          max: hearing?.members ?? 15,
          when: ({ held }) => held === 'yes',
        },
        needText('conclusion', w.conclusion, w.needConclusion),
      ]}
      shape={({ held, ...rest }) => ({ ...rest, held: held === 'yes' })}
      button={w.conclude}
    />
  );
}
