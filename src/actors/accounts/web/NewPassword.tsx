import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { changePassword, type readSession } from '../accounts.contract.ts';
import './accounts.css';
import { Door } from './Door.tsx';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

type Session = Received<typeof readSession>;

/** Setting a password of one's own, before anything else. */
export function NewPassword({
  session,
  changed,
}: {
  readonly session: Session;
  readonly changed: (session: Session) => void;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  return (
    <Door name={session.account.name} title={w.firstPassword} why={w.firstWhy}>
      <PasswordForm changed={changed} />
    </Door>
  );
}

/** The present password, the new one, and the new one again. */
export function PasswordForm({ changed }: { readonly changed: (session: Session) => void }): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const act = useAct(changePassword);
  const said = useFaults();
  const faults = missing.length > 0 ? missing : said(act.error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const gaps: Fault[] = [];
    if (current === '') gaps.push({ field: 'current', text: w.needCurrent });
    if (password === '') gaps.push({ field: 'password', text: w.needNew });
    else if (password !== again) gaps.push({ field: 'again', text: w.notSame });
    setMissing(gaps);
    if (gaps.length > 0) return;
    const session = await act.send({ body: { current, password } });
    if (session !== undefined) changed(session);
  }

  const fields = [
    { id: 'current', label: w.current, value: current, set: setCurrent, auto: 'current-password' },
    { id: 'password', label: w.newPassword, value: password, set: setPassword, auto: 'new-password' },
    { id: 'again', label: w.onceMore, value: again, set: setAgain, auto: 'new-password' },
  ];
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      {fields.map((one) => (
        <Field
          key={one.id}
          id={one.id}
          label={one.label}
          fault={faultOf(faults, one.id)}
          {...(one.id === 'password' ? { hint: w.passwordRule } : {})}
        >
          {(tied) => (
            <Input.Password
              {...tied}
              size="large"
              autoComplete={one.auto}
              value={one.value}
              onChange={(event) => one.set(event.target.value)}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" size="large" loading={act.pending}>
        {w.change}
      </Button>
    </form>
  );
}
