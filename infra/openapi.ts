/**
 * The OpenAPI 3.1 document, made from the contracts and the closed list of refusals: `npm run -s openapi` prints it.
 * Nothing of it is written by hand, so it can be neither wrong nor behind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { guestRoles, staffRoles } from '../functions/shared/access/roles.ts';
import { refusals, type RefusalCode } from '../functions/shared/refusals.ts';
import { discoverRoutes, type NamedRoute } from './contracts.ts';

const root = join(import.meta.dirname, '..');

/** RFC 9457, with our closed code and the fields that are at fault. */
const problem = z
  .strictObject({
    type: z.string().meta({ examples: ['urn:saksi:refusal:not-found'] }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What to do next.' }),
    code: z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]),
    errors: z
      .array(z.strictObject({ pointer: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'A JSON Pointer into the request and a sentence, for each fault.' }),
    facts: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'What a client may need to act on it; which facts, each code says.' }),
    request: z.string().meta({ description: 'The number under which the technician finds this in the log.' }),
  })
  .meta({ id: 'Problem', description: 'Why saksi says no, and what to do next.' });

const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .meta({
    description:
      'A new random value for each action, and the same for each retry of it: the action is carried out once.',
  });

/** The document over every contract below `functions`. */
export async function openApiDocument(functions: string) {
  const routes = await discoverRoutes(functions);
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const found of routes) {
    const path = found.route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    (paths[path] ??= {})[found.route.method.toLowerCase()] = operationOf(found);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: 'saksi',
      version,
      description: 'Testimony and interviews by video link between countries, safely and provably.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ capability }) => capability))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problem, ...Object.fromEntries(factsSchemas.values()) },
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A Cognito access token. Role and agency come from the directory at every request.',
        },
        guest: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-saksi',
          description: 'The seat that this device holds since its invitation was redeemed.',
        },
      },
    },
  };
  return createDocument(document, { override: asToldTo });
}

const asToldTo: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, io }) => {
  sayAsList(jsonSchema);
  if (io === 'input') sayKeptText(jsonSchema);
};

type Shape = Parameters<NonNullable<CreateDocumentOptions['override']>>[0]['jsonSchema'];

/** No text that is sent to us may hold NUL or U+FFFD, whatever it is for (`shared/http/body.ts`). */
function sayKeptText(shape: Shape): void {
  const { type, pattern, format, const: only, enum: choices } = shape;
  if (type === 'string' && [pattern, format, only, choices].every((said) => said === undefined))
    shape.pattern = '^[^\\u0000\\uFFFD]*$';
}

/** A pair of the same kind is a list of two: some readers of documents stumble over `prefixItems`. */
function sayAsList(shape: Shape): void {
  const [first, ...more] = shape.prefixItems ?? [];
  if (first === undefined || more.some((each) => JSON.stringify(each) !== JSON.stringify(first))) return;
  delete shape.prefixItems;
  Object.assign(shape, { items: first, minItems: 1 + more.length, maxItems: 1 + more.length });
}

function operationOf({ capability, name, route }: NamedRoute): ZodOpenApiOperationObject {
  const { method, who, params, query, body, answer, status = 200, summary, ownIds } = route;
  return {
    operationId: `${capability}.${name}`,
    tags: [capability],
    summary,
    ...(who === 'anyone' ? {} : { description: `For: ${who.join(', ')}.` }),
    security: securityOf(who),
    requestParams: {
      ...(isEmpty(params) ? {} : { path: params }),
      ...(isEmpty(query) ? {} : { query }),
      ...(needsKey(route) ? { header: z.object({ 'Idempotency-Key': idempotencyKey }) } : {}),
    },
    ...(method === 'GET'
      ? {}
      : // Whoever signs nothing is told nothing, not even that there was no body.
        { requestBody: { required: !ownIds, content: { [mediaTypeOfBody(ownIds)]: { schema: body } } } }),
    responses: {
      [`${status}`]: {
        description: 'Done.',
        content: { 'application/json': { schema: answer } },
      },
      ...problemResponses(refusalsOf(route)),
    },
  };
}

