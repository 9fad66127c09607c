import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { refusals } from '../../functions/shared/refusals.ts';
import { discoverRoutes } from '../../infra/contracts.ts';
import { openApiDocument, refusalsOf } from '../../infra/openapi.ts';

const functions = join(import.meta.dirname, '../../functions');
const routes = await discoverRoutes(functions);

/** The parts of OpenAPI 3.1 that we use, as the specification demands them; what it does not know is an error. */
const schemaObject = z.looseObject({});
const content = z.record(z.string(), z.strictObject({ schema: schemaObject }));
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]+\.[A-Za-z]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(10),
  description: z.string().optional(),
  security: z.array(z.partialRecord(z.enum(['staff', 'guest']), z.array(z.string()).max(0))),
  parameters: z
    .array(
      z.strictObject({
        in: z.enum(['path', 'query', 'header']),
        name: z.string(),
        schema: schemaObject,
        required: z.boolean().optional(),
        description: z.string().optional(),
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content }),
  ),
});
const openApi = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().regex(/^\/api\/[A-Za-z{}/-]+$/),
    z.strictObject({ get: operation.optional(), post: operation.optional() }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), schemaObject),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
  }),
});

// What is judged is the text that is printed, read back.
const document = openApi.parse(JSON.parse(JSON.stringify(await openApiDocument(functions))));

function operationOf({ route }: (typeof routes)[number]) {
  const path = document.paths[route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')];
  const found = route.method === 'GET' ? path?.get : path?.post;
  if (found === undefined) throw new Error(`The document lacks ${route.method} ${route.path}.`);
  return found;
}

const named = routes.map((found) => [`${found.capability}.${found.name}`, found] as const);

describe('the OpenAPI document', () => {
  test('has an operation for each route, and no other', () => {
    expect(routes.length).toBeGreaterThan(30);
    const operations = Object.values(document.paths).flatMap(({ get, post }) => [get, post]);
    const ids = operations.flatMap((found) => (found === undefined ? [] : [found.operationId]));
    expect(ids.toSorted()).toEqual(named.map(([name]) => name).toSorted());
  });

  test('has no reference that leads nowhere', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]));
    expect(references).toContain('#/components/schemas/Problem');
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference ?? '')?.[1] ?? '';
      expect(document.components.schemas, reference).toHaveProperty(name);
    }
  });

  test('says a pair of the same kind as a list of two', () => {
    expect(JSON.stringify(document)).not.toContain('prefixItems');
    const assignment = document.paths['/api/interpreting/{sessionId}/assignment']?.post;
    const schema = assignment?.requestBody?.content['application/json']?.schema;
    const pair = { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } };
    expect(schema).toMatchObject({ properties: { between: pair } });
  });

  test.each(named)('%s: parameters, key and body as the contract says', (_, found) => {
    const { path, method, ownIds, reads } = found.route;
    const { parameters = [], requestBody } = operationOf(found);
    const inPath = parameters.filter((given) => given.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(
      [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]),
    );
    expect(inPath.every(({ required }) => required === true)).toBe(true);
    const keys = parameters.filter(({ name }) => name === 'Idempotency-Key');
    expect(keys).toHaveLength(method === 'POST' && ownIds !== true && reads !== true ? 1 : 0);
    expect(keys.every(({ required }) => required === true)).toBe(true);
    expect(requestBody?.required).toBe(method === 'GET' ? undefined : ownIds !== true);
    const schema = requestBody?.content['application/json']?.schema;
    // One of several forms: each of them.
    const forms = (schema as { oneOf?: readonly object[] } | undefined)?.oneOf ?? (schema ? [schema] : []);
    for (const form of forms) expect(form, 'unknown fields').toHaveProperty('additionalProperties', false);
  });

  test.each(named)('%s: whether it asks to sign in again', (_, { route }) => {
    expect(refusalsOf(route).includes('sign-in-again')).toBe(route.freshSignIn === true);
  });

  test.each(named)('%s: who may call it', (_, found) => {
    const schemes = operationOf(found).security.flatMap((one) => Object.keys(one));
    const { who } = found.route;
    const guests: readonly string[] = [
      'witness',
      'interpreter',
      'accused',
      'guardian',
      'support-person',
      'expert',
      'observer',
    ];
    const expected = new Set(
      who === 'anyone' ? [] : who.map((role) => (guests.includes(role) ? 'guest' : 'staff')),
    );
    expect(new Set(schemes)).toEqual(expected);
  });

  test.each(named)('%s: each refusal under its status', (_, found) => {
    const { responses } = operationOf(found);
    const codes = refusalsOf(found.route);
    expect(codes).toContain('internal-fault');
    for (const code of codes) {
      const response = responses[`${refusals[code].status}`];
      expect(response?.description).toContain(`\`${code}\``);
      const schema = response?.content['application/problem+json']?.schema as {
        allOf: [
          unknown,
          { properties: { code: { enum: string[] } } },
          { anyOf: { properties: { code: { const?: string }; facts?: object } }[] }?,
        ];
      };
      expect(schema.allOf[1].properties.code.enum).toContain(code);
      const facts = schema.allOf[2]?.anyOf.find(({ properties }) => properties.code.const === code)
        ?.properties.facts;
      expect(facts !== undefined, code).toBe('facts' in refusals[code]);
    }
    expect(Object.keys(responses)).toContain(`${found.route.status ?? 200}`);
  });
});
