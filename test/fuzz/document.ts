import { join } from 'node:path';
import { openApiDocument } from '../../infra/openapi.ts';
import { everyRoute, requestTo } from '../support/every-route.ts';
import type { Ground } from './ground.ts';

/** The parts of an operation that can have an example. */
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { example?: unknown }>> };
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/**
 * The document of the API as everybody reads it, and in it for each operation an example that is right on this ground:
 * no schema can say which people there are, and which hours are to come.
 */
export async function documentFor(ground: Ground): Promise<object> {
  const document: object = await openApiDocument(join(import.meta.dirname, '../../functions'));
  const { paths } = document as { readonly paths: Record<string, Record<string, Operation>> };
  for (const [name, found] of everyRoute) {
    const { method, path } = found.route;
    const operation = paths[path.replaceAll(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()];
    if (operation === undefined) throw new Error(`The document lacks ${name}.`);
    const hours = { earliest: inDays(7), latest: inDays(10) };
    const request = requestTo(found, ground.people, ground.placeOf(name), hours);
    const query = new URLSearchParams(request.path.split('?')[1]);
    for (const parameter of operation.parameters ?? [])
      if (parameter.in === 'query' && query.has(parameter.name))
        parameter.example = query.get(parameter.name);
    const content = operation.requestBody?.content['application/json'];
    if (content !== undefined) content.example = ground.bodyOf(name) ?? request.body;
  }
  return document;
}