const isEmpty = ({ shape }: z.ZodObject): boolean => Object.keys(shape).length === 0;

const needsKey = ({ method, ownIds, reads }: NamedRoute['route']): boolean =>
  method === 'POST' && ownIds !== true && reads !== true;

/** Hooks are signed over the bytes of the body, under a media type of their sender's own. */
const mediaTypeOfBody = (ownIds: true | undefined) => (ownIds ? '*/*' : 'application/json');

function securityOf(who: NamedRoute['route']['who']) {
  if (who === 'anyone') return [];
  const has = (roles: readonly string[]) => who.some((role) => roles.includes(role));
  return [
    ...(has([...staffRoles, 'interpreter-with-account']) ? [{ staff: [] }] : []),
    ...(has(guestRoles) ? [{ guest: [] }] : []),
  ];
}

/** What this route may refuse: its own, and those that its form brings with it. */
export function refusalsOf(route: NamedRoute['route']): RefusalCode[] {
  const { method, who, params, query, ownIds, signed, freshSignIn } = route;
  const codes = new Set<RefusalCode>(route.refusals ?? []);
  const add = (when: boolean, ...more: readonly RefusalCode[]) => {
    if (when) for (const code of more) codes.add(code);
  };
  add(!signed, 'front-door-only');
  add(who !== 'anyone', 'sign-in-needed', 'not-your-role');
  add(freshSignIn === true, 'sign-in-again');
  add(!isEmpty(query), 'invalid-request');
  add(!isEmpty(params), 'not-found');
  // Whoever was only named in a case reads and does nothing of it.
  add(!isEmpty(params) && who !== 'anyone', 'case-not-taken');
  add(method === 'POST' && !ownIds, 'invalid-request', 'does-not-fit', 'not-json');
  add(method === 'POST', 'body-too-large');
  add(needsKey(route), 'idempotency-key-missing', 'idempotency-key-reused', 'busy');
  add(true, 'internal-fault');
  return [...codes];
}

/** `already-booked`: `AlreadyBookedFacts`. */
const factsName = (code: string): string =>
  `${code.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Facts`;

/** The facts of each code that has some, under the name by which the document refers to them. */
const factsSchemas = new Map<RefusalCode, readonly [name: string, facts: z.ZodObject]>(
  Object.entries(refusals).flatMap(([code, refusal]) =>
    'facts' in refusal ? [[code as RefusalCode, [factsName(code), refusal.facts]]] : [],
  ),
);

/** That a problem of this code has these facts. */
const factsOf = (code: RefusalCode, [name]: readonly [string, z.ZodObject]) => ({
  type: 'object' as const,
  properties: { code: { const: code }, facts: { $ref: `#/components/schemas/${name}` } },
});

/** What the codes of one status say beside what every problem says. */
function problemsOf(group: RefusalCode[]) {
  const codes = { type: 'object' as const, properties: { code: { enum: group } } };
  const bare = group.filter((code) => !factsSchemas.has(code));
  const withFacts = group.flatMap((code) => {
    const facts = factsSchemas.get(code);
    return facts === undefined ? [] : [factsOf(code, facts)];
  });
  if (withFacts.length === 0) return [codes];
  const others = bare.length === 0 ? [] : [{ type: 'object' as const, properties: { code: { enum: bare } } }];
  return [codes, { anyOf: [...withFacts, ...others] }];
}

function problemResponses(codes: readonly RefusalCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, (code) => refusals[code].status);
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, group] of [...byStatus].sort(([one], [other]) => one - other)) {
    responses[`${status as 400}`] = {
      description: group
        .map((code) => `\`${code}\`: ${refusals[code].title} ${refusals[code].next}`)
        .join('\n\n'),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [{ $ref: '#/components/schemas/Problem' }, ...problemsOf(group)],
          },
        },
      },
    };
  }
  return responses;
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(await openApiDocument(join(root, 'functions')), null, 2)}\n`);
}
