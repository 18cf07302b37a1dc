import { useEffect, useRef, useState } from 'react';
import { parseCitation, sayCitation } from '../../domain/articles.ts';
import type { Received, RouteContract } from '../../platform/http/route.contract.ts';
import { useAct } from './act.ts';
import type { Sent } from './api.ts';
import { type Fault, faultOf, useFaults } from './ErrorSummary.tsx';
import { useLanguage } from './words.tsx';

/** What the page around a small form wants to hear of it. */
export interface ActSlot {
  /** It is done; `said` tells what, when there is more to say than the act's own name. */
  readonly onDone: (said?: string) => void;
  /** What one had in view has changed meanwhile (409): read it again, and keep what was typed. */
  readonly onConflict: () => void;
}

/** Something to mend before anything is sent; `field` as the request names it. */
export interface Gap {
  readonly field: string;
  readonly text: string;
}

export interface ActFormState<C extends RouteContract> {
  /** Id of a control: unique on a page with several forms. */
  readonly id: (field: string) => string;
  readonly fault: (field: string) => string | undefined;
  readonly faults: readonly Fault[];
  readonly article: string | undefined;
  readonly requestId: string | undefined;
  readonly pending: boolean;
  /** Sends unless something is to be mended first. Undefined where it was not done. */
  readonly send: (sent: Sent<C>, gaps?: readonly (Gap | undefined)[]) => Promise<Received<C> | undefined>;
}

/**
 * One act as a small form: its faults beside their fields, its repeats harmless, its words kept when it fails.
 * `name` sets the form's fields apart from those of other forms on the page.
 */
export function useActForm<C extends RouteContract>(contract: C, name: string, slot: ActSlot): ActFormState<C> {
  const act = useAct(contract);
  const said = useFaults();
  const { language } = useLanguage();
  const latest = useRef(slot);
  latest.current = slot;
  useEffect(() => {
    if (act.error?.status === 409) latest.current.onConflict();
  }, [act.error]);
  const [missing, setMissing] = useState<readonly Gap[]>([]);
  const id = (field: string): string => `${name}.${field}`;
  const told: readonly Fault[] = missing.length > 0 ? missing : said(act.error);
  const faults = told.map((one) => (one.field === undefined ? one : { ...one, field: id(one.field) }));

  async function send(sent: Sent<C>, gaps: readonly (Gap | undefined)[] = []): Promise<Received<C> | undefined> {
    const found = gaps.filter((gap) => gap !== undefined);
    setMissing(found);
    if (found.length > 0) return undefined;
    return act.send(sent);
  }

  const cited = act.error?.error.article;
  return {
    id,
    fault: (field) => faultOf(faults, id(field)),
    faults,
    article: missing.length > 0 || cited === undefined ? undefined : sayCitation(parseCitation(cited), language),
    requestId: act.error !== undefined && act.error.status >= 500 ? act.error.error.requestId : undefined,
    pending: act.pending,
    send,
  };
}
