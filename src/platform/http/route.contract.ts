import type { input, output, ZodType } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** At most `hits` requests of one address in `seconds`, counted by this process. */
export interface RateLimit {
  readonly hits: number;
  readonly seconds: number;
}

/** What every address has: what it takes, who may use it and what the audit calls it. */
interface Address<Permission extends string> {
  readonly method: Method;
  /** One line for the documentation. */
  readonly summary: string;
  readonly permission: Permission;
  /** The verb under which a use is recorded. */
  readonly audit: string;
  readonly params?: ZodType;
  readonly query?: ZodType;
  readonly body?: ZodType;
  /** Headers the handler reads beside `idempotency-key`, by name, each with what it holds. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Status of a success; 200 where absent. */
  readonly status?: 200 | 201 | 202;
  /** The request must carry an `idempotency-key` header. */
  readonly keyed?: true;
  readonly limit?: RateLimit;
  /** Bytes; 1 MB where absent. */
  readonly bodyLimit?: number;
  /** The request is multipart/form-data, read by the handler from `request`; `body` stays absent. */
  readonly files?: true;
  /** Shown in the documentation in place of one made from the schema. */
  readonly example?: { readonly body?: unknown; readonly response?: unknown };
}

/** Answers JSON. */
export interface JsonRoute<Permission extends string = string> extends Address<Permission> {
  /** Begins with /api/; parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly response: ZodType;
  readonly answers?: undefined;
}

/** Answers a kept file to download. */
export interface FileRoute<Permission extends string = string> extends Address<Permission> {
  readonly path: `/api/${string}`;
  readonly answers: 'file';
  /** Content types a file may have. */
  readonly types: readonly string[];
  readonly response?: undefined;
}

/** Answers a page of HTML to read and print; what is refused is a page too. */
export interface PageRoute<Permission extends string = string> extends Address<Permission> {
  readonly path: `/${string}`;
  readonly answers: 'page';
  /** Refusals, by their code, that lead the reader to another address (303) instead of showing an error. */
  readonly leads?: Readonly<Record<string, `/${string}`>>;
  readonly response?: undefined;
}

/**
 * One address of the interface. Server, browser, documentation and the access matrix of the tests all read this one
 * value. A product narrows `Permission` to its own list: `defineRoute({...} satisfies RouteContract<Permission>)`.
 */
export type RouteContract<Permission extends string = string> =
  | JsonRoute<Permission>
  | FileRoute<Permission>
  | PageRoute<Permission>;

/** What a success is sent as, without parameters. */
export function contentTypesOf(contract: RouteContract): readonly string[] {
  switch (contract.answers) {
    case 'page':
      return ['text/html'];
    case 'file':
      return contract.types.map((type) => type.split(';', 1)[0] ?? type);
    default:
      return ['application/json'];
  }
}

/** Keeps literals and schemas as exact types, so that {@link Body} and the others can be read off the contract. */
export function defineRoute<const C extends RouteContract>(contract: C): C {
  return contract;
}

type ReadAs<Schema> = Schema extends ZodType ? output<Schema> : undefined;
type SentAs<Schema> = Schema extends ZodType ? input<Schema> : undefined;
type Part<C, Name extends 'params' | 'query' | 'body'> = C extends { readonly [K in Name]: infer Schema }
  ? Schema
  : undefined;

/** As the handler reads it: checked, defaults filled in. */
export type Params<C extends RouteContract> = ReadAs<Part<C, 'params'>>;
export type Query<C extends RouteContract> = ReadAs<Part<C, 'query'>>;
export type Body<C extends RouteContract> = ReadAs<Part<C, 'body'>>;
/** As the handler gives it. */
export type Response<C extends RouteContract> = C extends JsonRoute ? output<C['response']> : never;

/** As a client sends it. */
export type SentParams<C extends RouteContract> = SentAs<Part<C, 'params'>>;
export type SentQuery<C extends RouteContract> = SentAs<Part<C, 'query'>>;
export type SentBody<C extends RouteContract> = SentAs<Part<C, 'body'>>;
/** As a client receives it. */
export type Received<C extends RouteContract> = C extends JsonRoute ? input<C['response']> : never;

/** A sentence in both languages of the interface. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Every error below /api is answered in this shape. */
export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly said: Sentence;
    readonly article?: string;
    /** Dotted path into the request: `people.0.name`. */
    readonly field?: string;
    /** Further fields to mend, where there are several. */
    readonly also?: readonly { readonly field: string; readonly said: Sentence }[];
    readonly requestId: string;
  };
}
