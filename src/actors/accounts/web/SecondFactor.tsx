import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Received, RouteContract } from '../../../platform/http/route.contract.ts';
import { type Act, useAct } from '../../../ui/staff/act.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { beginFactor, confirmFactor, type readSession, removeFactor } from '../accounts.contract.ts';
import './accounts.css';
import { AddPasskey } from './AddPasskey.tsx';
import { Door } from './Door.tsx';
import { Passkeys } from './Passkeys.tsx';
import { hasPasskeys } from './passkey-browser.ts';
import { PASSKEY_TEXTS } from './passkeys.texts.ts';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

type Session = Received<typeof readSession>;
type Begun = Received<typeof beginFactor>;

/** The six digits of the telephone, and whatever else the step wants before them. */
export function CodeForm<C extends RouteContract>({
  act,
  button,
  send,
  children,
}: {
  readonly act: Act<C>;
  readonly button: string;
  readonly send: (code: string) => Promise<void>;
  readonly children?: ReactNode;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const said = useFaults();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : said(act.error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const gaps = code.trim() === '' ? [{ field: 'code', text: w.needCode }] : [];
    setMissing(gaps);
    if (gaps.length > 0) return;
    await send(code.trim());
    setCode('');
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      {children}
      <Field id="code" label={w.code} hint={w.codeHint} fault={faultOf(faults, 'code')}>
        {(tied) => (
          <Input
            {...tied}
            inputMode="numeric"
            autoComplete="one-time-code"
            size="large"
            maxLength={12}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" loading={act.pending}>
        {button}
      </Button>
    </form>
  );
}

/** Setting one up before anything else, where a post takes it: codes of a telephone, or a passkey. */
export function FirstFactor({
  session,
  changed,
  leave,
}: {
  readonly session: Session;
  readonly changed: (session: Session) => void;
  readonly leave: () => Promise<void>;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const p = useWords(PASSKEY_TEXTS);
  return (
    <Door name={session.account.name} title={w.firstFactor} why={w.firstFactorWhy}>
      {session.passkeysHere && hasPasskeys() && (
        <>
          <h2>{p.title}</h2>
          <p>{p.what}</p>
          <AddPasskey changed={changed} />
          <h2>{p.codes}</h2>
        </>
      )}
      <SetUp changed={changed} />
      <LeaveDoor leave={leave} />
    </Door>
  );
}

/** The way out, for whoever cannot go on now. */
function LeaveDoor({ leave }: { readonly leave: () => Promise<void> }): ReactNode {
  const w = useWords(PASSKEY_TEXTS);
  const [failed, setFailed] = useState(false);
  return (
    <footer>
      <Button onClick={() => void leave().catch(() => setFailed(true))}>{w.signOut}</Button>
      {failed && <p role="alert">{w.signOutFailed}</p>}
    </footer>
  );
}

/** One's second factors: codes of a telephone and passkeys, each to be set up or put away. */
export function SecondFactor({
  session,
  changed,
}: {
  readonly session: Session;
  /** What the server now says of the session, and in a sentence what was done. */
  readonly changed: (session: Session, done: string) => void;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const p = useWords(PASSKEY_TEXTS);
  /* One form that asks for the password at a time: `codes`, or a passkey by its id. */
  const [open, setOpen] = useState<string>();
  const codes = session.factors.includes('code');
  return (
    <div className="stack">
      <h3>{p.codes}</h3>
      {codes && <p>{w.factorThere}</p>}
      {codes && open === 'codes' && <Remove changed={(next) => changed(next, w.factorOff)} />}
      {codes && open !== 'codes' && <Opener name={w.removeFactor} open={() => setOpen('codes')} />}
      {!codes && (open === 'codes' || !session.secondFactor) && <SetUp changed={(next) => changed(next, w.factorOn)} />}
      {!codes && open !== 'codes' && session.secondFactor && (
        <Opener name={p.alsoCodes} open={() => setOpen('codes')} />
      )}
      <h3>{p.title}</h3>
      <Passkeys here={session.passkeysHere} removing={open} setRemoving={setOpen} changed={changed} />
    </div>
  );
}

function Opener({ name, open }: { readonly name: string; readonly open: () => void }): ReactNode {
  return (
    <p>
      <Button onClick={open}>{name}</Button>
    </p>
  );
}

function SetUp({ changed }: { readonly changed: (session: Session) => void }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const begin = useAct(beginFactor);
  const confirm = useAct(confirmFactor);
  const [begun, setBegun] = useState<Begun>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    void begin.send({}).then(setBegun);
  }, []);
  const said = useFaults();
  if (begun === undefined) return <ErrorSummary faults={said(begin.error)} />;
  return (
    <>
      <p>{w.scan}</p>
      <svg
        className="factor-qr"
        viewBox={`0 0 ${begun.qr.size} ${begun.qr.size}`}
        role="img"
        aria-label={w.qr}
        shapeRendering="crispEdges"
      >
        <path d={begun.qr.path} fill="#000" />
      </svg>
      <p className="s">
        {w.bySecret} <code>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeForm
        act={confirm}
        button={w.confirmFactor}
        send={async (code) => {
          const session = await confirm.send({ body: { code } });
          if (session !== undefined) changed(session);
        }}
      />
    </>
  );
}

function Remove({ changed }: { readonly changed: (session: Session) => void }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const act = useAct(removeFactor);
  const [password, setPassword] = useState('');
  return (
    <CodeForm
      act={act}
      button={w.removeFactor}
      send={async (code) => {
        const session = await act.send({ body: { password, code } });
        if (session !== undefined) changed(session);
      }}
    >
      <Field id="password" label={w.password}>
        {(tied) => (
          <Input.Password
            {...tied}
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </CodeForm>
  );
}
