import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Received, RouteContract } from '../../../platform/http/route.contract.ts';
import { type Act, useAct } from '../../../ui/staff/act.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { beginFactor, confirmFactor, type readSession, removeFactor } from '../accounts.contract.ts';
import './accounts.css';
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

/** Setting up the codes of a telephone. */
export function SetUpCodes({ changed }: { readonly changed: (session: Session) => void }): ReactNode {
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

/** Putting the codes away, with the password and one of them. */
export function RemoveCodes({ changed }: { readonly changed: (session: Session) => void }): ReactNode {
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
