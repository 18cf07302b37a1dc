import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { listAccounts } from '../../../actors/accounts/accounts.contract.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { call } from '../../../ui/staff/api.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { nameHandlerRoute } from '../handling.contract.ts';
import { HANDLING_FORM_TEXTS } from './handling-forms.texts.ts';

/** T19, with the question of 条例 28¶3 asked each time. */
export function NameHandlerForm(
  props: ActSlot & { readonly matter: string; readonly assignment: string; readonly body: string },
): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  const say = useSay();
  const form = useActForm(nameHandlerRoute, 'name-handler', props);
  const [account, setAccount] = useState('');
  const [interested, setInterested] = useState(false);
  const read = useQuery({
    queryKey: ['accounts', props.body],
    queryFn: () => call(listAccounts, { query: { body: props.body } }),
  });
  const able = (read.data?.accounts ?? []).filter((one) => one.roles.includes('handler') || one.roles.includes('head'));

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [account === '' ? { field: 'account', text: w.needHandler } : undefined];
    const done = await form.send({ params: { matter }, body: { assignment, account, interested } }, gaps);
    if (done) props.onDone(able.find((one) => one.id === account)?.name);
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.name}>
      <Field
        id={form.id('account')}
        label={w.handler}
        fault={form.fault('account')}
        {...(read.isSuccess && able.length === 0 ? { hint: w.nobody } : {})}
      >
        {(tied) => (
          <select
            {...tied}
            className="in"
            value={account}
            onChange={(event) => {
              setAccount(event.target.value);
              setInterested(false);
            }}
          >
            <option value="">{w.choose}</option>
            {able.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} · {say(one.title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Checkbox checked={interested} onChange={(event) => setInterested(event.target.checked)}>
        {w.interested}
      </Checkbox>
      {interested && <p className="wrong">{w.interestedWhy}</p>}
    </ActForm>
  );
}
