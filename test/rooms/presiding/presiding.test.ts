import { describe, expect, it } from 'vitest';
import {
  bench,
  counsel,
  hearing,
  officer,
  onBothSides,
  pseudonymOf,
  type Hearing,
  type SeatName,
} from '../hearing.ts';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import { machinesCarry } from '../machines/turns.ts';

/** How a hearing goes before a court: called in, stood down, halted, off the record, in camera, and who talks apart. */

const ok = { status: 201 };
const refused = (code: string) => ({ status: 409, body: { code } });

type Sitting = Hearing & Pick<Awaited<ReturnType<typeof machinesCarry>>, 'carry' | 'relay'>;

async function sitting(among: readonly SeatName[] = []): Promise<Sitting> {
  const here = await hearing(undefined, { ...bench, ...counsel, ...officer, ...onBothSides }, 'testimony');
  expect(await here.post('judge', 'opening')).toMatchObject(ok);
  const { carry, relay } = await machinesCarry(here);
  for (const seat of ['clerk', ...among] as const) {
    await here.arrive(seat);
    expect(await here.post('judge', 'admissions', { seat })).toMatchObject(ok);
  }
  await carry();
  return { ...here, carry, relay };
}
const placesOf = async (here: Hearing, seat: SeatName) =>
  ((await here.view(seat)).body.places as { room: string }[]).map(({ room }) => room);
const hers = `witness-${pseudonymOf('witness')}`;
const withHer = ['witness', 'support-officer', 'interpreter', 'attending-officer'] as const;

describe('whoever is heard', () => {
  it('waits in a room of their own with those who go with them, and comes into the hearing when called, together', async () => {
    const here = await sitting(withHer);
    for (const seat of withHer) expect(await placesOf(here, seat)).toEqual([hers]);
    expect(
      (await here.view('witness')).body.seats.find(({ seat }: { seat: string }) => seat === 'witness'),
    ).toMatchObject({
      waitsApart: true,
    });
    const before = (await here.view('witness')).body.epoch as number;
    expect(await here.post('judge', 'callings')).toMatchObject(ok);
    for (const seat of withHer) expect(await placesOf(here, seat)).toEqual(['hearing']);
    expect((await here.view('witness')).body.epoch).toBeGreaterThan(before);
    expect(await here.post('judge', 'standings-down')).toMatchObject(ok);
    for (const seat of withHer) expect(await placesOf(here, seat)).toEqual([hers]);
    expect(await here.actions()).toEqual(expect.arrayContaining(['witness.called', 'witness.stood-down']));
  });

  it('is called by the judge, or by the clerk on the judge’s word, and by nobody else', async () => {
    const here = await sitting(withHer);
    expect(await here.post('clerk', 'callings')).toMatchObject(refused('judges-word-needed'));
    for (const seat of ['prosecutor', 'defence-counsel', 'witness', 'support-officer'] as const)
      expect((await here.post(seat, 'callings')).body.code).toBe('not-your-role');
    expect(await here.post('clerk', 'callings', { onWordOf: 'judge' })).toMatchObject(ok);
    expect(await placesOf(here, 'witness')).toEqual(['hearing']);
  });

  it('is not called before they were let in, nor in a pause; put out, they wait again', async () => {
    const here = await sitting();
    expect(await here.post('judge', 'callings')).toMatchObject(refused('not-admitted'));
    await here.arrive('witness');
    await here.post('judge', 'admissions', { seat: 'witness' });
    await here.post('judge', 'recesses', { minutes: 5 });
    expect(await here.post('judge', 'callings')).toMatchObject(refused('room-paused'));
    await here.post('judge', 'resumptions');
    await here.carry();
    expect(await here.post('judge', 'callings')).toMatchObject(ok);
    await here.post('judge', 'removals', { seat: 'witness' });
    await here.arrive('witness');
    await here.post('judge', 'admissions', { seat: 'witness' });
    expect(await placesOf(here, 'witness')).toEqual([hers]);
  });

  it('is in no consultation, whoever asks for it', async () => {
    const here = await sitting([...withHer, 'accused', 'defence-counsel']);
    for (const seat of ['judge', 'defence-counsel'] as const)
      for (const who of withHer)
        expect(await here.post(seat, 'consultations', { people: [pseudonymOf(who)] })).toMatchObject(
          refused('kept-apart'),
        );
  });
});

