import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { prepareAppend, headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Fact } from '../../functions/custody/inbox.ts';
import { fileFact } from '../../functions/custody/port/file-fact.ts';
import { sequenceEach, sequencePending } from '../../functions/custody/sequence-each.ts';
import { leftOutGap, newAccount, nextStep, plainAMinute } from '../../functions/custody/sequencing.ts';
import { Stale } from '../../functions/shared/store/store.ts';
import { faultyStore, firstWrite } from '../support/faulty-store.ts';
import { caseId, logId, sampleEntry } from './sample-log.ts';
import { factOf, filing, kinds, toldBy } from './filed-facts.ts';

const seat = 'I-H2PN';

describe('a fact that was filed', () => {
  it('has its place once the log was sequenced, in the order of filing, and is gone from the inbox', async () => {
    const log = filing();
    for (const kind of kinds) {
      await log.file(kind, seat);
      log.forward(3);
    }
    expect([await log.entries(), log.pending()]).toEqual([[], 3]);
    expect(await log.sequence()).toBe(false);
    const entries = await log.entries();
    expect(entries.map(({ action }) => action)).toEqual([
      'seat.arrived',
      'media.track-published',
      'media.track-unpublished',
    ]);
    expect(entries.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(entries[0]).toMatchObject({
      occurredAt: '2026-11-24T03:00:00.000Z',
      recordedAt: '2026-11-24T03:00:00.009Z',
    });
    expect(log.pending()).toBe(0);
  });

  it('twice, at once or later, has one place', async () => {
    const log = filing();
    await log.file('arrived', seat, 'x'.repeat(26));
    await log.file('arrived', seat, 'x'.repeat(26));
    log.forward(5);
    await log.file('arrived', seat, 'x'.repeat(26));
    await log.sequence();
    log.forward(5000);
    await log.file('arrived', seat, 'x'.repeat(26));
    await log.sequence();
    expect(await log.entries()).toHaveLength(1);
    expect(log.pending()).toBe(0);
  });

  it('is refused at once where no log could hold it', () => {
    const entry = sampleEntry(1);
    const at = new Date('2026-11-24T03:00:00.000Z');
    const file = (fact = entry, log = logId, of = caseId) =>
      fileFact({ logId: log, caseId: of, entry: fact, filedAt: at });
    expect(() => file(entry, logId, logId)).toThrow(RangeError);
    expect(() => file(entry, `${logId}-access`)).toThrow(RangeError);
    expect(() => file({} as typeof entry)).toThrow(TypeError);
    expect(() => file(factOf('arrived', seat, at, 'short'))).toThrow();
    expect(() => file(factOf('arrived', 'nobody', at))).toThrow();
  });

  it('stays in the inbox until it is in the log, whatever goes wrong between', async () => {
    for (const fault of ['conflict', 'throttled', 'lost'] as const) {
      const log = filing((store) => faultyStore(store, firstWrite(fault)));
      await log.file('arrived', seat);
      await log.sequence().catch(() => undefined);
      await log.sequence();
      expect(await log.entries()).toHaveLength(1);
      expect(log.pending()).toBe(0);
    }
  });

  it('waits for no one: two sequencers and an append at once give each fact one place', async () => {
    const log = filing();
    for (let n = 0; n < 60; n += 1) {
      await log.file(kinds[n % 3] ?? 'arrived', `I-H2P${'2467'.charAt(n % 4)}`);
      log.forward(1);
    }
    const append = async (): Promise<void> => {
      try {
        const [head] = await log.store.get([headKey(logId)]);
        const request = { logId, caseId, head: parseHead(head), entries: [sampleEntry(7)] };
        await log.store.write(prepareAppend({ ...request, recordedAt: log.sequencer.now() }).changes);
      } catch (fault) {
        if (!(fault instanceof Stale)) throw fault;
        await append();
      }
    };
    await Promise.all([log.sequence(), append(), log.sequence(), log.sequence(true)]);
    const entries = await log.entries();
    expect(entries.reduce((sum, entry) => sum + toldBy(entry), 0)).toBe(61);
    expect(entries.map(({ index }) => index)).toEqual(entries.map((_, index) => index));
    expect(log.pending()).toBe(0);
  });
});

describe('a seat that repeats itself', () => {
  const flood = async (log: ReturnType<typeof filing>, facts: number) => {
    for (let n = 0; n < facts; n += 1) {
      await log.file('published', seat);
      log.forward(1);
    }
  };

  it('is told fact by fact up to a bound, and then by a count of what, and from when to when', async () => {
    const log = filing();
    await flood(log, plainAMinute + 300);
    await log.sequence();
    const entries = await log.entries();
    expect(entries).toHaveLength(plainAMinute + 1);
    expect(entries.at(-1)).toMatchObject({
      action: 'facts.left-out',
      actor: { system: 'custody' },
      subject: { kind: 'seat', ref: `interpreter ${seat}` },
      details: {
        count: 300,
        first: '2026-11-24T03:00:00.020Z',
        last: '2026-11-24T03:00:00.319Z',
        actions: ['media.track-published 300'],
      },
    });
  });

  it('has its next count a moment later, and until then the inbox says that something waits', async () => {
    const log = filing();
    await flood(log, plainAMinute + 10);
    await log.sequence();
    await flood(log, 50);
    expect(await log.sequence()).toBe(true);
    expect([(await log.entries()).length, log.pending()]).toEqual([plainAMinute + 1, 1]);
    log.forward(leftOutGap);
    expect(await log.sequence()).toBe(false);
    expect((await log.entries()).at(-1)?.details['count']).toBe(50);
    expect(log.pending()).toBe(0);
  });

  it('is told at once where the log is to be handed out', async () => {
    const log = filing();
    await flood(log, plainAMinute + 10);
    await log.sequence();
    await flood(log, 50);
    expect(await log.sequence(true)).toBe(false);
    expect((await log.entries()).at(-1)?.details['count']).toBe(50);
  });

  it('does not count a fact twice that is sent again after it was counted', async () => {
    const log = filing();
    await flood(log, plainAMinute);
    await log.file('published', seat, 'y'.repeat(26));
    await log.sequence();
    log.forward(leftOutGap);
    await log.file('published', seat, 'y'.repeat(26));
    await log.sequence();
    const told = (await log.entries()).reduce((sum, entry) => sum + toldBy(entry), 0);
    expect([told, log.pending()]).toEqual([plainAMinute + 1, 0]);
  });

  it('is counted on until that is entered, also where a new minute has begun meanwhile', async () => {
    const log = filing();
    log.forward(59_500);
    await flood(log, plainAMinute + 1);
    await log.sequence();
    log.forward(300);
    await flood(log, 3);
    expect(await log.sequence()).toBe(true);
    log.forward(300);
    await flood(log, 2);
    expect(await log.sequence()).toBe(true);
    expect([(await log.entries()).length, log.pending()]).toEqual([plainAMinute + 1, 1]);
    log.forward(leftOutGap);
    await log.sequence();
    expect((await log.entries()).at(-1)).toMatchObject({ details: { count: 5 } });
  });

  it('takes nothing from another seat', async () => {
    const log = filing();
    await flood(log, 200);
    await log.file('arrived', 'W-2222');
    await log.sequence();
    const others = (await log.entries()).filter(({ actor }) => JSON.stringify(actor).includes('W-2222'));
    expect(others.map(({ action }) => action)).toEqual(['seat.arrived']);
  });
});

/** A log whose facts come and are sequenced by the rule alone, with nothing stored. */
function onPaper() {
  let account = newAccount;
  let inbox: Fact[] = [];
  const placed = new Set<string>();
  const told: { readonly who: string; readonly minute: string; readonly facts: number }[] = [];
  return {
    told,
    inbox: () => inbox,
    file: (fact: Fact) => void inbox.push(fact),
    sequence(now: Date, all = false) {
      for (;;) {
        const pending = { facts: inbox.slice(0, 100), areAll: inbox.length < 100, placed };
        const step = nextStep(pending, account, now, all);
        if (step === undefined) return;
        account = step.account;
        const taken = new Set([...step.plain, ...step.counted, ...step.repeated]);
        for (const { facts: fact } of [...step.plain, ...step.counted]) placed.add(fact.entryId);
        inbox = inbox.filter((fact) => !taken.has(fact));
        const minute = now.toISOString().slice(0, 16);
        for (const { facts: fact } of step.plain)
          told.push({ who: JSON.stringify(fact.actor), minute, facts: 1 });
        for (const { subject, counts } of step.counts) {
          const [role, pseudonym] = subject.ref.split(' ');
          const facts = Object.values(counts).reduce((sum, count) => sum + count, 0);
          told.push({ who: JSON.stringify({ role, pseudonym }), minute, facts });
        }
      }
    },
  };
}

it('whatever the flood, a seat has at most so many entries a minute, and each fact is entered or counted', () => {
  const burst = fc.record({
    facts: fc.integer({ min: 0, max: 300 }),
    seat: fc.constantFrom('I-2222', 'I-4444', 'W-2222'),
    kind: fc.constantFrom(...kinds),
    after: fc.integer({ min: 0, max: 3000 }),
    again: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(burst, { minLength: 3, maxLength: 80 }), (bursts) => {
      const log = onPaper();
      const start = Date.UTC(2026, 10, 24, 3);
      let [passed, filed] = [0, 0];
      for (const { facts, seat: pseudonym, kind, after, again } of bursts) {
        for (let n = 0; n < facts; n += 1) {
          filed += 1;
          const fact: Fact = {
            log: 'session',
            logId,
            caseId,
            filedAt: new Date(start + passed).toISOString(),
            facts: {
              entryId: `${filed}`,
              action: kind,
              actor: { role: 'interpreter', pseudonym } as Fact['facts']['actor'],
              authority: { kind: 'rule', ref: 'a test' },
              occurredAt: '',
              details: {},
            },
          };
          log.file(fact);
          if (again) log.file({ ...fact });
        }
        passed += after;
        log.sequence(new Date(start + passed));
      }
      log.sequence(new Date(start + passed + leftOutGap));
      expect(log.inbox()).toEqual([]);
      expect(log.told.reduce((sum, { facts }) => sum + facts, 0)).toBe(filed);
      for (const [, each] of Map.groupBy(log.told, ({ who, minute }) => `${minute} ${who}`))
        expect(each.length).toBeLessThanOrEqual(plainAMinute + 60_000 / leftOutGap);
    }),
    { numRuns: 60 },
  );
});

describe('what wakes the sequencer', () => {
  it('waits once for a count that may not be entered yet', async () => {
    const log = filing();
    const wait = vi.fn<(ms: number) => Promise<void>>(async (ms) => void log.forward(ms));
    for (let n = 0; n < plainAMinute + 5; n += 1) await log.file('published', seat);
    await sequenceEach({ ...log.sequencer, wait }, [logId]);
    expect(wait).not.toHaveBeenCalled();
    for (let n = 0; n < 5; n += 1) await log.file('unpublished', seat);
    expect(await sequenceEach({ ...log.sequencer, wait }, [logId])).toBe(1);
    expect(wait.mock.calls).toEqual([[leftOutGap]]);
    expect(log.pending()).toBe(0);
  });

  it('finds every log with something pending, and one that is broken holds up no other', async () => {
    const log = filing();
    const at = log.sequencer.now();
    await log.file('arrived', seat);
    await log.file('published', seat);
    const entry = factOf('arrived', seat, at);
    const other = '7x7k2q9d1m3n5p8r0s6t7v2w4y';
    await log.store.write([fileFact({ logId: other, caseId, entry, filedAt: at })]);
    const head = { ...headKey(logId), logId, caseId, size: 1, frontier: [], sealed: false };
    await log.store.write([{ kind: 'put', table: 'custody', item: head, onRefused: 'retry' }]);
    const waking = { ...log.sequencer, wait: () => Promise.resolve() };
    expect(await sequencePending(waking)).toEqual({ looked: 2, repaired: 1 });
    expect(log.pending()).toBe(2);
  });

  it('takes what comes for a sealed log away: such a log takes nothing any more', async () => {
    const log = filing();
    await log.file('arrived', seat);
    await log.sequence();
    const key = headKey(logId);
    await log.store.write([{ kind: 'update', key, set: { sealed: true }, onRefused: 'retry' }]);
    await log.file('published', seat);
    expect(await log.sequence(true)).toBe(false);
    expect([(await log.entries()).length, log.pending()]).toEqual([1, 0]);
  });
});
