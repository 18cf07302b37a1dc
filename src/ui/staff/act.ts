import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Received, RouteContract } from '../../platform/http/route.contract.ts';
import { ApiError, call, newKey, type Sent } from './api.ts';

/** One act as a form uses it. `send` answers undefined where it failed; `error` then says why. */
export interface Act<C extends RouteContract> {
  readonly send: (sent: Sent<C>) => Promise<Received<C> | undefined>;
  readonly pending: boolean;
  readonly error: ApiError | undefined;
  /** Forgets the error, as when the form is closed. */
  readonly reset: () => void;
}

/**
 * Carries out the writing call that `contract` describes. Sending the same content again after a failure repeats the same
 * intention (same idempotency key), so a lost answer never makes two acts; changed content is a new intention.
 * `refreshes` are the query keys whose answers are stale once it is done.
 */
export function useAct<C extends RouteContract>(contract: C, refreshes: readonly QueryKey[] = []): Act<C> {
  const client = useQueryClient();
  const intention = useRef({ content: '', key: '' });
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();

  async function send(sent: Sent<C>): Promise<Received<C> | undefined> {
    // Two clicks within one frame are one act.
    if (busy.current) return undefined;
    busy.current = true;
    const loose: { readonly params?: unknown; readonly body?: unknown } = sent;
    const content = JSON.stringify([loose.params, loose.body]);
    if (intention.current.content !== content) intention.current = { content, key: newKey() };
    setPending(true);
    setError(undefined);
    try {
      const done = await call(contract, { ...sent, key: sent.key ?? intention.current.key });
      intention.current = { content: '', key: '' };
      await Promise.all(refreshes.map((queryKey) => client.invalidateQueries({ queryKey })));
      return done;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      setError(cause);
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }
  return { send, pending, error, reset: () => setError(undefined) };
}