describe('the hearing', () => {
  it('has a recess with its end; those who wait beside somebody stay with them; it goes on by the court’s word', async () => {
    const here = await sitting(withHer);
    await here.post('judge', 'callings');
    const told = await here.post('judge', 'recesses', { minutes: 15 });
    expect(told).toMatchObject({
      status: 201,
      body: {
        phase: 'paused',
        pauses: [{ seat: 'judge', kind: 'recess', until: '2026-11-25T03:15:00.000Z' }],
      },
    });
    expect(await placesOf(here, 'judge')).toEqual([]);
    expect(await here.post('clerk', 'resumptions')).toMatchObject(refused('not-yours-to-resume'));
    expect(await here.post('judge', 'resumptions')).toMatchObject({ status: 201, body: { phase: 'open' } });
    // She is where she was.
    expect(await placesOf(here, 'witness')).toEqual(['hearing']);
  });

  it('stays beside her in a recess that comes before she was called', async () => {
    const here = await sitting(withHer);
    await here.post('judge', 'recesses', { minutes: 15 });
    expect(await placesOf(here, 'witness')).toEqual([hers]);
    expect(await here.post('witness', 'passes', { room: hers })).toMatchObject(ok);
    // Her own pause takes that room away too: nobody sees her.
    await here.post('witness', 'pauses', { kind: 'pause' });
    expect(await placesOf(here, 'witness')).toEqual([]);
  });

  it('is off the record and on it again, on the judge’s word, and everybody is shown', async () => {
    const here = await sitting(withHer);
    expect(await here.post('clerk', 'record', { record: 'off' })).toMatchObject(
      refused('judges-word-needed'),
    );
    expect(await here.post('judge', 'record', { record: 'off' })).toMatchObject({ body: { record: 'off' } });
    for (const seat of ['witness', 'prosecutor', 'clerk'] as const)
      if (seat !== 'prosecutor') expect((await here.view(seat)).body.record).toBe('off');
    await here.post('judge', 'record', { record: 'off' });
    await here.post('clerk', 'record', { record: 'on', onWordOf: 'judge' });
    expect((await here.view('witness')).body.record).toBe('on');
    expect((await here.actions()).filter((action) => action === 'record.set')).toHaveLength(2);
  });

  it('sits in camera: who only listens is out and stays out, until it is public again', async () => {
    const here = await sitting(['observer']);
    expect(await placesOf(here, 'observer')).toContain('hearing');
    const before = (await here.post('observer', 'passes')).body.epoch as number;
    expect(await here.post('judge', 'in-camera', { inCamera: true })).toMatchObject({
      status: 201,
      body: { inCameraNow: true },
    });
    expect(await placesOf(here, 'observer')).toEqual([]);
    expect((await here.post('observer', 'passes')).status).toBe(409);
    await here.post('judge', 'opening');
    expect((await here.post('observer', 'passes')).status).toBe(409);
    await here.post('judge', 'in-camera', { inCamera: false });
    expect((await here.post('observer', 'passes')).body.epoch).toBeGreaterThan(before);
  });

  it('is adjourned to a day on which it is booked, and to no other', async () => {
    const here = await sitting(withHer);
    expect(await here.post('judge', 'adjournment')).toMatchObject(refused('no-later-day'));
    const later = '2026-11-27T02:00:00.000Z';
    const { table, pk, sk } = doorKey(here.sessionId);
    const [door] = await here.memory.get([{ table, pk, sk }]);
    const windows = [
      { opensAt: '2026-11-25T02:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' },
      { opensAt: later, closesAt: '2026-11-27T06:00:00.000Z' },
    ];
    await here.memory.write([
      {
        kind: 'put',
        table,
        item: { ...door, pk, sk, windows, closesAt: windows[1]?.closesAt },
        onRefused: 'retry',
      },
    ]);
    expect(await here.post('clerk', 'adjournment')).toMatchObject(refused('judges-word-needed'));
    expect(await here.post('judge', 'adjournment')).toMatchObject(ok);
    expect(here.mediaRooms.size).toBe(0);
    // Whoever waits at the door is told the day too.
    for (const seat of ['judge', 'prosecutor', 'witness', 'interpreter'] as const) {
      const { phase, adjournedTo } = (await here.view(seat)).body;
      expect([seat, phase, adjournedTo]).toEqual([seat, 'closed', later]);
    }
    expect((await here.post('witness', 'passes')).status).toBe(409);
    here.forward(2 * 24 * 3_600_000);
    // It is another day: whoever is heard is asked again.
    await here.post('support-officer', 'today', { takesPart: 'yes' });
    expect(await here.post('judge', 'opening')).toMatchObject(ok);
    expect((await here.view('witness')).body.adjournedTo).toBeUndefined();
  });
});

