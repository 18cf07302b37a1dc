import { startRegistration } from '@simplewebauthn/browser';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { ErrorSummary, type Fault, faultOf } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { addPasskey, beginPasskey } from '../passkeys.contract.ts';
import { LONGEST_LABEL } from '../passkeys.rules.ts';
import { usePasskeyAsking } from './passkey-browser.ts';
import { PASSKEY_TEXTS } from './passkeys.texts.ts';

/** Adding a passkey of this device, or of a key plugged into it, under a name. */
export function AddPasskey({
  changed,
}: {
  readonly changed: (session: Received<typeof addPasskey>, done: string) => void;
}): ReactNode {
  const w = useWords(PASSKEY_TEXTS);
  const begin = useAct(beginPasskey);
  const finish = useAct(addPasskey, [['own-passkeys']]);
  const device = usePasskeyAsking(begin.error, finish.error);
  const [label, setLabel] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : device.faults;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const gaps = label.trim() === '' ? [{ field: 'label', text: w.needLabel }] : [];
    setMissing(gaps);
    if (gaps.length > 0) return;
    device.forget();
    finish.reset();
    const begun = await begin.send({});
    if (begun === undefined) return;
    const made = await device.ask(() => startRegistration({ optionsJSON: begun.options }));
    if (made === undefined) return;
    const { clientDataJSON, attestationObject, transports = [] } = made.response;
    const credential = { id: made.id, clientDataJSON, attestationObject, transports };
    const session = await finish.send({ body: { label: label.trim(), credential } });
    if (session !== undefined) changed(session, w.added);
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      <Field id="label" label={w.label} hint={w.labelHint} fault={faultOf(faults, 'label')}>
        {(tied) => (
          <Input
            {...tied}
            size="large"
            maxLength={LONGEST_LABEL}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" size="large" loading={begin.pending || device.asking || finish.pending}>
        {w.add}
      </Button>
    </form>
  );
}
