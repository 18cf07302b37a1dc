import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { changeAccount, createAccount } from '../../../actors/accounts/accounts.contract.ts';
import { ROLE_LABELS, ROLES, type Role } from '../../../domain/vocabulary.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { type Administered, REFRESHES } from './accounts-data.ts';
import { ACCOUNTS_TEXTS } from './accounts-page.texts.ts';

/** A password that was made just now, and whose. */
export interface Told {
  readonly name: string;
  readonly password: string;
}

/** Makes an account in `body`, or changes the one given. */
export function AccountForm({
  body,
  account,
  told,
  close,
}: {
  readonly body: string;
  readonly account?: Administered;
  readonly told: (one: Told) => void;
  readonly close?: () => void;
}): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const say = useSay();
  const create = useAct(createAccount, REFRESHES);
  const change = useAct(changeAccount, REFRESHES);
  const faults = useFaults();
  const [given, setGiven] = useState({
    login: '',
    name: account?.name ?? '',
    title: account?.title.zh ?? '',
    titleEn: account?.title.en ?? '',
    phone: account?.phone ?? '',
  });
  const [roles, setRoles] = useState<readonly Role[]>(account?.roles ?? []);
  const [gaps, setGaps] = useState<Readonly<Record<string, string>>>({});
  const error = account === undefined ? create.error : change.error;
  const fault = (field: string): string | undefined => gaps[field] ?? faultOf(faults(error), field);
  const prefix = account === undefined ? 'new' : 'edit';

  async function go(): Promise<void> {
    const found: Record<string, string> = {
      ...(given.name.trim() === '' ? { name: w.needName } : {}),
      ...(account === undefined && given.login.trim() === '' ? { login: w.needLogin } : {}),
      ...(roles.length === 0 && account?.roles.length !== 0 ? { roles: w.needRoles } : {}),
    };
    setGaps(found);
    if (Object.keys(found).length > 0) return;
    const { login, ...person } = given;
    if (account === undefined) {
      const made = await create.send({ body: { body, login, ...person, roles: [...roles] } });
      if (made === undefined) return;
      told({ name: given.name, password: made.password });
      setGiven({ login: '', name: '', title: '', titleEn: '', phone: '' });
      setRoles([]);
      return;
    }
    const done = await change.send({ params: { account: account.id }, body: { ...person, roles: [...roles] } });
    if (done === undefined) return;
    notice(done.waits ? w.savedWaits : w.saved);
    close?.();
  }

  const line = (field: keyof typeof given, label: string, hint?: string): ReactNode => (
    <Field id={`${prefix}.${field}`} label={label} fault={fault(field)} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <Input
          {...tied}
          autoComplete="off"
          maxLength={60}
          value={given[field]}
          onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      className="stack acc-form"
      noValidate
      aria-label={account === undefined ? w.made : w.change}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <ApiErrorSummary error={error} />
      <div className="acc-fields">
        {line('name', w.name)}
        {account === undefined && line('login', w.login, w.loginHint)}
        {line('title', w.post)}
        {line('titleEn', w.postEn)}
        {line('phone', w.phone)}
      </div>
      <fieldset className="acc-roles">
        <legend>{w.roles}</legend>
        {fault('roles') !== undefined && <p className="hint fault">{fault('roles')}</p>}
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={roles.includes(role)}
            onChange={(event) =>
              setRoles(event.target.checked ? [...roles, role] : roles.filter((one) => one !== role))
            }
          >
            {say(ROLE_LABELS[role])}
          </Checkbox>
        ))}
      </fieldset>
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={create.pending || change.pending}>
          {account === undefined ? w.create : w.save}
        </Button>
        {close !== undefined && <Button onClick={close}>{w.cancel}</Button>}
      </div>
    </form>
  );
}
