import { beforeEach, describe, expect, it } from 'vitest';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { hearingApp } from '../../functions/hearing/routes.ts';
import { isTold, movesIn } from '../../functions/rooms/pages/moves.ts';
import { issues } from '../../functions/witnesses/material/issued.ts';
import type { Actor, Staff } from '../../functions/shared/access/roles.ts';
import { isGuestSeat } from '../../functions/shared/access/roles.ts';
import { ask } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import {
  bench,
  officer,
  onBothSides,
  pseudonymOf,
  running,
  type Hearing,
  type SeatName,
} from '../rooms/hearing.ts';

/** What is entered while a session is in its room, over the store in memory: by whom, when, once, and for whom. */

let here: Hearing;
const inside = [
  'prosecutor',
  'support-officer',
  'witness',
  'interpreter',
  'judge',
  'attending-officer',
] as const;
beforeEach(async () => {
  here = await running(inside, undefined, { ...bench, ...officer, ...onBothSides });
});

const actor = (seat: SeatName, of = here): Actor =>
  isGuestSeat(seat)
    ? {
        kind: 'guest',
        sessionId: of.sessionId,
        seatId: pseudonymOf(seat),
        role: seat,
        deviceId: `device-of-${seat}`,
      }
    : {
        kind: 'staff',
        personId: of.personOf[seat] ?? '',
        role: seat as Staff['role'],
        agencyId: of.caseId,
        country: 'TH',
        language: 'en',
        zone: 'Asia/Bangkok',
      };
const post = (seat: SeatName, verb: string, body: object = {}, key?: string) =>
  ask(hearingApp(here.context), actor(seat), 'POST', `/api/hearing/${here.sessionId}/${verb}`, body, key);
const read = async (seat: SeatName) =>
  (await ask(hearingApp(here.context), actor(seat), 'GET', `/api/hearing/${here.sessionId}`)).body as {
    acts: Record<string, unknown>[];
    wait?: object;
    presiding?: string;
  };
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => body.code ?? status;
const entries = async () => {
  await sequenceFacts({ ...here.context, store: here.memory }, here.sessionId, true);
  return entriesIn(here.memory, here.sessionId);
};
const last = async () => (await entries()).at(-1);

const used = (text: string) => {
  const { language, version, hash } =
    issues.find((each) => each.text === text && each.language === 'my') ?? {};
  return { language, version, hash };
};
const witness = pseudonymOf('witness');
const aloud = { answered: 'aloud', outcome: 'taken' };
const oath = (more: object = {}) => ({
  of: witness,
  form: 'affirmation',
  state: 'TH',
  text: used('witnessOath'),
  readOut: true,
  answer: aloud,
  ...more,
});

describe('an oath', () => {
  it('that was answered aloud is entered once, on the judge’s word where the clerk enters it, and its text is sealed', async () => {
    const key = 'k'.repeat(22);
    expect(codeOf(await post('clerk', 'oaths', oath(), key))).toBe(201);
    expect(codeOf(await post('clerk', 'oaths', oath(), key))).toBe(201);
    const heard = (await entries()).filter(({ action }) => action === 'oath.heard');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      actor: { role: 'clerk' },
      subject: { kind: 'seat', ref: `witness ${witness}` },
      details: {
        form: 'affirmation',
        state: 'TH',
        draft: true,
        readOut: true,
        outcome: 'taken',
        onWordOf: 'J-2222',
      },
    });
    expect(Object.keys(heard[0]?.sealed ?? {})).toEqual(['text']);
    expect(JSON.stringify(heard[0]?.details)).not.toContain('my');
  });

  it('that was put to her waits for her own answer, which she gives once', async () => {
    const { body } = await post('judge', 'oaths', oath({ answer: { answered: 'own-page' } }));
    expect((await read('witness')).acts).toMatchObject([
      { kind: 'oath', act: body.act, text: used('witnessOath') },
    ]);
    expect((await read('witness')).acts[0]).not.toHaveProperty('outcome');
    const answer = (seat: SeatName, outcome = 'taken') => post(seat, `oaths/${body.act}/answer`, { outcome });
    expect(codeOf(await answer('interpreter'))).toBe('not-found');
    expect(codeOf(await answer('witness'))).toBe(201);
    expect(codeOf(await answer('witness', 'refused'))).toBe('nothing-to-decide');
    expect((await read('judge')).acts).toMatchObject([{ kind: 'oath', outcome: 'taken' }]);
    expect(await last()).toMatchObject({
      action: 'oath.answered',
      details: { on: body.act, outcome: 'taken' },
    });
  });

  it.each([
    ['by a draft that nobody read aloud', { readOut: false }, 'material-not-usable'],
    ['by a text of another kind', { text: used('interpreterOath') }, 'material-not-usable'],
    ['before a State that is none of the case', { state: 'JP' }, 'does-not-fit'],
    ['of one who is not heard', { of: 'P-2222' }, 'does-not-fit'],
  ])('%s is refused', async (_what, more, code) => {
    expect(codeOf(await post('clerk', 'oaths', oath(more)))).toBe(code);
  });

  it('of an interpreter on the day is by the interpreter’s own text', async () => {
    const of = { of: pseudonymOf('interpreter'), text: used('interpreterOath') };
    expect(codeOf(await post('attending-officer', 'oaths', oath(of)))).toBe(201);
    expect((await read('interpreter')).acts).toMatchObject([{ kind: 'oath', of: of.of }]);
    expect((await read('witness')).acts).toEqual([]);
  });
});

