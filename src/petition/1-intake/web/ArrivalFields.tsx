import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { DivisionPicker } from '../../../actors/bodies/web/DivisionPicker.tsx';
import { CategoryPicker } from '../../../actors/rulebook/web/CategoryPicker.tsx';
import { idNumberHolds, isMobile } from '../../../domain/ids.ts';
import { ID_KIND_LABELS, ID_KINDS } from '../../../domain/particulars.ts';
import {
  CHANNEL_LABELS,
  type Channel,
  IDENTITY_GRADES,
  IDENTITY_LABELS,
  PURPOSE_LABELS,
  PURPOSES,
} from '../../../domain/vocabulary.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { type Arrival, linesOf, TRIED } from './arrival.rules.ts';
import { Choose } from './Choose.tsx';
import { INTAKE_FORM_TEXTS } from './intake-forms.texts.ts';

/** The doors a clerk registers by, the usual ones first. */
const DOORS: readonly Channel[] = [
  'letter',
  'visit',
  'phone',
  'mailbox',
  'hotline',
  'fax',
  'sms',
  'video',
  'web',
  'app',
  'wechat',
];

type Name = keyof Arrival;

/** The fields of one arrival. Hints on telephone and ID number only speak; nothing here stops the registering. */
export function ArrivalFields({
  arrival,
  set,
  id,
  fault,
  today,
}: {
  readonly arrival: Arrival;
  readonly set: (part: Partial<Arrival>) => void;
  readonly id: (field: string) => string;
  readonly fault: (field: string) => string | undefined;
  readonly today: string;
}): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  const phone = arrival.phone.replace(/\D/g, '');
  const idNumber = arrival.idNumber.replace(/\s/g, '');
  const idOdd = arrival.idKind === 'id-card' && idNumber.length > 0 && !idNumberHolds(idNumber);

  /** People one a line. */
  function lines(name: 'representatives' | 'others', label: string, hint: string): ReactNode {
    const path = `particulars.${name}`;
    return (
      <div className="c6">
        <Field id={id(path)} label={label} hint={hint} fault={fault(path)}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={3}
              value={arrival[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      </div>
    );
  }

  function text(name: Name, label: string, span: string, more: { max?: number; hint?: string; path?: string } = {}) {
    const field = more.path ?? `particulars.${name}`;
    return (
      <div className={span}>
        <Field
          id={id(field)}
          label={label}
          fault={fault(field)}
          {...(more.hint === undefined ? {} : { hint: more.hint })}
        >
          {(tied) => (
            <Input
              {...tied}
              maxLength={more.max ?? 500}
              autoComplete="off"
              value={String(arrival[name] ?? '')}
              disabled={name === 'name' && arrival.anonymous}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      </div>
    );
  }

  function day(name: 'receivedOn' | 'postmarkedOn', label: string): ReactNode {
    return (
      <div className="c2">
        <Field
          id={id(name)}
          label={label}
          fault={fault(name)}
          {...(arrival[name] === '' ? {} : { hint: dates.short(arrival[name]) })}
        >
          {(tied) => (
            <Input
              {...tied}
              type="date"
              max={today}
              value={arrival[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      </div>
    );
  }

  const people = 'particulars.people.0';
  return (
    <div className="f12">
      <div className="c2">
        <Choose
          id={id('channel')}
          label={w.channel}
          values={DOORS}
          labels={CHANNEL_LABELS}
          value={arrival.channel}
          onChange={(channel) =>
            set({
              channel,
              ...(arrival.identity === 'claimed' && channel === 'visit' ? { identity: 'seen-at-counter' } : {}),
              ...(arrival.identity === 'seen-at-counter' && channel !== 'visit' ? { identity: 'claimed' } : {}),
            })
          }
          fault={fault('channel')}
        />
      </div>
      {day('receivedOn', w.receivedOn)}
      {arrival.channel === 'letter' && day('postmarkedOn', w.postmarkedOn)}
      {text('name', w.name, arrival.channel === 'letter' ? 'c2' : 'c4', { max: 50, path: `${people}.name` })}
      {text('phone', w.phone, 'c4', {
        max: 30,
        path: `${people}.phone`,
        ...(phone.length > 0 && !isMobile(phone) ? { hint: w.phoneOdd(phone.length) } : {}),
      })}
      {text('address', w.address, 'c6', { max: 200, path: `${people}.address` })}
      <div className="c2">
        <Choose
          id={id(`${people}.idKind`)}
          label={w.idKind}
          values={ID_KINDS}
          labels={ID_KIND_LABELS}
          value={arrival.idKind}
          onChange={(idKind) => set({ idKind })}
        />
      </div>
      {text('idNumber', w.idNumber, 'c4', {
        max: 40,
        path: `${people}.idNumber`,
        ...(idOdd ? { hint: w.idOdd } : {}),
      })}
      <div className="c8">
        <Field
          id={id('particulars.title')}
          label={w.title}
          hint={w.titleLeft(80 - arrival.title.length)}
          fault={fault('particulars.title')}
        >
          {(tied) => (
            <Input
              {...tied}
              maxLength={80}
              autoComplete="off"
              value={arrival.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="c4">
        <CategoryPicker
          id={id('matters.0.category')}
          label={w.category}
          value={arrival.category}
          onChange={(category) => set({ category })}
          fault={fault('matters.0.category')}
        />
      </div>
      <div className="c8">
        <Field
          id={id('particulars.requests')}
          label={w.requests}
          hint={w.requestsHint(linesOf(arrival.requests).length)}
          fault={fault('particulars.requests')}
        >
          {(tied) => (
            <TextArea
              {...tied}
              rows={2}
              value={arrival.requests}
              onChange={(event) => set({ requests: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="c4">
        <DivisionPicker
          id={id('division')}
          label={w.division}
          value={arrival.division}
          onChange={(division) => set({ division })}
          fault={fault('division')}
        />
      </div>
      {text('place', w.place, 'c4')}
      {text('since', w.since, 'c2', { max: 40 })}
      <div className="c2">
        <Field id={id('petitioners')} label={w.petitioners} hint={w.petitionersHint} fault={fault('petitioners')}>
          {(tied) => (
            <InputNumber
              {...tied}
              className="wide"
              min={1}
              max={9999}
              precision={0}
              value={arrival.petitioners}
              onChange={(petitioners) => set({ petitioners })}
            />
          )}
        </Field>
      </div>
      <div className="c4">
        <Choose
          id={id('identity')}
          label={w.identity}
          values={IDENTITY_GRADES.filter((one) => one !== 'anonymous')}
          labels={IDENTITY_LABELS}
          value={arrival.identity === 'anonymous' ? 'claimed' : arrival.identity}
          onChange={(identity) => set({ identity })}
          fault={fault('identity')}
        />
      </div>
      {(arrival.petitioners ?? 1) > 1 && (
        <>
          {lines('representatives', w.representatives, w.representativesHint)}
          {lines('others', w.others, w.othersHint)}
        </>
      )}
      {text('remark', w.remark, 'c12')}
      <div className="c12 ticks">
        <div className="ticks-group">
          <Checkbox checked={arrival.anonymous} onChange={(event) => set({ anonymous: event.target.checked })}>
            {w.anonymous}
          </Checkbox>
        </div>
        <div className="ticks-group">
          <span className="ticks-head" id={id('tried')}>
            {w.tried}
          </span>
          <Checkbox.Group
            aria-labelledby={id('tried')}
            value={[...arrival.tried]}
            options={TRIED.map((one) => ({ value: one, label: w[one] }))}
            onChange={(chosen) => set({ tried: TRIED.filter((one) => chosen.includes(one)) })}
          />
        </div>
        <div className="ticks-group">
          <span className="ticks-head">{w.purpose}</span>
          <Segments
            id={id('purpose')}
            label={w.purpose}
            value={arrival.purpose}
            onChange={(purpose) => set({ purpose })}
            options={PURPOSES.map((one) => ({ value: one, label: say(PURPOSE_LABELS[one]) }))}
          />
        </div>
      </div>
      {arrival.purpose === 'report' && <p className="c12 sealing">{w.reportSealed}</p>}
    </div>
  );
}
