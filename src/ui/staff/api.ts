import type {
  ErrorAnswer,
  Received,
  RouteContract,
  SentBody,
  SentParams,
  SentQuery,
} from '../../platform/http/route.contract.ts';

/** What the server, or the way to it, said instead of an answer. `status` is 0 where no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly error: ErrorAnswer['error'];
  constructor(status: number, error: ErrorAnswer['error']) {
    super(error.code);
    this.name = 'ApiError';
    this.status = status;
    this.error = error;
  }
}

/** A part of the request: to be given where the contract asks for it, to be left out where it has none. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : // biome-ignore lint/complexity/noBannedTypes: tells an object whose every field may be left out
    {} extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

/** What a call sends. `form` is for contracts with `files`; `key` names the intention, so that a repeat is no second act. */
export type Sent<C extends RouteContract> = Part<'params', SentParams<C>> &
  Part<'query', SentQuery<C>> &
  Part<'body', SentBody<C>> & {
    readonly key?: string;
    readonly form?: FormData;
    readonly signal?: AbortSignal;
  };

/** The same, without its types: what is left once the contract has checked the call. */
interface Loose {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly key?: string;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

/** What is wanted before anything else. */
const FIRST: readonly string[] = ['change-password-first', 'add-factor-first'];

let csrf = '';
const leavers = new Set<(error: ApiError) => void>();

/** Keeps the token of the session, which goes along with every writing call. */
export function holdCsrf(token: string): void {
  csrf = token;
}

/** Calls `listener` when the server no longer knows who we are (401) or first wants a new password or a second factor. Returns the undoing. */
export function onShutOut(listener: (error: ApiError) => void): () => void {
  leavers.add(listener);
  return () => leavers.delete(listener);
}

/**
 * A name for one intention of writing. Not `crypto.randomUUID`, which browsers withhold from pages without https, as on
 * an office's own network.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Calls the address that `contract` describes. Throws {@link ApiError} for every answer that is not a success. */
export async function call<C extends RouteContract>(contract: C, sent: Sent<C>): Promise<Received<C>> {
  const loose: Loose = sent;
  const answer = await fetchAnswer(contract, loose);
  const read: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && read !== undefined) return read as Received<C>;
  const error = new ApiError(answer.status, errorOf(read) ?? unreadable(answer));
  if (answer.status === 401 || FIRST.includes(error.error.code)) {
    for (const leave of leavers) leave(error);
  }
  throw error;
}

async function fetchAnswer(contract: RouteContract, sent: Loose): Promise<globalThis.Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method: contract.method, headers, credentials: 'same-origin' };
  if (contract.method !== 'GET') {
    if (csrf !== '') headers['x-csrf'] = csrf;
    headers['idempotency-key'] = sent.key ?? newKey();
  }
  if (sent.form !== undefined) init.body = sent.form;
  else if (sent.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(sent.body);
  }
  if (sent.signal !== undefined) init.signal = sent.signal;
  try {
    return await fetch(addressOf(contract.path, sent.params, sent.query), init);
  } catch (cause) {
    if (sent.signal?.aborted) throw cause;
    throw new ApiError(0, {
      code: 'no-connection',
      said: {
        zh: '没有连上服务器，写下的内容都还在。请检查网络后再试一次。',
        en: 'The server could not be reached; what you wrote is still here. Check the network and try again.',
      },
      requestId: '',
    });
  }
}

/** The address with its parameters and its query filled in; undefined, empty and false parts of the query stay out. */
export function addressOf(path: string, params?: unknown, query?: unknown): string {
  const named = new Map(Object.entries(params ?? {}));
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(named.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function errorOf(read: unknown): ErrorAnswer['error'] | undefined {
  if (typeof read !== 'object' || read === null || !('error' in read)) return undefined;
  const { error } = read;
  return typeof error === 'object' && error !== null && 'code' in error && 'said' in error
    ? (error as ErrorAnswer['error'])
    : undefined;
}

function unreadable(answer: globalThis.Response): ErrorAnswer['error'] {
  return {
    code: 'unreadable',
    said: {
      zh: `服务器的回答读不懂（${answer.status}）。请稍后再试；若一直如此，请告诉系统管理员。`,
      en: `The server's answer cannot be read (${answer.status}). Try again shortly; if it stays so, tell your administrator.`,
    },
    requestId: answer.headers.get('x-request-id') ?? '',
  };
}
