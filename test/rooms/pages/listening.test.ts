import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import * as log from '../../../functions/shared/log.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { putTicket } from '../../../functions/rooms/pages/listening-store.ts';
import { movesIn } from '../../../functions/rooms/pages/moves.ts';
import { mostUses } from '../../../functions/rooms/seat-use.ts';
import { deviceKey } from '../../../functions/rooms/store.ts';
import { hearing, pseudonymOf, running } from '../hearing.ts';
import { listeningPages } from './listening-pages.ts';

type Pages = Awaited<ReturnType<typeof listeningPages>>;

/** Guests in process have no device of their own; here each has one, by which a seat is proved. */
async function withDevices(pages: Pages, deviceId = 'device-of-witness'): Promise<void> {
  const { table, ...place } = deviceKey(pages.here.sessionId, pseudonymOf('witness'));
  const item = {
    ...place,
    sessionId: pages.here.sessionId,
    seat: 'witness',
    language: 'my',
    pseudonym: pseudonymOf('witness'),
    deviceId,
    keyHash: 'none',
    secretHash: 'none',
  };
  await pages.here.context.store.write([{ kind: 'put', table, item, onRefused: 'retry' }]);
}

let pages: Pages;
beforeEach(async () => {
  pages = await listeningPages(['prosecutor', 'witness']);
  await withDevices(pages);
  pages.records.length = 0;
});

