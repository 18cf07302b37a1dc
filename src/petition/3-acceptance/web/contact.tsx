import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Field } from '../../../ui/staff/Field.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';

interface Contact {
  /** As the request takes it: absent where nothing was typed. */
  readonly sent: { readonly handler?: string; readonly phone?: string };
  readonly fields: (id: (field: string) => string, fault: (field: string) => string | undefined) => ReactNode;
}

/** Whom the petitioner may ring: named in every notice. */
export function useContact(handlerNow: string | undefined): Contact {
  const w = useWords(ACCEPTANCE_FORM_TEXTS);
  const [handler, setHandler] = useState(handlerNow ?? '');
  const [phone, setPhone] = useState('');
  return {
    sent: {
      ...(handler.trim() === '' ? {} : { handler: handler.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    },
    fields: (id, fault) => (
      <div className="two">
        <Field id={id('handler')} label={w.handler} hint={w.handlerHint} fault={fault('handler')}>
          {(tied) => (
            <Input {...tied} maxLength={50} value={handler} onChange={(event) => setHandler(event.target.value)} />
          )}
        </Field>
        <Field id={id('phone')} label={w.phone} hint={w.phoneHint} fault={fault('phone')}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={30}
              inputMode="tel"
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
      </div>
    ),
  };
}