describe('scenario 30: counsel can whisper to the client', () => {
  it('in a room of their own, with no machine in it, while counsel hears the hearing; nothing is entered but who and when', async () => {
    const here = await sitting(['accused', 'defence-counsel']);
    const told = await here.post('defence-counsel', 'consultations', { people: [pseudonymOf('accused')] });
    expect(told).toMatchObject({ status: 201 });
    const places = await placesOf(here, 'accused');
    expect(places).toHaveLength(2);
    const talk = places[1] ?? '';
    expect(talk).toMatch(/^consultation-/);
    expect(await here.post('accused', 'passes', { room: talk })).toMatchObject(ok);
    for (const seat of ['judge', 'clerk'] as const)
      expect((await here.post(seat, 'passes', { room: talk })).status).toBe(409);
    expect((await here.view('judge')).body.consultations).toBeUndefined();
    expect((await here.actions()).filter((action) => action.startsWith('consultation.'))).toEqual([
      'consultation.begun',
    ]);
    const consultation = talk.replace('consultation-', '');
    expect((await here.post('judge', 'consultation-endings', { consultation })).body.code).toBe(
      'not-admitted',
    );
    expect(await here.post('accused', 'consultation-endings', { consultation })).toMatchObject(ok);
    expect(await placesOf(here, 'accused')).toEqual(['screened']);
  });
});

describe('scenario 23: an interpreter who interprets for whoever is heard', () => {
  it('has no way into a consultation of the defence; one who goes with the accused has', async () => {
    const here = await sitting(['accused', 'defence-counsel', 'interpreter']);
    const people = [pseudonymOf('accused'), pseudonymOf('interpreter')];
    const asks = () => here.post('defence-counsel', 'consultations', { people });
    expect(await asks()).toMatchObject(refused('kept-apart'));
    expect(
      await here.post('judge', 'companions', {
        pseudonym: pseudonymOf('interpreter'),
        goesWith: pseudonymOf('accused'),
      }),
    ).toMatchObject(ok);
    expect(await placesOf(here, 'interpreter')).toEqual(['screened']);
    expect(await asks()).toMatchObject(ok);
    // Back with whoever is heard, they are out of it at once.
    await here.post('judge', 'companions', { pseudonym: pseudonymOf('interpreter') });
    expect(await placesOf(here, 'interpreter')).toEqual([hers]);
  });
});

describe('the languages that the screened side can listen to', () => {
  it('are said by the court, are told to its relay, and are entered; the screened side’s page does not list them', async () => {
    const here = await sitting(['accused']);
    const said = { court: ['th', 'th'], screened: ['km'] };
    const { relay } = here;
    expect((await relay.turn()).channels).toBeUndefined();
    expect(await here.post('clerk', 'carried-languages', said)).toMatchObject(refused('judges-word-needed'));
    expect((await here.post('defence-counsel', 'carried-languages', said)).body.code).toBe('not-your-role');
    expect((await here.post('judge', 'carried-languages', { ...said, court: ['xx'] })).status).toBe(400);
    expect((await here.post('judge', 'carried-languages', { ...said, court: [] })).status).toBe(400);
    const before = await placesOf(here, 'accused');
    for (let twice = 0; twice < 2; twice += 1)
      expect(await here.post('clerk', 'carried-languages', { ...said, onWordOf: 'judge' })).toMatchObject(ok);
    expect((await relay.turn()).channels).toEqual(['km', 'th']);
    expect((await here.view('judge')).body.carried).toEqual({ court: ['th'], screened: ['km'] });
    // No room was made anew for it.
    expect(await placesOf(here, 'accused')).toEqual(before);
    for (const seat of ['accused', 'defence-counsel', 'observer'] as const)
      expect((await here.view(seat)).body.carried).toBeUndefined();
    expect((await here.actions()).filter((action) => action === 'languages.carried')).toHaveLength(1);
    await here.post('judge', 'ending');
    expect(await here.post('judge', 'carried-languages', said)).toMatchObject({
      status: 410,
      body: { code: 'room-ended' },
    });
  });
});
