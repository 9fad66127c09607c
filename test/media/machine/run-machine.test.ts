import type { Id } from '../../../functions/shared/values/ids.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Place, Turn, Turned } from '../../../functions/media/contract.ts';
import { held } from '../../../functions/media/machine/fence.ts';
import { mayBeIn } from '../../../functions/media/machine/may-be-in.ts';
import { runMachine } from '../../../functions/media/machine/run-machine.ts';

const places = [{ room: 'hearing', since: 3 }];
const passage = { judge: { heard: 'as-is', seen: 'as-is' } } as const;
const yours: Turned = { hold: 'yours', again: 1_000, places, passage };
const anothers: Turned = { hold: 'of-another', again: 1_000, places: [], passage: {} };
const over: Turned = { hold: 'over', again: 0, places: [], passage: {} };

/** A machine whose clock goes on by whatever it waits, and by what `ask` takes. */
function machine(answers: (turn: Turn, at: number) => Turned | 'silence' | 'refusal') {
  let time = 0;
  const stopping = new AbortController();
  let at: Place[] = [];
  const said: string[] = [];
  const turns: Turn[] = [];
  let passed: Turned['passage'] | undefined;
  // Everybody who waits until an hour is let go on at it, one hour after the other.
  const waiting: { readonly until: number; readonly go: () => void }[] = [];
  const waits = (milliseconds: number) =>
    new Promise<void>((go) => void waiting.push({ until: time + milliseconds, go }));
  const ended = runMachine({
    kind: 'relay',
    secret: 's'.repeat(43),
    holder: 'h'.repeat(26) as Id,
    machine: {
      says: () => ({ flowing: true }),
      taken: () => void said.push(`taken at ${time}`),
      letPass: (told) => void (passed = told.passage),
    },
    rooms: {
      at: () => at,
      follow: (told) => void (at = told.map(({ room, since }) => ({ room, since }))),
      leaveAll: async () => {
        if (at.length > 0) said.push(`left at ${time}`);
        at = [];
      },
    },
    ask: async (turn) => {
      turns.push(turn);
      const answer = answers(turn, time);
      if (answer === 'refusal') throw new Error('refusal');
      if (answer !== 'silence') return answer;
      await waits(1_500);
      throw new Error('silence');
    },
    isForGood: (fault) => fault instanceof Error && fault.message === 'refusal',
    now: () => time,
    wait: (milliseconds) => waits(milliseconds),
    stopped: stopping.signal,
    told: {
      notRenewed: () => void said.push(`not renewed at ${time}`),
      fenced: () => void said.push(`fenced at ${time}`),
    },
  });
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));
  const pass = async (milliseconds: number) => {
    const end = time + milliseconds;
    for (;;) {
      await settle();
      const next = Math.min(...waiting.map(({ until }) => until));
      if (next > end) break;
      time = next;
      for (const each of waiting.splice(0))
        if (each.until <= time) each.go();
        else waiting.push(each);
    }
    time = end;
  };
  return { pass, said, turns, ended, stopping, where: () => at, passed: () => passed };
}

