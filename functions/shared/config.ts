import * as z from 'zod';
import { urgencies, type Urgency } from './http/contract.ts';
import type { TableNames } from './store/dynamo.ts';

/** What the environment tells every capability's function; `infra/constructs/capability-function.ts` sets it. */
export interface Config {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly tableOf: TableNames;
  /** Of the secrets that hold the keys of the front door. */
  readonly frontDoorArns: readonly string[];
  /** See `assertFreshSignIn`. */
  readonly freshSignInMinutes: number;
  /** Which routes of its capability this function answers. */
  readonly urgency: Urgency | 'ordinary';
}

const environment = z.object({
  USER_POOL_ID: z.string().min(1),
  USER_POOL_CLIENT_ID: z.string().min(1),
  FRONT_DOOR_ARNS: z.string().min(1),
  FRESH_SIGN_IN_MINUTES: z.coerce.number().int().min(1),
  URGENCY: z.enum([...urgencies, 'ordinary']),
});

/** @throws at the start, with the name of what is missing, so that a wrong deployment never takes a request */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = environment.parse(env);
  return {
    userPoolId: known.USER_POOL_ID,
    userPoolClientId: known.USER_POOL_CLIENT_ID,
    frontDoorArns: known.FRONT_DOOR_ARNS.split(' '),
    freshSignInMinutes: known.FRESH_SIGN_IN_MINUTES,
    urgency: known.URGENCY,
    tableOf: (capability) => {
      const name = env[`TABLE_${capability.toUpperCase()}`];
      if (name === undefined) throw new Error(`This function has no right to the table of ${capability}.`);
      return name;
    },
  };
}
