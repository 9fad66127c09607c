import * as z from 'zod';
import type { Context } from '../shared/http/call.ts';
import { instant, type Instant } from '../shared/values/instants.ts';
import type { DueRules } from './due-rules.ts';
import { dueKinds } from './notice-kinds.ts';
import type { Sender } from './written-mail.ts';

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly mime: string;
  /** Comes back with the news that it could not be delivered. */
  readonly tags: { readonly session: string; readonly notice: string };
}

/** Takes a message and sees to its delivery; throws when it does not take it. */
export interface MailService {
  send(letter: Letter): Promise<void>;
}

/** What wakes this capability when something is due. */
export const dueCall = z.strictObject({
  sessionId: z.string(),
  due: z.strictObject({
    kind: z.enum(dueKinds),
    at: instant,
    variant: z.string(),
    who: z.string().optional(),
  }),
  /** The start that the session had when this was planned; with another one it is stale. */
  start: instant,
});
export type DueCall = z.infer<typeof dueCall>;

/** Wakes once at an instant. Both are harmless to repeat: what is there is left, what is gone is gone. */
export interface Alarm {
  set(name: string, at: Instant, call: DueCall): Promise<void>;
  clear(name: string): Promise<void>;
}

/** The context of the verbs of this capability. */
export interface NoticeContext extends Pick<Context, 'store' | 'now' | 'pause' | 'randomBytes'> {
  readonly mail: MailService;
  readonly alarm: Alarm;
  readonly sender: Sender;
  readonly rules: DueRules;
}
