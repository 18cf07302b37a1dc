import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call } from '../../../ui/staff/api.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { readOpening } from '../openings.contract.ts';
import { OpeningLine } from './Openings.tsx';
import { OPENINGS_TEXTS } from './openings.texts.ts';
import './openings.css';

/** For the security officer, as second person: the request whose code they were told. */
export function SecondPerson(): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string>();
  const [fault, setFault] = useState<string>();
  const read = useQuery({
    queryKey: ['opening', code],
    queryFn: ({ signal }) => call(readOpening, { params: { code: code ?? '' }, signal }),
    enabled: code !== undefined,
    gcTime: 0,
  });

  function find(event: FormEvent): void {
    event.preventDefault();
    const given = typed.trim();
    setFault(given === '' ? w.needCode : undefined);
    setCode(given === '' ? undefined : given);
  }

  return (
    <section className="second-person" aria-label={w.secondTitle}>
      <h2>{w.secondTitle}</h2>
      <p className="s q">{w.secondWhy}</p>
      <form className="stack" onSubmit={find} noValidate>
        <Field id="opening-code" label={w.code} fault={fault}>
          {(tied) => (
            <Input
              {...tied}
              value={typed}
              maxLength={12}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit">{w.find}</Button>
      </form>
      {code !== undefined &&
        (read.isPending ? (
          <Waiting lines={2} />
        ) : read.isError ? (
          <Failed error={read.error} />
        ) : (
          <OpeningLine opening={read.data} done={() => void read.refetch()} />
        ))}
    </section>
  );
}
