import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { DeployedStack } from './deployed-stack.ts';

/** What the demonstration must know again at the next start. Holds passwords, so only its owner may read the file. */

const guest = z.strictObject({ link: z.string(), pin: z.string() });

const demoState = z.strictObject({
  /** Ids of agencies and people, by our own names for them; chosen before they are entered, so none is entered twice. */
  ids: z.record(z.string(), z.string()),
  /** By e-mail. */
  passwords: z.record(z.string(), z.string()),
  /** The calendars of all who are entered were set once; since then they are their keepers'. */
  calendarsSet: z.boolean().optional(),
  caseId: z.string().optional(),
  /** Of which first case the fortnight was begun: it is made once. */
  fortnightOf: z.string().optional(),
  session: z.strictObject({ sessionId: z.string(), witness: guest, interpreter: guest }).optional(),
});
export type DemoState = z.infer<typeof demoState>;

const fileOf = (stack: DeployedStack) => join(stack.folder, 'demo.json');

export function readDemoState(stack: DeployedStack): DemoState {
  const file = fileOf(stack);
  return existsSync(file)
    ? demoState.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { ids: {}, passwords: {} };
}

export function writeDemoState(stack: DeployedStack, state: DemoState): void {
  writeFileSync(fileOf(stack), JSON.stringify(state, null, 2), { mode: 0o600 });
}
