import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import type { TypedLetter } from '../../../actors/persons/web/earlier.ts';
import { FileField } from '../../../alongside/documents/web/FileField.tsx';
import { useUploads } from '../../../alongside/documents/web/uploads.ts';
import type { Channel } from '../../../domain/vocabulary.ts';
import { registerArrival } from '../../../petition/1-intake/intake.contract.ts';
import { ArrivalFields } from '../../../petition/1-intake/web/ArrivalFields.tsx';
import { type Arrival, emptyArrival, sentArrival, titleOf } from '../../../petition/1-intake/web/arrival.rules.ts';
import { INTAKE_FORM_TEXTS } from '../../../petition/1-intake/web/intake-forms.texts.ts';
import { ReceiptSlip, type ReceiptSlipProps } from '../../../petition/1-intake/web/ReceiptSlip.tsx';
import { useActForm } from '../../../ui/staff/act-form.ts';
import { today as dayToday } from '../../../ui/staff/dates.ts';
import { ErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { Page } from '../../../ui/staff/Page.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { EarlierMatters } from './EarlierMatters.tsx';
import './register-page.css';
import { REGISTER_PAGE_TEXTS } from './register-page.texts.ts';

/** A letter, a visit or a call registered in one go, at /desk/register; then the next. */
export function RegisterPage(): ReactNode {
  const [round, setRound] = useState(1);
  const [channel, setChannel] = useState<Channel>('letter');
  const [last, setLast] = useState<Omit<ReceiptSlipProps, 'links'>>();
  return (
    <Entry
      key={round}
      channel={channel}
      last={last}
      registered={(slip, used) => {
        setLast(slip);
        setChannel(used);
        setRound(round + 1);
      }}
    />
  );
}

type Slip = Omit<ReceiptSlipProps, 'links'>;

function Entry({
  channel,
  last,
  registered,
}: {
  readonly channel: Channel;
  readonly last: Slip | undefined;
  readonly registered: (slip: Slip, channel: Channel) => void;
}): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const pw = useWords(REGISTER_PAGE_TEXTS);
  const say = useSay();
  const client = useQueryClient();
  const { body } = useSession();
  const today = dayToday();
  const own = useBodies().find((one) => one.id === body.id)?.division ?? '';
  const [arrival, setArrival] = useState<Arrival>(() => emptyArrival(today, '', channel));
  const [same, setSame] = useState<string>();
  const uploads = useUploads();
  const form = useActForm(registerArrival, 'arrival', { onDone: () => {}, onConflict: () => {} });
  const here = arrival.division === '' ? { ...arrival, division: own } : arrival;

  function set(part: Partial<Arrival>): void {
    setArrival((before) => ({ ...before, ...part }));
  }

  async function submit(): Promise<void> {
    const title = titleOf(here);
    const gaps = [
      title === '' ? { field: 'particulars.title', text: w.needWords } : undefined,
      here.purpose !== 'report' && here.category === ''
        ? { field: 'matters.0.category', text: w.needCategory }
        : undefined,
      here.receivedOn === '' || here.receivedOn > today ? { field: 'receivedOn', text: w.needReceivedOn } : undefined,
    ];
    const files = uploads.kept.map((file) => file.id);
    const receipt = await form.send(
      { body: { ...sentArrival(here, files), ...(same === undefined ? {} : { same }) } },
      gaps,
    );
    if (receipt === undefined) return;
    void client.invalidateQueries({ queryKey: ['desk'] });
    void client.invalidateQueries({ queryKey: ['matters'] });
    const who = here.anonymous ? '' : here.name.trim();
    registered({ receipt, title, who, body: say(body.name) }, here.channel);
  }

  useCtrlEnter(() => void submit());
  // After the page has taken the focus for itself: the hands go on with the next one.
  const textId = form.id('particulars.text');
  useEffect(() => document.getElementById(textId)?.focus(), [textId]);

  return (
    <Page title={pw.title} className="rp" scrolls={false}>
      <h1 className="gone">{pw.title}</h1>
      <section className="rp-left" aria-label={pw.original}>
        {last !== undefined && (
          <ReceiptSlip
            {...last}
            links={last.receipt.matters.map((matter) => (
              <Link key={matter} to="/matter/$matter" params={{ matter }}>
                {pw.seeMatter}
              </Link>
            ))}
          />
        )}
        <div className="rp-words">
          <Field
            id={form.id('particulars.text')}
            label={w.text}
            hint={w.textHint}
            fault={form.fault('particulars.text')}
          >
            {(tied) => (
              <TextArea
                {...tied}
                className="rp-text"
                grows={false}
                maxLength={20_000}
                value={arrival.text}
                onChange={(event) => set({ text: event.target.value })}
              />
            )}
          </Field>
        </div>
        <FileField id={form.id('particulars.files')} label={w.scan} hint={w.scanHint} uploads={uploads} />
      </section>
      <form
        className="rp-work"
        aria-label={pw.fields}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="rp-fields">
          <ErrorSummary faults={form.faults} article={form.article} requestId={form.requestId} />
          <ArrivalFields arrival={here} set={set} id={form.id} fault={form.fault} today={today} />
        </div>
        <EarlierMatters typed={comparedOf(here)} title={here.title} onSame={setSame} />
        <div className="rp-end">
          <p className="s q">{w.never}</p>
          <Button type="primary" htmlType="submit" loading={form.pending}>
            {w.register} <kbd>{pw.key}</kbd>
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Whom the repeat test asks about. Nobody is looked up from an anonymous letter or a report of wrongdoing. */
function comparedOf(arrival: Arrival): TypedLetter | undefined {
  if (arrival.anonymous || arrival.purpose === 'report') return undefined;
  const { channel, particulars } = sentArrival(arrival, []);
  const { form, people, agentFor, addressee, title, text } = particulars;
  return { form, people, agentFor, addressee, title, text, channel };
}

function useCtrlEnter(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
