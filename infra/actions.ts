/**
 * Finds what can be entered in a custody log: every `actions.ts` below `functions/<capability>/` is data, and each action in it
 * is an export. `npm run -s actions` prints them all, for whoever has a log in hand and wants to know what an entry says.
 */
import { join } from 'node:path';
import * as z from 'zod';
import type { Action } from '../functions/custody/port/action.ts';
import { exportsOf, type NamedExport } from './exports.ts';

/** Every action, by capability and then in the order of the names. @param root absolute path of `functions/` */
export const discoverActions = (root: string): Promise<NamedExport<Action>[]> =>
  exportsOf(root, 'actions.ts', isAction);

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'action' in value && 'log' in value && 'entry' in value;

/** What is declared of an action, as JSON, with the shapes as JSON Schema. */
function described({ capability, value }: NamedExport<Action>) {
  const { action, log, by, authority, subject, details, sealed, maySeal, part, disclosable } = value;
  const shapeOf = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return {
    action,
    log,
    capability,
    by,
    authority,
    subject: Object.fromEntries(Object.entries(subject).map(([kind, ref]) => [kind, shapeOf(ref)])),
    details: shapeOf(details),
    sealed,
    maySeal,
    part,
    disclosable: disclosable.fields,
  };
}

if (import.meta.main) {
  const actions = await discoverActions(join(import.meta.dirname, '../functions'));
  process.stdout.write(`${JSON.stringify(actions.map(described), null, 2)}\n`);
}