describe('a page that listens', () => {
  it('is told to look again when its seat sees something new, once for each time', async () => {
    const [witness, prosecutor] = [await pages.listen('witness'), await pages.listen('prosecutor')];
    await pages.follow();
    expect(pages.heard(witness, prosecutor)).toEqual([0, 0]);
    await pages.here.post('witness', 'pauses', { kind: 'pause' });
    await pages.follow();
    expect(pages.heard(witness, prosecutor)).toEqual([1, 1]);
    await pages.here.post('witness', 'resumptions');
    await pages.follow();
    expect(pages.heard(witness, prosecutor)).toEqual([2, 2]);
  });

  it('is told of arrival, admission, removal and end, where its seat sees that', async () => {
    const clerk = await pages.listen('clerk');
    const told = async (step: () => Promise<unknown>) => {
      const before = pages.heard(clerk)[0] ?? 0;
      await step();
      await pages.follow();
      return (pages.heard(clerk)[0] ?? 0) - before;
    };
    expect(await told(() => pages.here.arrive('interpreter'))).toBe(1);
    expect(await told(() => pages.here.post('clerk', 'admissions', { seat: 'interpreter' }))).toBe(1);
    expect(await told(() => pages.here.post('clerk', 'removals', { seat: 'interpreter' }))).toBe(1);
    expect(await told(() => pages.here.post('clerk', 'ending'))).toBe(1);
  });

  it('that waits at the door is told of its admission, and not by when of what goes on inside', async () => {
    await pages.here.post('clerk', 'removals', { seat: 'witness' });
    await pages.here.arrive('witness');
    const witness = await pages.listen('witness');
    await pages.follow();
    const before = pages.heard(witness)[0] ?? 0;
    await pages.here.post('clerk', 'pauses', { kind: 'pause' });
    await pages.here.post('clerk', 'resumptions');
    await pages.here.post('clerk', 'removals', { seat: 'prosecutor' });
    await pages.here.arrive('interpreter');
    await pages.follow();
    expect(pages.heard(witness)).toEqual([before]);
    await pages.here.post('clerk', 'admissions', { seat: 'witness' });
    await pages.follow();
    expect(pages.heard(witness)).toEqual([before + 1]);
  });

  it('is told nothing by passes, tickets and pages that only look', async () => {
    const [clerk, witness] = [await pages.listen('clerk'), await pages.listen('witness')];
    await pages.here.post('witness', 'passes');
    await pages.here.view('prosecutor');
    await pages.listen('prosecutor');
    await pages.follow();
    expect(pages.heard(clerk, witness)).toEqual([0, 0]);
  });

  it('of a seat that was given to somebody else is told no more, and closed', async () => {
    const [prosecutor, clerk] = [await pages.listen('prosecutor'), await pages.listen('clerk')];
    const key = doorKey(pages.here.sessionId);
    const [door] = await pages.here.memory.get([key]);
    const seats = door?.['seats'] as { seat: string }[];
    const other = { seat: 'prosecutor', pseudonym: 'P-4444', personId: newId(randomBytes) };
    await pages.here.context.store.write([
      {
        kind: 'update',
        key,
        set: { seats: [...seats.filter(({ seat }) => seat !== 'prosecutor'), other], version: 2 },
        onRefused: 'retry',
      },
    ]);
    await pages.follow();
    expect(pages.heard(prosecutor, clerk)).toEqual([undefined, 1]);
  });

  it('of a device that has the seat no more is closed at once: there is another, or a new invitation', async () => {
    const witness = await pages.listen('witness');
    await withDevices(pages, 'another device');
    await pages.follow();
    expect(pages.heard(witness)).toEqual([undefined]);
    await withDevices(pages);
    const [again, clerk] = [await pages.listen('witness'), await pages.listen('clerk')];
    await pages.follow();
    expect(pages.heard(again)).toEqual([0]);
    await pages.here.context.store.write([
      { kind: 'delete', key: deviceKey(pages.here.sessionId, pseudonymOf('witness')), onRefused: 'retry' },
    ]);
    await pages.follow();
    expect(pages.heard(again, clerk)).toEqual([undefined, 0]);
  });

  it('and has gone is forgotten, but not while its socket may still be opening', async () => {
    const clerk = await pages.listen('clerk');
    pages.open.delete(clerk);
    const known = () =>
      [...pages.here.memory.items.values()].flatMap(({ sk, sockets }) =>
        sk === `listeners#${pseudonymOf('clerk')}` ? (sockets as unknown[]) : [],
      ).length;
    await pages.here.arrive('interpreter');
    await pages.follow();
    expect(known()).toBe(1);
    pages.here.forward(11_000);
    await pages.here.post('clerk', 'admissions', { seat: 'interpreter' });
    await pages.follow();
    expect(known()).toBe(0);
  });

  it('may be one of four of a seat: the oldest goes', async () => {
    const opened: string[] = [];
    for (let n = 0; n < 6; n += 1) opened.push(await pages.listen('clerk'));
    expect(opened.map((each) => pages.open.has(each))).toEqual([false, false, true, true, true, true]);
  });

  it('is counted no more two hours later, when the gateway has closed it', async () => {
    const [old] = [await pages.listen('clerk'), await pages.listen('clerk')];
    pages.here.forward(2 * 3_600_000);
    for (let n = 0; n < 4; n += 1) await pages.listen('clerk');
    // Nobody closes what is closed.
    expect(pages.open.has(old)).toBe(true);
    await pages.here.arrive('interpreter');
    await pages.follow();
    expect(pages.heard(old)).toEqual([0]);
  });

  it('of another device takes the place of every one of the device before it', async () => {
    const before = await pages.listen('witness');
    await withDevices(pages, 'another device');
    const ticket = 'a ticket of the other device';
    const of = {
      sessionId: pages.here.sessionId,
      seat: 'witness',
      pseudonym: pseudonymOf('witness'),
      holder: 'another device',
    } as const;
    await pages.here.memory.write([putTicket(ticket, of, pages.here.context.now())]);
    const { connectionId } = await pages.show(`look-again, ${ticket}`);
    expect(pages.heard(before, connectionId)).toEqual([undefined, 0]);
  });

  it('costs no reading where a seat is only counted', async () => {
    await pages.here.post('witness', 'passes');
    await pages.listen('prosecutor');
    expect(movesIn(pages.records)).toEqual([]);
    await pages.here.arrive('interpreter');
    expect(movesIn(pages.records).map(({ part }) => part)).toEqual(['seat']);
  });

  it('makes nothing wait and nothing fail: what cannot be told is dropped, and how often is in the log', async () => {
    await pages.listen('clerk');
    await pages.follow();
    const said = vi.spyOn(log, 'logEvent').mockClear();
    const broken = {
      tell: () => Promise.reject(new Error('the gateway is down')),
      close: () => Promise.reject(new Error('the gateway is down')),
    };
    Object.assign(pages.sockets, broken);
    await pages.here.post('witness', 'pauses', { kind: 'stop' });
    await expect(pages.follow()).resolves.toBeUndefined();
    expect(said).toHaveBeenLastCalledWith('page.nudged', { told: 0, gone: 0, closed: 0, failed: 1 });
    pages.here.breakInto((store) => ({ ...store, query: () => Promise.reject(new Error('no table')) }));
    pages.records.push({
      dynamodb: {
        Keys: { pk: { S: `session#${pages.here.sessionId}` }, sk: { S: 'room' } },
        NewImage: { sessionId: { S: pages.here.sessionId } },
      },
    });
    await expect(pages.follow()).resolves.toBeUndefined();
    expect(said).toHaveBeenLastCalledWith('page.nudge-dropped', { fault: 'Error' });
  });
});

