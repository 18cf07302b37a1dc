import { startAuthentication } from '@simplewebauthn/browser';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { ErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { beginPasskeySignIn, signInPasskey } from '../passkeys.contract.ts';
import { usePasskeyAsking } from './passkey-browser.ts';
import { PASSKEY_TEXTS } from './passkeys.texts.ts';

/** Signing in with a passkey, once the password was right. */
export function PasskeyStep({
  ticket,
  entered,
}: {
  readonly ticket: string;
  readonly entered: (session: Received<typeof signInPasskey>) => void;
}): ReactNode {
  const w = useWords(PASSKEY_TEXTS);
  const begin = useAct(beginPasskeySignIn);
  const finish = useAct(signInPasskey);
  const device = usePasskeyAsking(begin.error, finish.error);

  async function enter(): Promise<void> {
    device.forget();
    finish.reset();
    const begun = await begin.send({ body: { ticket } });
    if (begun === undefined) return;
    const signed = await device.ask(() => startAuthentication({ optionsJSON: begun.options }));
    if (signed === undefined) return;
    const { clientDataJSON, authenticatorData, signature } = signed.response;
    const credential = { id: signed.id, clientDataJSON, authenticatorData, signature };
    const session = await finish.send({ body: { ticket, credential } });
    if (session !== undefined) entered(session);
  }

  return (
    <div className="stack">
      <ErrorSummary faults={device.faults} />
      <Button
        type="primary"
        size="large"
        autoFocus
        loading={begin.pending || device.asking || finish.pending}
        onClick={() => void enter()}
      >
        {w.signIn}
      </Button>
    </div>
  );
}