describe('rights and the record', () => {
  it('are told by a text, and that they were not understood is entered too', async () => {
    const rights = {
      of: witness,
      what: 'rights',
      text: used('rights'),
      readOut: true,
      told: 'J-2222',
      understood: false,
    };
    expect(codeOf(await post('clerk', 'told', rights))).toBe(201);
    expect(await last()).toMatchObject({
      action: 'rights.told',
      details: { understood: false, told: 'J-2222' },
    });
    expect(codeOf(await post('prosecutor', 'told', { ...rights, what: 'warning' }))).toBe(
      'material-not-usable',
    );
  });

  it('is read back with corrections, which are sealed: in the log is how many there were', async () => {
    const corrections = [{ place: 'page 2', text: 'kanari-said-in-court' }];
    expect(
      codeOf(
        await post('clerk', 'read-backs', { of: witness, language: 'my', corrections, outcome: 'confirmed' }),
      ),
    ).toBe(201);
    const entry = await last();
    expect(entry).toMatchObject({
      action: 'record.read-back',
      details: { corrections: 1, outcome: 'confirmed' },
    });
    expect(Object.keys(entry?.sealed ?? {}).toSorted()).toEqual(['corrections', 'language']);
    const lies = [...here.memory.items].filter(([, item]) => JSON.stringify(item).includes('kanari'));
    expect([...new Set(lies.map(([name]) => (JSON.parse(name) as string[])[0]))]).toEqual(['hearing']);
    for (const seat of ['support-officer', 'witness', 'interpreter'] as const)
      expect(JSON.stringify(await read(seat))).not.toContain('kanari');
    expect(JSON.stringify(await read('judge'))).toContain('kanari');
  });
});

describe('a ruling', () => {
  const object = async () =>
    (await post('prosecutor', 'objections', { ground: 'leading' })).body.act as string;
  const rule = (seat: SeatName, act: string, ruling = 'sustained') =>
    post(seat, `objections/${act}/ruling`, { ruling });

  it('is the presiding judge’s, or entered by the clerk on that judge’s word, and stands', async () => {
    const act = await object();
    expect(codeOf(await rule('prosecutor', act))).toBe('not-your-role');
    expect(codeOf(await rule('clerk', act, 'reserved'))).toBe(201);
    expect(await last()).toMatchObject({
      action: 'objection.ruled',
      details: { on: act, onWordOf: 'J-2222' },
    });
    expect(codeOf(await rule('clerk', act, 'overruled'))).toBe(201);
    // What the clerk wrote down wrongly the judge puts right, and nobody else.
    expect(codeOf(await rule('clerk', act))).toBe('nothing-to-decide');
    expect(codeOf(await rule('judge', act))).toBe(201);
    expect(codeOf(await rule('judge', act, 'overruled'))).toBe('nothing-to-decide');
  });

  it('is on what is there today, and by its own kind', async () => {
    const act = await object();
    expect(codeOf(await post('judge', `stops/${act}/ruling`, { ruling: 'answer-again' }))).toBe('not-found');
    here.forward(24 * 3_600_000);
    expect(codeOf(await rule('judge', act))).toBe('outside-window');
  });

  it('is nobody’s where nobody presides', async () => {
    const alone = await running(['prosecutor', 'witness']);
    here = alone;
    const act = await object();
    expect(codeOf(await rule('clerk', act))).toBe('not-your-role');
  });

  it('on a rendition and on a stop in mid-answer, while the pause lasts too', async () => {
    const challenged = await post('interpreter', 'renditions', { what: 'wrong-word', interpreter: 'I-2222' });
    await here.post('witness', 'pauses', { kind: 'stop' });
    const stopped = await post('attending-officer', 'stops', { of: witness });
    expect([codeOf(challenged), codeOf(stopped)]).toEqual([201, 201]);
    expect(
      codeOf(await post('judge', `renditions/${challenged.body.act}/ruling`, { ruling: 'corrected' })),
    ).toBe(201);
    expect(codeOf(await post('judge', `stops/${stopped.body.act}/ruling`, { ruling: 'answer-stands' }))).toBe(
      201,
    );
    expect((await read('witness')).acts.map(({ kind }) => kind)).toEqual(['stop', 'ruling']);
  });
});