describe('a ticket', () => {
  it('opens one socket, and only within half a minute', async () => {
    const ticket = await pages.ticketOf('witness');
    expect(await pages.show(`look-again, ${ticket}`)).toMatchObject({
      statusCode: 200,
      headers: { 'Sec-WebSocket-Protocol': 'look-again' },
    });
    expect((await pages.show(`look-again, ${ticket}`)).statusCode).toBe(403);
    const late = await pages.ticketOf('witness');
    pages.here.forward(30_000);
    expect((await pages.show(`look-again,${late}`)).statusCode).toBe(403);
  });

  it('opens one alone, where it is shown twice at the same moment', async () => {
    const ticket = await pages.ticketOf('witness');
    const answers = await Promise.all([1, 2, 3].map(() => pages.show(`look-again, ${ticket}`)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 403, 403]);
  });

  it('is needed: whoever shows none, or one that nobody gave, is refused alike', async () => {
    for (const shown of [undefined, '', 'look-again', `look-again, ${newId(randomBytes)}`, 'mqtt'])
      expect(await pages.show(shown)).toEqual({
        statusCode: 403,
        connectionId: expect.any(String) as string,
      });
  });

  it('and who listens are forgotten by themselves: a minute and a half later, three hours later', async () => {
    const at = pages.here.context.now().getTime() / 1_000;
    await pages.listen('witness');
    const until = (sk: string) =>
      [...pages.here.memory.items.values()].flatMap((item) => (item.sk === sk ? [item['expiresAt']] : []));
    expect(until('ticket')).toEqual([at + 90]);
    expect(until(`listeners#${pseudonymOf('witness')}`)).toEqual([at + 3 * 3_600]);
  });

  it('is refused for now where the store cannot be asked, which somebody is woken for', async () => {
    const ticket = await pages.ticketOf('witness');
    pages.here.breakInto((store) => ({ ...store, get: () => Promise.reject(new Error('no table')) }));
    const said = vi.spyOn(log, 'logEvent').mockClear();
    const { statusCode, connectionId } = await pages.show(`look-again, ${ticket}`);
    expect(statusCode).toBe(500);
    const fault = { route: '$connect', request: connectionId, fault: 'Error' };
    expect(said.mock.calls).toEqual([['request.fault', fault]]);
  });

  it('stands in no item as it is', async () => {
    const ticket = await pages.ticketOf('witness');
    expect(JSON.stringify([...pages.here.memory.items])).not.toContain(ticket);
  });

  it('of another session tells nothing of this one', async () => {
    const elsewhere = await running(['witness']);
    expect((await pages.show(`look-again, ${await pages.ticketOf('witness', elsewhere)}`)).statusCode).toBe(
      403,
    );
  });

  it('is worth nothing once the seat is had by another device', async () => {
    const ticket = await pages.ticketOf('witness');
    await withDevices(pages, 'another device');
    expect((await pages.show(`look-again, ${ticket}`)).statusCode).toBe(403);
  });

  it('is had by whoever may look, counted, and not in a session that is over', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n <= mostUses.tickets; n += 1)
      codes.push((await pages.here.post('prosecutor', 'listening')).body.code);
    expect(codes.indexOf('asked-too-often')).toBe(mostUses.tickets);
    expect((await pages.here.post('witness', 'listening')).status).toBe(201);
    await pages.here.post('clerk', 'ending');
    expect((await pages.here.post('witness', 'listening')).body.code).toBe('room-ended');
  });

  it('is not had by whoever has no seat', async () => {
    const other = await hearing();
    const stranger = await other.post('prosecutor', 'listening');
    expect(stranger.status).toBe(201);
    const { app } = pages.here;
    const told = await app.request(`/api/rooms/${pages.here.sessionId}/listening`, {
      method: 'POST',
      headers: {
        'x-actor': JSON.stringify({
          kind: 'staff',
          personId: newId(randomBytes),
          role: 'prosecutor',
          agencyId: newId(randomBytes),
          country: 'TH',
          language: 'en',
          zone: 'Asia/Bangkok',
        }),
        'content-type': 'application/json',
        'idempotency-key': newId(randomBytes),
      },
      body: '{}',
    });
    expect(told.status).toBe(404);
  });
});
