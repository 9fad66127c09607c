/** The functions of a capability: the ordinary one, and one for each urgency that a route of its contract names. */
import type { CapabilityRole } from '../../functions/shared/capability-role.ts';
import { urgencies, type Route, type Urgency } from '../../functions/shared/http/contract.ts';
import type { Capability } from './capability.ts';

export interface DeclaredFunction {
  /** Unique among all functions: `rooms`, `roomsStopping`. */
  readonly id: string;
  readonly capability: Capability;
  readonly urgency: Urgency | undefined;
  /** What this function may do; only an ordinary one can be woken by anything but a request. */
  readonly role: Omit<CapabilityRole, 'functions'>;
  /** What the gateway sends to it by method and path; the ordinary one is sent whatever is left below its prefix. */
  readonly routes: readonly RouteOf[];
}

type RouteOf = Pick<Route, 'method' | 'path' | 'urgency' | 'signed'>;

/**
 * @param routes those of its contract
 * @throws Error with a sentence when a route's urgency has no role, or a role of an urgency has no route; when a signed
 * route has no urgency, since at the gateway it needs a route and a limit of its own
 */
export function functionsOf(capability: Capability, routes: readonly RouteOf[]): readonly DeclaredFunction[] {
  const { name, role } = capability;
  const bare = routes.find((route) => route.signed && route.urgency === undefined);
  if (bare !== undefined)
    throw new Error(`functions/${name}/contract.ts: ${bare.path} is signed, so it must say an urgency.`);
  const urgent = urgencies.flatMap((urgency) => {
    const own = routes.filter((route) => route.urgency === urgency);
    const rights = role.functions?.[urgency];
    if (rights === undefined && own.length === 0) return [];
    if (rights === undefined)
      throw new Error(
        `functions/${name}/contract.ts has a route that is "${urgency}" (${own.map(({ path }) => path).join(', ')}), ` +
          `but role.ts declares no function for it. Say under "functions" what that one may do.`,
      );
    if (own.length === 0)
      throw new Error(
        `functions/${name}/role.ts declares a function that is "${urgency}", but no route of contract.ts is.`,
      );
    const id = `${name}${urgency.charAt(0).toUpperCase()}${urgency.slice(1)}`;
    return [{ id, capability, urgency, role: rights, routes: own }];
  });
  return [{ id: name, capability, urgency: undefined, role, routes: [] }, ...urgent];
}
