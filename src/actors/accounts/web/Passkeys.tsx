import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listPasskeys, removePasskey } from '../passkeys.contract.ts';
import { AddPasskey } from './AddPasskey.tsx';
import { hasPasskeys } from './passkey-browser.ts';
import { PASSKEY_TEXTS, PASSKEY_TROUBLES } from './passkeys.texts.ts';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

type Passkey = Received<typeof listPasskeys>['passkeys'][number];
type Changed = (session: Received<typeof removePasskey>, done: string) => void;

/** One's own passkeys, each to be put away, and adding another. */
export function Passkeys({
  here,
  removing,
  setRemoving,
  changed,
}: {
  /** Whether they can be made at this address. */
  readonly here: boolean;
  /** Id of the one whose removal is being asked for. */
  readonly removing: string | undefined;
  readonly setRemoving: (passkey: string | undefined) => void;
  readonly changed: Changed;
}): ReactNode {
  const w = useWords(PASSKEY_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery({ queryKey: ['own-passkeys'], queryFn: ({ signal }) => call(listPasskeys, { signal }) });
  if (read.isPending) return <Waiting lines={2} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { passkeys } = read.data;
  const going = passkeys.find(({ id }) => id === removing);
  const details = (one: Passkey): readonly string[] => [
    w.worksAt(one.host),
    w.madeAt(dates.moment(one.madeAt)),
    one.lastUsedAt === null ? w.neverUsed : w.usedAt(dates.moment(one.lastUsedAt)),
  ];
  return (
    <div className="stack">
      <p>{w.what}</p>
      {passkeys.length > 0 && (
        <ul className="plain">
          {passkeys.map((one) => (
            <li key={one.id}>
              <b>{one.label}</b> <span className="s">{details(one).join(' · ')}</span>{' '}
              <button
                type="button"
                className="bare link s"
                aria-label={w.removeNamed(one.label)}
                onClick={() => setRemoving(one.id)}
              >
                {w.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {going !== undefined ? (
        <RemovePasskey key={going.id} passkey={going} changed={changed} keep={() => setRemoving(undefined)} />
      ) : !here ? (
        <p className="hint">{w.notHere}</p>
      ) : hasPasskeys() ? (
        <AddPasskey changed={changed} />
      ) : (
        <p className="hint">{say(PASSKEY_TROUBLES.unsupported)}</p>
      )}
    </div>
  );
}

function RemovePasskey({
  passkey,
  changed,
  keep,
}: {
  readonly passkey: Passkey;
  readonly changed: Changed;
  readonly keep: () => void;
}): ReactNode {
  const w = useWords(PASSKEY_TEXTS);
  const s = useWords(SIGN_IN_TEXTS);
  const act = useAct(removePasskey, [['own-passkeys']]);
  const said = useFaults();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : said(act.error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const gaps = password === '' ? [{ field: 'password', text: w.needPassword }] : [];
    setMissing(gaps);
    if (gaps.length > 0) return;
    const session = await act.send({ params: { passkey: passkey.id }, body: { password } });
    if (session !== undefined) changed(session, w.removed);
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{w.removeWhy(passkey.label)}</p>
      <ErrorSummary faults={faults} />
      <Field id="password" label={s.password} fault={faultOf(faults, 'password')}>
        {(tied) => (
          <Input.Password
            {...tied}
            autoFocus
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="acts">
        <Button type="primary" htmlType="submit" size="large" loading={act.pending}>
          {w.removeNamed(passkey.label)}
        </Button>
        <Button size="large" onClick={keep}>
          {w.keep}
        </Button>
      </div>
    </form>
  );
}
