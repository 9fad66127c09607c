import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { newId } from '../shared/values/ids.ts';
import { faultName, logEvent } from '../shared/log.ts';
import { exitCodes, forked } from './forked.ts';
import { guarded } from './guarded.ts';
import { askTurn, NoTurn } from './machine/ask-turn.ts';
import { connections } from './machine/connections.ts';
import { runMachine } from './machine/run-machine.ts';
import { observer } from './observer/observer.ts';
import { runPool } from './pool.ts';
import { task } from './port/task.ts';
import { relay } from './relay/relay.ts';
import { sqsTasks } from './sqs-tasks.ts';

/** One program in two parts: it takes tasks, and starts itself again for each, where it is the machine that the task asks for. */

const now = () => performance.now();
const stopping = new AbortController();
const stopped = stopping.signal;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());

/** Resolves at once when everything is to stop. */
const wait = (milliseconds: number): Promise<void> =>
  after(milliseconds, undefined, { signal: stopped }).catch(() => undefined);

async function takeTasks(): Promise<void> {
  const settings = z
    .object({
      QUEUE_URL: z.url(),
      TASKS_AT_ONCE: z.coerce.number().int().min(1),
      ECS_AGENT_URI: z.url().optional(),
    })
    .parse(process.env);
  const queue = sqsTasks(new SQSClient({ useQueueUrlAsEndpoint: false }), settings.QUEUE_URL);
  const unreachable = (fault: unknown) => logEvent('task.queue-failed', { fault: faultName(fault) });
  await runPool({
    queue,
    start: (given) => forked(process.argv[1] ?? '', given),
    read: (body) => task.parse(JSON.parse(body)),
    atOnce: settings.TASKS_AT_ONCE,
    wait,
    stopped,
    busy: guarded(settings.ECS_AGENT_URI, now, unreachable),
    told: {
      taken: (machine) => logEvent('task.taken', { machine }),
      ended: (machine, how) => {
        if (how === 'failed') logEvent('task.failed', { machine });
        else logEvent('task.done', { machine, how });
      },
      unreadable: (fault) => logEvent('task.unreadable', { fault: faultName(fault) }),
      unreachable,
    },
  });
}

async function beMachine(): Promise<void> {
  const apiUrl = z.url().parse(process.env['API_URL']);
  const given = new Promise<unknown>((resolve) => process.once('message', resolve));
  // Whoever started it is gone, so nobody keeps its task from others any more.
  process.once('disconnect', () => stopping.abort());
  const { machine: kind, sessionId, secret } = task.parse(await given);
  // For whoever looks at a machine on which many run.
  process.title = `saksi ${kind}`;
  const { machine, enter } = kind === 'relay' ? relay(now) : observer({ now, clock: () => new Date() });
  const alive = setInterval(() => process.send?.('alive'), 500);
  const end = await runMachine({
    kind,
    secret,
    holder: newId(randomBytes),
    machine,
    rooms: connections(enter, {
      joined: (room) => logEvent('machine.joined', { machine: kind, room: kindOfRoom(room) }),
      left: (room) => logEvent('machine.left', { machine: kind, room: kindOfRoom(room) }),
      notJoined: (room, fault) =>
        logEvent('machine.not-joined', { machine: kind, room: kindOfRoom(room), fault: faultName(fault) }),
    }),
    ask: askTurn(apiUrl, kind, sessionId),
    isForGood: (fault) => fault instanceof NoTurn && fault.isForGood,
    now,
    wait,
    stopped,
    told: {
      notRenewed: (fault) => logEvent('machine.not-renewed', { machine: kind, fault: faultName(fault) }),
      fenced: () => logEvent('machine.fenced', { machine: kind }),
    },
  });
  clearInterval(alive);
  process.exit(exitCodes[end]);
}

/** Without the pseudonym of whoever it is of. */
const kindOfRoom = (room: string): string => room.replace(/-.*$/s, '');

// What goes wrong here ends the process, which whoever started it sees.
void (process.argv[2] === 'machine' ? beMachine() : takeTasks());
