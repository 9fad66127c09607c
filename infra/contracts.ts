/** Finds the routes: every `contract.ts` below `functions/<capability>/` is data, and each route in it is an export. */
import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
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
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'contract.ts')
    .sort();
  const found = (await Promise.all(files.map((file) => routesOf(root, file)))).flat();
  // A contract may pass on the routes of a part of it.
  const seen = new Set<Route>();
  return found.filter(({ route }) => !seen.has(route) && seen.add(route));
}

async function routesOf(root: string, file: string): Promise<NamedRoute[]> {
  const [capability = ''] = file.split(sep);
  // Exports of a module come in alphabetical order, whatever the order in its file.
  const module = (await import(pathToFileURL(join(root, file)).href)) as object;
  return Object.entries(module)
    .filter((pair): pair is [string, Route] => isRoute(pair[1]))
    .map(([name, route]) => ({ capability, name, route }));
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value;
