import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../../../ui/staff/api.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { FACTOR_KINDS, type FactorKind } from '../passkeys.rules.ts';
import { readSignOn } from '../sign-on.contract.ts';
import { SIGN_ON_FAULTS, type SignOnFault } from '../sign-on.rules.ts';
import { SIGN_ON_TEXTS } from './sign-on.texts.ts';

/** What the address of the door says after single sign-on; it is read once and taken out of the address. */
export function takeSaid(): {
  /** Whoever vouches has done so, and a second factor is owed. */
  readonly half?: { readonly ticket: string; readonly steps: FactorKind[] };
  readonly fault?: SignOnFault;
} {
  const said = new URLSearchParams(window.location.hash.slice(1));
  const ticket = said.get('ticket') ?? undefined;
  const named = said.get('steps')?.split(',') ?? [];
  const fault = SIGN_ON_FAULTS.find((one) => one === said.get('sign-on'));
  if (ticket !== undefined || fault !== undefined)
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return {
    ...(ticket === undefined ? {} : { half: { ticket, steps: FACTOR_KINDS.filter((kind) => named.includes(kind)) } }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** The way in by another who vouches; nothing where none was set up. */
export function SignOn({ fault }: { readonly fault: SignOnFault | undefined }): ReactNode {
  const w = useWords(SIGN_ON_TEXTS);
  const say = useSay();
  const [shown] = useState(fault);
  const read = useQuery({ queryKey: ['sign-on'], queryFn: ({ signal }) => call(readSignOn, { signal }), retry: false });
  const label = read.data?.label;
  return (
    <>
      {shown !== undefined && (
        <p className="wrong" role="alert">
          {w[shown]}
        </p>
      )}
      {label !== undefined && (
        <p className="sign-on">
          <a className="sign-on-go" href="/sign-on">
            {w.by(say(label))}
          </a>
          <span className="q">{w.or}</span>
        </p>
      )}
    </>
  );
}
