import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { runPool, type End, type Message, type TaskProcess } from '../../functions/media/pool.ts';
import { machineSecret, task, type Task } from '../../functions/media/port/task.ts';
import { newId } from '../../functions/shared/values/ids.ts';

const sessionId = newId((length) => new Uint8Array(length).fill(7));
const relay: Task = {
  sessionId,
  machine: 'relay',
  secret: machineSecret('s'.repeat(32), 'relay', sessionId),
};
const message = (body: unknown, receipt: string): Message => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  receipt,
});

/** A pool over a queue in memory, with processes that end when they are told how. */
function pool(messages: Message[], atOnce = 4) {
  const stopping = new AbortController();
  const said: string[] = [];
  const processes: { readonly end: (how: End) => void; readonly given: Task }[] = [];
  const start = (given: Task): TaskProcess => {
    const { promise: ended, resolve } = Promise.withResolvers<End>();
    const at = processes.length;
    processes.push({ end: resolve, given });
    return { ended, stop: () => (said.push(`stop ${at}`), resolve('stopped')) };
  };
  const waiting = () => after(1, undefined, { signal: stopping.signal }).catch(() => undefined);
  const busy = vi.fn<(tasks: number) => void>();
  const done = runPool({
    queue: {
      take: async () => {
        const next = messages.shift();
        if (next === undefined) await waiting();
        return next;
      },
      keep: async (receipt, seconds) => void said.push(`keep ${receipt} ${seconds}`),
      done: async (receipt) => void said.push(`done ${receipt}`),
    },
    start,
    read: (body) => task.parse(JSON.parse(body)),
    atOnce,
    wait: waiting,
    stopped: stopping.signal,
    busy,
    told: {
      taken: (kind) => said.push(`taken ${kind}`),
      ended: (kind, how) => said.push(`${kind} ${how}`),
      unreadable: () => said.push('unreadable'),
      unreachable: () => said.push('unreachable'),
    },
  });
  return {
    said,
    processes,
    busy,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

describe('a task', () => {
  it('has a process of its own, is kept from others as long as that runs, and is done when it is over', async () => {
    const { said, processes, stop, busy } = pool([message(relay, 'a')]);
    await vi.waitFor(() => expect(said.filter((each) => each === 'keep a 30').length).toBeGreaterThan(2));
    expect(processes.map(({ given }) => given)).toEqual([relay]);
    expect(said).not.toContain('done a');
    expect(busy).toHaveBeenLastCalledWith(1);
    processes[0]?.end('over');
    await vi.waitFor(() => expect(said).toContain('done a'));
    await vi.waitFor(() => expect(busy).toHaveBeenLastCalledWith(0));
    await stop();
    expect(said.filter((each) => each.startsWith('stop'))).toEqual([]);
  });

  it('whose process failed is left to the next who asks, and no other task notices', async () => {
    const { said, processes, stop } = pool([
      message(relay, 'a'),
      message({ ...relay, machine: 'observer' }, 'b'),
    ]);
    await vi.waitFor(() => expect(processes).toHaveLength(2));
    processes[0]?.end('failed');
    await vi.waitFor(() => expect(said).toContain('keep a 1'));
    expect(said).toContain('relay failed');
    expect(said).not.toContain('done a');
    const before = said.length;
    await vi.waitFor(() => expect(said.slice(before)).toContain('keep b 30'));
    await stop();
    expect(said).toContain('observer stopped');
  });

  it('that cannot be read is left where it is, and the next one is taken', async () => {
    const { said, processes, stop } = pool([
      message('{', 'a'),
      message({ ...relay, more: 1 }, 'b'),
      message(relay, 'c'),
    ]);
    await vi.waitFor(() => expect(processes).toHaveLength(1));
    await stop();
    expect(said.filter((each) => each === 'unreadable')).toHaveLength(2);
    expect(said.some((each) => / [ab]( |$)/.test(each))).toBe(false);
  });
});

it('takes no more tasks than it may have at once', async () => {
  const waiting = [message(relay, 'a'), message(relay, 'b'), message(relay, 'c')];
  const { processes, stop } = pool(waiting, 2);
  await vi.waitFor(() => expect(processes).toHaveLength(2));
  await after(20);
  expect(waiting).toHaveLength(1);
  processes[1]?.end('over');
  await vi.waitFor(() => expect(processes).toHaveLength(3));
  await stop();
});

it('that is stopped stops its processes, waits for them, and leaves their tasks to others at once', async () => {
  const { said, stop, processes } = pool([message(relay, 'a')]);
  await vi.waitFor(() => expect(processes).toHaveLength(1));
  await stop();
  expect(said.slice(-3)).toEqual(['stop 0', 'relay stopped', 'keep a 0']);
});

describe('the secret of a machine', () => {
  it('is of one machine, one session and one media server', () => {
    const other = newId((length) => new Uint8Array(length).fill(8));
    const secrets = [
      machineSecret('one', 'relay', sessionId),
      machineSecret('two', 'relay', sessionId),
      machineSecret('one', 'observer', sessionId),
      machineSecret('one', 'relay', other),
    ];
    expect(new Set(secrets).size).toBe(4);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