describe('a machine', () => {
  it('does what it is told, about once in a second', async () => {
    const { pass, turns, where, passed, said } = machine(() => yours);
    await pass(10_500);
    expect(turns).toHaveLength(11);
    expect(turns[0]).toEqual({ secret: 's'.repeat(43), holder: 'h'.repeat(26) as Id, at: [], flowing: true });
    expect(turns[1]?.at).toEqual(places);
    expect(where()).toEqual(places);
    expect(passed()).toEqual(passage);
    expect(said.filter((each) => !each.startsWith('taken'))).toEqual([]);
  });

  it('that is another’s is nowhere and goes on asking, until it is its own', async () => {
    let isFree = false;
    const { pass, turns, where } = machine(() => (isFree ? yours : anothers));
    await pass(20_000);
    expect(turns.length).toBeGreaterThan(15);
    expect(where()).toEqual([]);
    expect(turns.every(({ at }) => at.length === 0)).toBe(true);
    isFree = true;
    await pass(2_000);
    expect(where()).toEqual(places);
  });

  it('that was its own and is another’s leaves at once', async () => {
    const { pass, where, said } = machine((_, at) => (at < 3_000 ? yours : anothers));
    await pass(3_000);
    await pass(1);
    expect(where()).toEqual([]);
    expect(said).toContain('left at 3000');
  });

  it('that gets no answer leaves when what it held is over, and says so once', async () => {
    const { pass, where, said, turns } = machine((_, at) => (at <= 2_000 || at > 24_000 ? yours : 'silence'));
    await pass(2_000 + held - 100);
    expect(where()).toEqual(places);
    await pass(5_000);
    expect(where()).toEqual([]);
    expect(said.filter((each) => !each.startsWith('taken'))).toEqual([
      'not renewed at 4500',
      `fenced at ${2_000 + held}`,
      `left at ${2_000 + held}`,
    ]);
    const asked = turns.length;
    await pass(10_000);
    // It goes on asking, and comes back when it is told to.
    expect(turns.length).toBeGreaterThan(asked);
    expect(where()).toEqual(places);
  });

  it('is stayed by a short silence', async () => {
    const { pass, where, said } = machine((_, at) => (at > 2_000 && at < 5_000 ? 'silence' : yours));
    await pass(12_000);
    expect(where()).toEqual(places);
    expect(said.some((each) => each.startsWith('fenced'))).toBe(false);
  });

  it('ends for good when it is over, and is nowhere', async () => {
    const { pass, ended, where, turns } = machine((_, at) => (at < 3_000 ? yours : over));
    await pass(4_000);
    expect(await ended).toBe('over');
    expect(where()).toEqual([]);
    await pass(5_000);
    expect(turns).toHaveLength(4);
  });

  it('ends when it is stopped, and is nowhere', async () => {
    const { pass, ended, where, stopping } = machine(() => yours);
    await pass(2_500);
    stopping.abort();
    await pass(2_000);
    expect(await ended).toBe('stopped');
    expect(where()).toEqual([]);
  });
});

it('refused its turn again and again, it gives up; refused for a while, it does not', async () => {
  const some = machine((_, at) => (at > 1_000 && at < 10_000 ? 'refusal' : yours));
  await some.pass(20_000);
  expect(some.where()).toEqual(places);
  const all = machine(() => 'refusal');
  await Promise.all([expect(all.ended).rejects.toThrow('refusal'), all.pass(20_000)]);
});

it.each([
  ['relay', 'hearing', true],
  ['relay', 'screened', true],
  ['relay', 'witness-W-4K7Q', false],
  ['relay', 'booth', false],
  ['observer', 'hearing', true],
  ['observer', 'screened', true],
  ['observer', 'witness-W-4K7Q', true],
  ['observer', 'booth', true],
  ['observer', 'consultation-4x7k2q9d1m3n5p8r0s6t7v2w4y', false],
  ['relay', 'consultation-4x7k2q9d1m3n5p8r0s6t7v2w4y', false],
] as const)('a %s that is told to be in %s: %s', (kind, room, is) => {
  expect(mayBeIn(kind, room)).toBe(is);
});

it('told to be where it must not, it is not', async () => {
  const wrong = [...places, { room: 'consultation-4x7k2q9d1m3n5p8r0s6t7v2w4y', since: 4 }];
  const { pass, where } = machine(() => ({ ...yours, places: wrong }));
  await pass(3_000);
  expect(where()).toEqual(places);
});

it('a fence is looked at while an answer is waited for', async () => {
  const { pass, where } = machine((_, at) => (at === 0 ? yours : 'silence'));
  await pass(held);
  await vi.waitFor(() => expect(where()).toEqual([]));
});
