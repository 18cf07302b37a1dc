import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { administerSignOn, decideSignOn, endSignOn, proposeSignOn } from '../../../actors/accounts/sign-on.contract.ts';
import { useMay } from '../../../actors/accounts/web/session.tsx';
import { SIGN_ON_TEXTS } from '../../../actors/accounts/web/sign-on.texts.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';

const KEY = ['sign-on-admin'];
const STALE = [KEY, ['sign-on']] as const;
type Shown = NonNullable<Received<typeof administerSignOn>['inUse']>;

/** The identity provider of the installation: entered by the administrator, confirmed by the security officer. */
export function SignOnSettings(): ReactNode {
  const w = useWords(SIGN_ON_TEXTS);
  const may = useMay();
  const read = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(administerSignOn, { signal }) });
  const decide = useAct(decideSignOn, STALE);
  const end = useAct(endSignOn, STALE);
  const [ending, setEnding] = useState(false);
  if (read.isPending) return <Waiting lines={2} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { inUse, waiting, callback } = read.data;

  async function settle(id: string, confirm: boolean): Promise<void> {
    if ((await decide.send({ body: { id, confirm } })) !== undefined) notice(confirm ? w.confirmed : w.refused);
  }

  async function stop(): Promise<void> {
    setEnding(false);
    if ((await end.send({})) !== undefined) notice(w.ended);
  }

  return (
    <section aria-label={w.title} className="sign-on-settings">
      <h2>{w.title}</h2>
      <p className="s q">{w.why}</p>
      <ApiErrorSummary error={decide.error ?? end.error} />
      <h3>{w.inUse}</h3>
      {inUse === undefined ? (
        <p>{w.none}</p>
      ) : (
        <>
          <Provider provider={inUse} />
          <Button size="small" loading={end.pending} onClick={() => setEnding(true)}>
            {w.end}
          </Button>
        </>
      )}
      {waiting !== undefined && (
        <>
          <h3>{w.waiting}</h3>
          <Provider provider={waiting} />
          {waiting.mine && (
            <div className="acts">
              <Button
                size="small"
                type="primary"
                loading={decide.pending}
                onClick={() => void settle(waiting.id, true)}
              >
                {w.confirm}
              </Button>
              <Button size="small" disabled={decide.pending} onClick={() => void settle(waiting.id, false)}>
                {w.refuse}
              </Button>
            </div>
          )}
        </>
      )}
      {may('admin') && (
        <details>
          <summary>{w.change}</summary>
          <p>
            {w.callback}
            <br />
            <code>{callback}</code>
          </p>
          <Entering />
        </details>
      )}
      {ending && (
        <Dialog title={w.end} close={() => setEnding(false)}>
          <p>{w.endAsk}</p>
          <div className="acts">
            <Button type="primary" onClick={() => void stop()}>
              {w.end}
            </Button>
            <Button onClick={() => setEnding(false)}>{w.cancel}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Provider({ provider }: { readonly provider: Shown }): ReactNode {
  const w = useWords(SIGN_ON_TEXTS);
  const say = useSay();
  const dates = useDates();
  return (
    <p>
      <b>{say(provider.label)}</b> {provider.issuer}
      <br />
      <span className="s q">
        {provider.clientId} · {provider.claim} · {w.by2(provider.by, dates.moment(provider.at))}
      </span>
    </p>
  );
}

const EMPTY = { issuer: '', clientId: '', secret: '', claim: 'preferred_username', zh: '', en: '' } as const;
type Entry = { readonly [K in keyof typeof EMPTY]: string };

function Entering(): ReactNode {
  const w = useWords(SIGN_ON_TEXTS);
  const said = useFaults();
  const act = useAct(proposeSignOn, STALE);
  const [entry, setEntry] = useState<Entry>(EMPTY);
  const [gaps, setGaps] = useState<readonly Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : said(act.error);
  const fields = [
    ['issuer', 'issuer', w.issuer, undefined],
    ['clientId', 'clientId', w.clientId, undefined],
    ['secret', 'secret', w.secret, w.secretHint],
    ['claim', 'claim', w.claim, w.claimHint],
    ['zh', 'label.zh', w.labelZh, undefined],
    ['en', 'label.en', w.labelEn, undefined],
  ] as const;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = fields.flatMap(([name, field, label]) =>
      entry[name].trim() === '' ? [{ field, text: w.need(label) }] : [],
    );
    setGaps(missing);
    if (missing.length > 0) return;
    const { zh, en, ...rest } = entry;
    const done = await act.send({ body: { ...rest, label: { zh, en } } });
    if (done === undefined) return;
    setEntry(EMPTY);
    notice(w.proposed);
  }

  return (
    <form className="stack" onSubmit={submit} noValidate autoComplete="off">
      <ErrorSummary faults={faults} />
      {fields.map(([name, field, label, hint]) => (
        <Field
          key={name}
          id={field}
          label={label}
          fault={faultOf(faults, field)}
          {...(hint === undefined ? {} : { hint })}
        >
          {(tied) => (
            <Input
              {...tied}
              type={name === 'secret' ? 'password' : 'text'}
              autoComplete={name === 'secret' ? 'new-password' : 'off'}
              value={entry[name]}
              onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button htmlType="submit" type="primary" loading={act.pending}>
        {w.propose}
      </Button>
    </form>
  );
}
