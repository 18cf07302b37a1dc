import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useLanguage, useWords } from '../../../ui/staff/words.tsx';
import { signIn, signInSecond } from '../accounts.contract.ts';
import './accounts.css';
import { CodeForm } from './Codes.tsx';
import { PasskeyStep } from './PasskeyStep.tsx';
import { hasPasskeys } from './passkey-browser.ts';
import { PASSKEY_TEXTS } from './passkeys.texts.ts';
import { SignOn, takeSaid } from './SignOn.tsx';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

type Entered = (session: Received<typeof signInSecond>) => void;
/** The password was right; what may follow it. */
type Half = Extract<Received<typeof signIn>, { readonly ticket: string }>;

/** The door. */
export function SignIn({ entered }: { readonly entered: Entered }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const { language, setLanguage } = useLanguage();
  useEffect(() => {
    document.title = `${w.title} · ${w.product}`;
  }, [w]);
  return (
    <main className="door" id="main">
      <header>
        <p className="door-brand">{w.product}</p>
        <p className="q">{w.motto}</p>
      </header>
      <h1>{w.title}</h1>
      <SignInForm entered={entered} />
      <footer className="s">
        <a href="/">{w.toPortal}</a>
        <button
          type="button"
          className="bare link"
          lang={language === 'zh-CN' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh-CN' ? 'en' : 'zh-CN')}
        >
          {w.otherLanguage}
        </button>
      </footer>
    </main>
  );
}

/** The same above a page whose session has ended; the page beneath keeps what was typed. */
export function SignInAgain({ entered }: { readonly entered: Entered }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  return (
    <Dialog title={w.again}>
      <p className="q again-why">{w.againWhy}</p>
      <SignInForm entered={entered} />
    </Dialog>
  );
}

function SignInForm({ entered }: { readonly entered: Entered }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const [signedOn] = useState(takeSaid);
  const [half, setHalf] = useState<Half | undefined>(signedOn.half);
  const act = useAct(signIn);
  const said = useFaults();
  const faults = missing.length > 0 ? missing : said(act.error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const gaps: Fault[] = [];
    if (login.trim() === '') gaps.push({ field: 'login', text: w.needLogin });
    if (password === '') gaps.push({ field: 'password', text: w.needPassword });
    setMissing(gaps);
    if (gaps.length > 0) return;
    const answer = await act.send({ body: { login: login.trim(), password } });
    if (answer === undefined) return;
    if ('ticket' in answer) setHalf(answer);
    else entered(answer);
  }

  if (half !== undefined)
    return (
      <SecondStep
        half={half}
        entered={entered}
        again={() => {
          setHalf(undefined);
          setPassword('');
        }}
      />
    );

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <SignOn fault={signedOn.fault} />
      <ErrorSummary faults={faults} />
      <Field id="login" label={w.login} fault={faultOf(faults, 'login')}>
        {(tied) => (
          <Input
            {...tied}
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            size="large"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field id="password" label={w.password} fault={faultOf(faults, 'password')}>
        {(tied) => (
          <Input.Password
            {...tied}
            autoComplete="current-password"
            size="large"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" loading={act.pending}>
        {w.enter}
      </Button>
      <p className="hint">{w.forgotten}</p>
    </form>
  );
}

/** A passkey or the code of the telephone, once the password was right. */
function SecondStep({
  half: { ticket, steps },
  entered,
  again,
}: {
  readonly half: Half;
  readonly entered: Entered;
  readonly again: () => void;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const p = useWords(PASSKEY_TEXTS);
  const act = useAct(signInSecond);
  const code = steps.includes('code');
  const passkey = steps.includes('passkey') && hasPasskeys();
  return (
    <>
      <p>{passkey ? (code ? p.eitherStep : p.passkeyStep) : code ? w.secondStep : p.noStep}</p>
      {passkey && <PasskeyStep ticket={ticket} entered={entered} />}
      {passkey && code && <p>{p.or}</p>}
      {code && (
        <CodeForm
          act={act}
          button={w.enter}
          send={async (digits) => {
            const session = await act.send({ body: { ticket, code: digits } });
            if (session !== undefined) entered(session);
          }}
        />
      )}
      <p>
        <button type="button" className="bare link s" onClick={again}>
          {w.startOver}
        </button>
      </p>
    </>
  );
}
