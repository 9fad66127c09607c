import { beforeEach, describe, expect, test } from 'vitest';
import { witnessKey } from '../../functions/cases/port/membership.ts';
import type { Change } from '../../functions/shared/store/store.ts';
import {
  parseStanding,
  putStanding,
  standingKey,
  type KeptWish,
} from '../../functions/cases/port/standing.ts';
import { keepTerms } from '../../functions/rooms/keep-terms.ts';
import { mintPass, sendsIn } from '../../functions/rooms/media/pass.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { wishesOf } from '../../functions/witnesses/consent/needed.ts';
import { consentRecord } from '../../functions/witnesses/consent/contract.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { hearing, pseudonymOf, type Hearing, type SeatName } from './hearing.ts';

/** What somebody consented to in part, or under a condition of theirs, is kept where a pass is minted. */

const witness = pseudonymOf('witness');
const wish = async ({ memory, caseId }: Pick<Hearing, 'memory' | 'caseId'>, wishes: readonly KeptWish[]) => {
  const [item] = await memory.get([standingKey(caseId, witness, 'consent')]);
  await memory.write([
    putStanding({ caseId, pseudonym: witness, gate: 'consent' }, parseStanding(item), {
      state: 'open',
      recordedAt: parseInstant('2026-11-25T01:00:00.000Z'),
      leafHash: 'AAAA',
      ...(wishes.length === 0 ? {} : { wishes: [...wishes] }),
    }),
  ]);
};
/** As the case has them; a page asks whose wish it is. */
const witnessOfCase = ({ caseId }: Pick<Hearing, 'caseId'>): Change => {
  const { table, pk, sk } = witnessKey(caseId, witness);
  const about = { caseId, partyId: 'p', pseudonym: witness, protected: false, zone: 'Asia/Yangon' };
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...about, holder: 'h', mayKnow: [], version: 1 },
    onRefused: 'retry',
  };
};
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => body.code ?? status;

let here: Hearing;
beforeEach(async () => {
  here = await hearing();
});
const comes = async (...seats: SeatName[]) => {
  for (const seat of seats) expect(codeOf(await here.arrive(seat))).toBe(201);
};
const letIn = (seat: SeatName) => here.post('clerk', 'admissions', { seat });
const pass = async (seat: SeatName) => (await here.post(seat, 'passes')).body as { sends: string };

test('a consent that is limited says so to the room: not seen; a supporter; the others as before', () => {
  const given = (scopes: object) =>
    wishesOf(consentRecord.parse({ ...fullConsent, scopes: { ...fullConsent.scopes, ...scopes } })).wishes ??
    [];
  expect(given({})).toEqual(['in-camera', 'no-recording', 'no-picture', 'supporter', 'altered']);
  expect(given({ liveVideo: { answer: 'yes' } })).not.toContain('no-picture');
  expect(given({ supporter: { answer: 'no' } })).not.toContain('supporter');
});

describe('to be seen live by some alone', () => {
  test('is not to be seen in a room that all are in: their pass lets the voice through, and no camera', async () => {
    await wish(here, ['no-picture']);
    await comes('witness', 'prosecutor');
    await here.post('clerk', 'opening');
    for (const seat of ['witness', 'prosecutor'] as const) await letIn(seat);
    expect((await pass('witness')).sends).toBe('voice');
    expect((await pass('prosecutor')).sends).toBe('voice-and-picture');
    const keys = { apiKey: 'key', apiSecret: 'a secret of thirty-two letters, or more' };
    const token = await mintPass(keys, 'room', 'who', 'mark', sendsIn('witness', [], undefined, true));
    const inside = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    expect(
      (JSON.parse(inside) as { video: { canPublishSources: string[] } }).video.canPublishSources,
    ).toEqual(['microphone']);
  });

  test('said while they are in the room takes the passes with a picture away: everybody has another room', async () => {
    await wish(here, []);
    await comes('witness');
    await here.post('clerk', 'opening');
    await letIn('witness');
    expect((await pass('witness')).sends).toBe('voice-and-picture');
    const before = [...here.mediaRooms];
    await wish(here, ['no-picture']);
    await keepTerms(here.context, here.media, here.sessionId);
    expect([...here.mediaRooms]).not.toEqual(before);
    expect((await pass('witness')).sends).toBe('voice');
    const after = [...here.mediaRooms];
    await keepTerms(here.context, here.media, here.sessionId);
    expect([...here.mediaRooms]).toEqual(after);
  });
});

describe('a supporter who was wished for', () => {
  beforeEach(() => wish(here, ['supporter']));

  test('is waited for: nobody is let in alone, and the clerk is told why; nobody else waits', async () => {
    await comes('witness', 'prosecutor');
    await here.post('clerk', 'opening');
    expect(codeOf(await letIn('prosecutor'))).toBe(201);
    expect(codeOf(await letIn('witness'))).toBe('supporter-wished');
    await comes('support-officer');
    expect(codeOf(await letIn('witness'))).toBe(201);
    expect((await pass('witness')).sends).toBe('voice-and-picture');
  });

  test('who is put out leaves them without a pass, and without a word on why', async () => {
    await comes('witness', 'support-officer');
    await here.post('clerk', 'opening');
    for (const seat of ['support-officer', 'witness'] as const) await letIn(seat);
    expect(codeOf(await here.post('clerk', 'removals', { seat: 'support-officer' }))).toBe(201);
    expect(codeOf(await here.post('witness', 'passes'))).toBe('room-not-open');
    expect(codeOf(await here.post('prosecutor', 'passes'))).toBe('not-admitted');
  });

  test('can be waived by them alone: until then their page asks them, and nobody else is asked', async () => {
    const asked = async (seat: SeatName) => (await here.view(seat)).body.supporterWished as true | undefined;
    await here.memory.write([witnessOfCase(here)]);
    expect(await asked('witness')).toBe(true);
    for (const seat of ['clerk', 'prosecutor', 'interpreter'] as const)
      expect(await asked(seat)).toBeUndefined();
    for (const seat of ['clerk', 'prosecutor', 'support-officer'] as const)
      expect(codeOf(await here.post(seat, 'wishes', { waived: 'supporter' }))).toBe('not-your-role');
    expect(codeOf(await here.post('witness', 'wishes', { waived: 'womanInterpreter' }))).toBe(
      'gate-not-needed',
    );
    expect(codeOf(await here.post('witness', 'wishes', { waived: 'supporter' }))).toBe(201);
    expect(await asked('witness')).toBeUndefined();
    await comes('witness');
    await here.post('clerk', 'opening');
    expect(codeOf(await letIn('witness'))).toBe(201);
    expect((await pass('witness')).sends).toBe('voice-and-picture');
  });

  test('who has come is no question any more', async () => {
    await here.memory.write([witnessOfCase(here)]);
    await comes('support-officer');
    expect((await here.view('witness')).body.supporterWished).toBeUndefined();
  });
});
