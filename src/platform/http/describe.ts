import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentTypesOf, type RouteContract } from './route.contract.ts';

/** How every refusal below /api is answered; named in the document so that each address need only point to it. */
const sentence = z.object({ zh: z.string(), en: z.string() });
z.object({
  error: z.object({
    code: z.string().describe('For programs'),
    said: sentence.describe('For people'),
    article: z.string().optional().describe('The article it rests on, `law:article`'),
    field: z.string().optional().describe('What to mend, a dotted path into the request'),
    also: z.array(z.object({ field: z.string(), said: sentence })).optional(),
    requestId: z.string(),
  }),
}).meta({ id: 'Error' });
const ERROR = { $ref: '#/components/schemas/Error' };

// A schema JSON cannot express (a date object, a transformation) is described as "anything" rather than failing.
const CONFIG = { zodToJsonConfig: { unrepresentable: 'any' } } as const;
const transformSchema = createJsonSchemaTransform(CONFIG);
const transformObject = createJsonSchemaTransformObject(CONFIG);

/** What Fastify checks a request and an answer by, with what the document says of the address. */
export function schemaOf(contract: RouteContract, status: number): Record<string, unknown> {
  return {
    tags: [tagOf(contract)],
    summary: contract.summary,
    'x-permission': contract.permission,
    'x-audit': contract.audit,
    ...(contract.params ? { params: contract.params } : {}),
    ...(contract.query ? { querystring: contract.query } : {}),
    ...(contract.body ? { body: contract.body } : {}),
    ...(contract.files ? { consumes: ['multipart/form-data'] } : {}),
    ...(contract.response ? { response: { [status]: contract.response } } : {}),
  };
}

function tagOf({ path, answers }: RouteContract): string {
  return answers === 'page' ? 'pages' : (path.split('/')[2] ?? 'api');
}

/** The document's entry of one address: its schemas as JSON, and what no schema of the contract says. */
export function describeWith(contracts: readonly RouteContract[]): SwaggerTransform {
  return (route) => {
    const known = transformSchema(route as Parameters<typeof transformSchema>[0]);
    const method = String(route.route.method);
    const contract = contracts.find((one) => one.path === route.url && one.method === method);
    if (contract === undefined) return known;
    const { body, response, ...rest } = known.schema as Loose;
    return {
      url: known.url,
      schema: { ...rest, ...requestOf(contract, body), response: answersOf(contract, response) },
    };
  };
}

/** A schema on its way into the document. */
type Loose = Readonly<Record<string, unknown>> & { readonly body?: object; readonly response?: Answers };
type Answers = Readonly<Record<string, object>>;

function requestOf(contract: RouteContract, body: object | undefined): object {
  const names = Object.entries(contract.headers ?? {});
  const properties = Object.fromEntries(names.map(([name, description]) => [name, { type: 'string', description }]));
  const keyed = contract.method !== 'GET' && {
    'idempotency-key': { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' },
  };
  const headers = { ...properties, ...keyed };
  return {
    ...(Object.keys(headers).length === 0
      ? {}
      : {
          headers: {
            type: 'object',
            properties: headers,
            ...(contract.keyed ? { required: ['idempotency-key'] } : {}),
          },
        }),
    ...(contract.files ? { body: FILES } : body === undefined ? {} : { body: shown(body, contract.example?.body) }),
  };
}

const FILES = {
  type: 'object',
  properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
  required: ['file'],
};

function answersOf(contract: RouteContract, answers: Answers = {}): Answers {
  const status = String(contract.status ?? 200);
  if (contract.answers === undefined) {
    return {
      ...answers,
      [status]: shown(answers[status] ?? {}, contract.example?.response),
      '4XX': { description: 'Refused', content: { 'application/json': { schema: ERROR } } },
    };
  }
  const schema = contract.answers === 'page' ? { type: 'string' } : { type: 'string', format: 'binary' };
  const content = Object.fromEntries(contentTypesOf(contract).map((type) => [type, { schema }]));
  if (contract.answers === 'file')
    return {
      [status]: { description: 'The file, as a download', content },
      '4XX': { description: 'Refused', content: { 'application/json': { schema: ERROR } } },
    };
  return {
    [status]: { description: 'The page', content },
    ...(contract.leads === undefined
      ? {}
      : { '303': { description: `To ${[...new Set(Object.values(contract.leads))].join(' or ')}`, type: 'null' } }),
    '4XX': { description: 'Refused, as a page', content },
  };
}

function shown(schema: object, example: unknown): object {
  return example === undefined || '$ref' in schema ? schema : { ...schema, examples: [example] };
}

/** Adds the named schemas that something in the document points to; without them its references would lead nowhere. */
export const completeDocument: SwaggerTransformObject = (document) => {
  const whole = transformObject(document as Parameters<typeof transformObject>[0]) as {
    paths?: object;
    components?: { schemas?: Record<string, object> };
  };
  const all = whole.components?.schemas ?? {};
  const named = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? {}).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (named.has(name)) continue;
      named.add(name);
      visit(all[name]);
    }
  };
  visit(whole.paths);
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)));
  return { ...whole, components: { ...whole.components, schemas } } as ReturnType<SwaggerTransformObject>;
};
