import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { id } from '../../shared/values/ids.ts';
import { machine, type MachineKind } from '../contract.ts';

/**
 * What `rooms` sends to the queue of the media worker when a machine is needed in a session. Sent twice it is harmless: whoever comes
 * second is told that another holds it.
 */
export const task = z.strictObject({
  sessionId: id,
  machine,
  /** By which this machine of this session is known where it asks; nothing else can be done with it. */
  secret: z.string().length(43),
});
export type Task = z.output<typeof task>;

/** The secret of a machine, made anew whenever it is needed and kept nowhere. @param mediaSecret of the media server's API key */
export const machineSecret = (mediaSecret: string, kind: MachineKind, sessionId: string): string =>
  createHmac('sha256', mediaSecret).update(`machine ${kind} ${sessionId}`).digest('base64url');
