/** Finds the routes: every `contract.ts` below `functions/<capability>/` is data, and each route in it is an export. */
import type { Route } from '../functions/shared/http/contract.ts';
import { exportsOf } from './exports.ts';

export interface NamedRoute {
  /** The folder in which the contract lies. */
  readonly capability: string;
  /** The name under which the contract exports it; no two of one capability can be the same. */
  readonly name: string;
  readonly route: Route;
}

/** Every route, by capability and then in the order of the names. @param root absolute path of `functions/` */
export async function discoverRoutes(root: string): Promise<NamedRoute[]> {
  const found = await exportsOf(root, 'contract.ts', isRoute);
  // A contract may pass on the routes of a part of it.
  const seen = new Set<Route>();
  return found
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .map(({ capability, name, value }) => ({ capability, name, route: value }));
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value;
