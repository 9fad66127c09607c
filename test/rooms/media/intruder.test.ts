import fc from 'fast-check';
import { TrackSource, TrackType } from 'livekit-server-sdk';
import { role } from '../../../functions/shared/access/roles.ts';
import { describe, expect, it } from 'vitest';
import {
  isForeignTrack,
  judgePresence,
  seatIdentity,
  type Known,
  type MintedPass,
  type Present,
} from '../../../functions/rooms/media/intruder.ts';

const pass: MintedPass = { identity: 'one', mintedAt: 1000 };
const known: Known = { identityGiven: true, pass, newestUsed: undefined };
const present: Present = { identity: 'one', connection: 'PA_1', mark: 'm1' };

describe('whoever is in a room', () => {
  it('comes in by a pass that nobody used yet', () => {
    expect(judgePresence(present, known)).toEqual({ is: 'coming-in' });
    expect(judgePresence(present, { ...known, newestUsed: 999 })).toEqual({ is: 'coming-in' });
  });

  it('is known by the connection that their pass was used for, though a newer pass was used meanwhile', () => {
    const used = { ...pass, connection: 'PA_1' };
    expect(judgePresence(present, { ...known, pass: used, newestUsed: 1000 })).toEqual({ is: 'known' });
    expect(judgePresence(present, { ...known, pass: used, newestUsed: 2000 })).toEqual({ is: 'known' });
  });

  it.each<[string, Partial<Known>, Present?]>([
    ['uses a pass a second time', { pass: { ...pass, connection: 'PA_0' } }],
    ['uses a pass after a newer one of the same seat', { newestUsed: 1001 }],
  ])('%s: misused', (_, change, who = present) => {
    expect(judgePresence(who, { ...known, ...change })).toEqual({ is: 'intruder', as: 'pass-misused' });
  });

  it.each<[string, Partial<Known>]>([
    ['under an identity that was never given', { identityGiven: false }],
    ['with a mark that no pass of ours has', { pass: undefined }],
    ['with the mark of somebody else’s pass', { pass: { ...pass, identity: 'two' } }],
    [
      'with a used pass, under an identity never given',
      { identityGiven: false, pass: { ...pass, connection: 'PA_1' } },
    ],
  ])('%s: unknown', (_, change) => {
    expect(judgePresence(present, { ...known, ...change })).toEqual({
      is: 'intruder',
      as: 'unknown-participant',
    });
  });

  it('is let in once by each pass, in whatever order passes are minted, used and used again', () => {
    const use = fc.record({ pass: fc.nat(4), connection: fc.nat(9).map((n) => `PA_${n}`) });
    fc.assert(
      fc.property(fc.array(use, { maxLength: 30 }), (uses) => {
        const passes = new Map<number, MintedPass>();
        let newestUsed: number | undefined;
        let newestIn = -1;
        const holders = new Map<number, string>();
        for (const { pass: which, connection } of uses) {
          const minted = passes.get(which) ?? { identity: 'one', mintedAt: which };
          const judged = judgePresence(
            { identity: 'one', connection, mark: String(which) },
            { identityGiven: true, pass: minted, newestUsed },
          );
          if (judged.is === 'coming-in') {
            expect(holders.has(which)).toBe(false);
            expect(which).toBeGreaterThanOrEqual(newestIn);
            holders.set(which, connection);
            newestIn = which;
            newestUsed = minted.mintedAt;
            passes.set(which, { ...minted, connection });
          } else if (judged.is === 'known') expect(holders.get(which)).toBe(connection);
          else expect(holders.get(which) !== undefined || which < newestIn).toBe(true);
        }
      }),
    );
  });
});

describe('a track', () => {
  it.each([
    ['camera', TrackSource.CAMERA, TrackType.VIDEO],
    ['microphone', TrackSource.MICROPHONE, TrackType.AUDIO],
  ])('%s is ours', (name, source, type) => {
    expect(isForeignTrack({ name, source, type }, 'witness')).toBe(false);
  });

  it.each([
    ['', TrackSource.CAMERA],
    ['camera', TrackSource.MICROPHONE],
    ['microphone', TrackSource.UNKNOWN],
    ['Camera', TrackSource.CAMERA],
    ['screen', TrackSource.SCREEN_SHARE],
    ['constructor', TrackSource.CAMERA],
    ['<b>look here</b>', TrackSource.CAMERA],
  ])('named “%s” of source %s is not', (name, source) => {
    expect(isForeignTrack({ name, source, type: TrackType.VIDEO }, 'interpreter')).toBe(true);
  });

  it('a voice sent as a camera’s is not: it would reach those whom the pass lets see alone', () => {
    const voice = { name: 'camera', source: TrackSource.CAMERA, type: TrackType.AUDIO };
    expect(isForeignTrack(voice, 'witness')).toBe(true);
    expect(isForeignTrack(voice, 'interpreter')).toBe(true);
  });

  const language = { name: 'language-km', source: TrackSource.UNKNOWN, type: TrackType.AUDIO };

  it('of a language is ours from whoever interprets, and from nobody else', () => {
    expect(isForeignTrack(language, 'interpreter')).toBe(false);
    expect(isForeignTrack({ ...language, name: 'language-shn' }, 'interpreter')).toBe(false);
    for (const seat of role.options.filter((each) => each !== 'interpreter'))
      expect([seat, isForeignTrack(language, seat)]).toEqual([seat, true]);
    expect(isForeignTrack(language, undefined)).toBe(true);
  });

  it.each([
    { ...language, type: TrackType.VIDEO },
    { ...language, type: TrackType.DATA },
    { ...language, source: TrackSource.SCREEN_SHARE_AUDIO },
    { ...language, source: TrackSource.MICROPHONE },
    { ...language, name: 'language-' },
    { ...language, name: 'language-qq' },
    { ...language, name: 'language-KM' },
    { ...language, name: 'language-km ' },
    { ...language, name: 'language-zh-Hant' },
    { ...language, name: 'language-a text of their own' },
  ])('is no language’s when it is anything else: %j', (track) => {
    expect(isForeignTrack(track, 'interpreter')).toBe(true);
  });
});

it('tells whose pass opened a second connection beside the first', () => {
  expect(seatIdentity('one#two')).toBe('one');
  expect(seatIdentity('one')).toBe('one');
  expect(seatIdentity('#')).toBe('');
});
