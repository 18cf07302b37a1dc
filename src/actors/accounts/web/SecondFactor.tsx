import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import type { readSession } from '../accounts.contract.ts';
import './accounts.css';
import { AddPasskey } from './AddPasskey.tsx';
import { RemoveCodes, SetUpCodes } from './Codes.tsx';
import { Door } from './Door.tsx';
import { Passkeys } from './Passkeys.tsx';
import { hasPasskeys } from './passkey-browser.ts';
import { PASSKEY_TEXTS } from './passkeys.texts.ts';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

type Session = Received<typeof readSession>;

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
      <SetUpCodes changed={changed} />
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
      {codes && open === 'codes' && <RemoveCodes changed={(next) => changed(next, w.factorOff)} />}
      {codes && open !== 'codes' && <Opener name={w.removeFactor} open={() => setOpen('codes')} />}
      {!codes && (open === 'codes' || !session.secondFactor) && (
        <SetUpCodes changed={(next) => changed(next, w.factorOn)} />
      )}
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
