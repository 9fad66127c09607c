import { Logger } from '@aws-lambda-powertools/logger';
import type { Spent } from './spent.ts';

/** What a function was woken by. */
export type Waker = 'request' | 'socket' | 'stream' | 'queue' | 'due' | 'mail' | 'sweep' | 'warm';

/**
 * The closed list of what may be written to the log, and with which facts. A log line is read by technicians who must
 * not learn who is heard in which case: ids, codes and counts only, never names, places, texts or secrets.
 */
export interface LogEvents {
  'request.done': {
    method: string;
    route: string;
    status: number;
    ms: number;
    request: string;
    refusal?: string;
  };
  'request.fault': { route: string; request: string; fault: string };
  'webhook.taken': { event: string };
  'webhook.forged': { reason: string };
  'webhook.repeated': { event: string };
  'webhook.quarantined': { event: string; reason: string };
  'media.room-removed': { rooms: number };
  'media.room-not-removed': { rooms: number; fault: string };
  'function.done': { woken: Waker; ms: number } & Spent;
  'media.room-not-refused': { rooms: number };
  'room.intruded': { kind: string };
  'page.listens': { sockets: number };
  'page.told-nothing': { refusal: string };
  'page.nudged': { told: number; gone: number; closed: number; failed: number };
  'page.nudge-dropped': { fault: string };
  'stream.batch': { records: number };
  'session.not-retimed': { session: string };
  'series.not-held': { fault: string };
  'sweep.done': { looked: number; repaired: number };
  'sweep.failed': { fault: string };
  'custody.published': { entries: number };
  'custody.entry-altered': { change: string };
  'custody.publish-failed': { fault: string };
  'custody.not-sequenced': { fault: string };
  'custody.came-late': { facts: number };
  'custody.unusual-reading': { rule: string; count: number };
  'notice.sent': { notices: number };
  'notice.not-sent': { kind: string; tries: number; fault: string };
  'notice.failed': { kind: string; fault: string };
  'notice.unreachable': { kind: string };
  'notice.not-logged': { notices: number };
  'help.called': { onCall: number };
  'help.rung': { step: number; texts: number };
  'help.text-not-sent': { fault: string };
  'help.not-answered': { minutes: number };
  'account.not-followed': { fault: string };
  'task.taken': { machine: string };
  'task.done': { machine: string; how: string };
  'task.failed': { machine: string };
  'task.unreadable': { fault: string };
  'task.queue-failed': { fault: string };
  'machine.sent-for': { machine: string };
  'room.relay-lost': { milliseconds: number };
  'presence.differs': { differences: number };
  'presence.unobserved': { holes: number };
  'presence.gap': { gaps: number };
  'machine.joined': { machine: string; room: string };
  'machine.not-joined': { machine: string; room: string; fault: string };
  'machine.left': { machine: string; room: string };
  'machine.not-renewed': { machine: string; fault: string };
  'machine.fenced': { machine: string };
  'due.done': { kind: string };
  'due.stale': { kind: string };
}

const logger = new Logger({ serviceName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'saksi' });

/** One JSON line. Faults are named by their class and message; a message of ours never holds personal data. */
export function logEvent<Event extends keyof LogEvents>(event: Event, facts: LogEvents[Event]): void {
  const wrong = /fault|forged|altered|failed|fenced|unreadable|not-|intruded|unusual/.test(event);
  logger[wrong ? 'error' : 'info'](event, { event, ...facts });
}

/** A fault as it may stand in the log: its class and code, not its message, which may quote input. */
export const faultName = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}${'code' in fault ? `:${String(fault.code)}` : ''}` : typeof fault;