describe('nothing is entered', () => {
  it('before the room is open and after its end, nor by whoever was not let in, nor by somebody of no seat', async () => {
    expect(codeOf(await post('interpreter', 'light', { wait: true }))).toBe(201);
    await here.post('clerk', 'removals', { seat: 'witness' });
    expect(codeOf(await post('witness', 'signals', { what: 'say-again' }))).toBe('not-admitted');
    expect(await read('witness')).toEqual({ acts: [] });
    const stranger = { ...(actor('clerk') as Staff), personId: 'nobody' };
    expect(
      codeOf(
        await ask(hearingApp(here.context), stranger, 'POST', `/api/hearing/${here.sessionId}/oaths`, oath()),
      ),
    ).toBe('not-found');
    await here.post('clerk', 'ending');
    expect(codeOf(await post('clerk', 'oaths', oath()))).toBe('room-ended');
  });

  it('by a flood: a seat that enters too often is told to wait, and nobody else is', async () => {
    const told = [];
    for (let tries = 0; tries < 25; tries += 1)
      told.push(codeOf(await post('prosecutor', 'objections', { ground: 'other' })));
    expect(told.filter((each) => each === 201)).toHaveLength(20);
    expect(told.at(-1)).toBe('asked-too-often');
    expect(codeOf(await post('judge', 'stops', { of: witness }))).toBe(201);
  });
});

describe('languages', () => {
  const channels = [
    { interpreter: 'I-2222', from: 'my', to: 'th', of: witness },
    { interpreter: 'I-2222', from: 'th', to: 'my', of: witness },
  ];
  it('are entered at the start and on each change, sealed, for those of the session alone', async () => {
    expect(codeOf(await post('clerk', 'languages', { how: 'consecutive', channels }))).toBe(201);
    expect(await last()).toMatchObject({
      action: 'languages.set',
      details: { how: 'consecutive', interpreters: ['I-2222'] },
    });
    expect(
      codeOf(
        await post('clerk', 'languages', {
          how: 'relay',
          channels: [{ ...channels[0], interpreter: 'I-9999' }],
        }),
      ),
    ).toBe('does-not-fit');
    expect(codeOf(await post('interpreter', 'hand-overs', { to: 'I-2222' }))).toBe('does-not-fit');
  });

  it('are asked again by whoever is heard: entered at once and once, however often it is pressed', async () => {
    const first = await post('witness', 'signals', { what: 'not-understood' });
    const second = await post('witness', 'signals', { what: 'not-understood' });
    expect(second.body).toEqual(first.body);
    expect(codeOf(await post('witness', 'signals', { what: 'say-again' }))).toBe(201);
    here.forward(31_000);
    expect((await post('witness', 'signals', { what: 'not-understood' })).body).not.toEqual(first.body);
    expect((await entries()).filter(({ action }) => action === 'witness.signalled')).toHaveLength(3);
    expect((await read('interpreter')).acts.map(({ kind }) => kind)).toEqual(['signal', 'signal', 'signal']);
  });

  it('have a light that all who are in see, which goes out by itself and leaves no entry', async () => {
    const before = (await entries()).length;
    await post('interpreter', 'light', { wait: true });
    expect((await read('judge')).wait).toMatchObject({ by: 'I-2222' });
    expect(Object.keys((await read('witness')).wait ?? {})).toEqual(['until']);
    here.forward(30_000);
    expect((await read('judge')).wait).toBeUndefined();
    expect((await entries()).length).toBe(before);
    const presses = [];
    for (let tries = 0; tries < 40; tries += 1)
      presses.push(codeOf(await post('interpreter', 'light', { wait: tries % 2 === 0 })));
    expect(presses.at(-1)).toBe('asked-too-often');
  });
});

describe('pages', () => {
  it('are told of what their seat is shown, and of nothing else', async () => {
    await post('prosecutor', 'objections', { ground: 'leading' });
    await post('clerk', 'oaths', oath());
    const [, counted] = [...here.memory.items].find(([, { sk }]) => sk === 'told') ?? [];
    expect(counted).toMatchObject({ 'J-2222': 2, 'W-2222': 1, 'P-2222': 2 });
    expect(counted).not.toHaveProperty('O-2222');
    expect(counted).not.toHaveProperty('I-2222');
  });

  it('of whoever waits at the door are told nothing', () => {
    const move = { sessionId: 'x', part: 'told', before: { 'W-2222': 1 }, after: { 'W-2222': 2 } } as const;
    const at = (state: 'admitted' | 'waiting') =>
      ({ room: { seats: { 'W-2222': { state } } } }) as unknown as Parameters<typeof isTold>[2];
    const seat = { seat: 'witness', pseudonym: 'W-2222' } as const;
    expect([isTold(move, seat, at('admitted')), isTold(move, seat, at('waiting'))]).toEqual([true, false]);
    expect(isTold(move, { seat: 'clerk', pseudonym: 'C-2222' }, at('admitted'))).toBe(false);
    const keys = { pk: { S: 'session#x' }, sk: { S: 'told' } };
    expect(movesIn([{ dynamodb: { Keys: keys, NewImage: { 'W-2222': { N: '1' } } } }])).toMatchObject([
      { part: 'told' },
    ]);
  });
});
