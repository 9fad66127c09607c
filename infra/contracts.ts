/** Finds the routes: every `functions/<capability>/contract.ts` is data, and each route in it is an export. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route } from '../functions/shared/http/contract.ts';

export interface NamedRoute {
  /** The folder in which the contract lies. */
  readonly capability: string;
  /** The name under which the contract exports it; no two of one capability can be the same. */
  readonly name: string;
  readonly route: Route;
}

/** Every route, by capability and then in the order of the names. @param root absolute path of `functions/` */
export async function discoverRoutes(root: string): Promise<NamedRoute[]> {
  const capabilities = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'contract.ts')))
    .map((entry) => entry.name)
    .sort();
  const found = await Promise.all(capabilities.map((capability) => routesOf(root, capability)));
  return found.flat();
}

async function routesOf(root: string, capability: string): Promise<NamedRoute[]> {
  // Exports of a module come in alphabetical order, whatever the order in its file.
  const module = (await import(pathToFileURL(join(root, capability, 'contract.ts')).href)) as object;
  return Object.entries(module)
    .filter((pair): pair is [string, Route] => isRoute(pair[1]))
    .map(([name, route]) => ({ capability, name, route }));
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value;
