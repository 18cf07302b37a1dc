import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { holds, type Permission } from '../../../domain/permission.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { ApiError, call, holdCsrf, onShutOut } from '../../../ui/staff/api.ts';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { readSession, signOut } from '../accounts.contract.ts';
import { NewPassword } from './NewPassword.tsx';
import { FirstFactor } from './SecondFactor.tsx';
import { SignIn, SignInAgain } from './SignIn.tsx';

export type Session = Received<typeof readSession>;

const SessionContext = createContext<Session | undefined>(undefined);
const KEY = ['session'];

/** Who is signed in. Only beneath {@link SessionGate}. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession: not beneath SessionGate');
  return session;
}

/** Whether the post may call routes of a permission: what it may not is not drawn. The server decides in any case. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) =>
    holds({ kind: 'staff', account: session.account.id, body: session.body.id, roles: session.roles }, permission);
}

/** Takes what the server now says of this session. */
export function useKeepSession(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    holdCsrf(session.csrf);
    client.setQueryData(KEY, session);
  };
}

/** Ends the session and everything read in it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(signOut, {}).catch((error: unknown) => {
      // Already ended: that is what was wanted.
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
    });
    holdCsrf('');
    // The session last of all: whoever watches it must hear of it, and would not if it were removed.
    client.removeQueries({ predicate: isNotSession });
    client.setQueryData(KEY, null);
  };
}

/**
 * Shows `children` to those who are signed in, with a password of their own and the second factor their post takes, and what is missing to everybody else.
 * A session that ends in the midst of work is asked for again above the page, which keeps what was typed.
 */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const leave = useSignOut();
  const [left, setLeft] = useState(false);
  const session = useQuery({
    queryKey: KEY,
    queryFn: findSession,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

  useEffect(
    () =>
      onShutOut((error) => {
        const known = client.getQueryData<Session | null>(KEY);
        if (!known) return;
        if (error.error.code === 'change-password-first') client.setQueryData(KEY, { ...known, mustChange: true });
        else if (error.error.code === 'add-factor-first') client.setQueryData(KEY, { ...known, mustAddFactor: true });
        // A code or a passkey that was not right says nothing of the session.
        else if (error.error.code === 'sign-in-first') setLeft(true);
      }),
    [client],
  );

  function entered(next: Session): void {
    const before = client.getQueryData<Session | null>(KEY);
    holdCsrf(next.csrf);
    // Somebody else at the same desk must not see what the one before had read.
    if (before && before.account.id !== next.account.id) client.removeQueries({ predicate: isNotSession });
    client.setQueryData(KEY, next);
    setLeft(false);
    void client.invalidateQueries({ predicate: isNotSession });
  }

  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignIn entered={entered} />;
  if (session.data.mustChange) return <NewPassword session={session.data} changed={entered} />;
  if (session.data.mustAddFactor) return <FirstFactor session={session.data} changed={entered} leave={leave} />;
  return (
    <SessionContext value={session.data} key={session.data.account.id}>
      {children}
      {left && <SignInAgain entered={entered} />}
    </SessionContext>
  );
}

function isNotSession({ queryKey }: { readonly queryKey: QueryKey }): boolean {
  return queryKey[0] !== KEY[0];
}

async function findSession(): Promise<Session | null> {
  try {
    const session = await call(readSession, {});
    holdCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
