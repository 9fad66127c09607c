import { admitted, opened } from './made-rooms.ts';
import { describe, expect, it } from 'vitest';
import { isScreened, whyKeptApart } from '../../functions/rooms/kept-apart.ts';
import { placesIn } from '../../functions/rooms/place.ts';
import { mayEnter } from '../../functions/rooms/may-enter.ts';
import { mintPass, sendsIn } from '../../functions/rooms/media/pass.ts';
import { arrived, unopened } from '../../functions/rooms/room.ts';
import { viewOf } from '../../functions/rooms/view.ts';
import { parseDoor, type Door, type Seat } from '../../functions/sessions/port/door.ts';
import { role, type Role } from '../../functions/shared/access/roles.ts';
import { allOpen } from '../support/all-open.ts';

/** Nobody on the accused's side comes into one room with a witness, whatever the clerk does: before a court they have a room of their own. */

const now = new Date('2026-11-25T03:00:00Z');
const device = { camera: true, microphone: true, connection: 'good' } as const;
const witness: Seat = { seat: 'witness', pseudonym: 'W-2222' };
const seat = (of: Role): Seat => ({ seat: of, pseudonym: `${of}-1` });
const doorWith = (...seats: Seat[]): Door =>
  parseDoor({
    sessionId: 's',
    caseId: 'c',
    kind: 'testimony',
    version: 1,
    status: 'booked',
    start: '2026-11-25T03:00:00.000Z',
    end: '2026-11-25T04:00:00.000Z',
    opensAt: '2026-11-25T02:00:00.000Z',
    closesAt: '2026-11-25T06:00:00.000Z',
    gates: allOpen,
    rooms: 'booked',
    seats,
  });
const withIn = (who: Seat) =>
  admitted(arrived(opened(unopened('s'), 'C-1'), who.pseudonym, device), who.pseudonym);
const side = ['accused', 'custody-officer', 'defence-counsel'] as const;

describe('with a witness', () => {
  const shielded = witness;

  it.each(side)('outside a court a pass is refused to the seat %s, even where it was let in', (of) => {
    const me = seat(of);
    const interview = { ...doorWith(shielded, me), kind: 'interview' as const };
    expect(() => mayEnter(interview, withIn(me), me, now)).toThrow(
      expect.objectContaining({ code: 'kept-apart' }),
    );
    // Also before anybody let it in: its page says why, and not that it is to wait.
    expect(() => mayEnter(interview, unopened('s'), me, now)).toThrow(
      expect.objectContaining({ code: 'kept-apart' }),
    );
  });

  it.each(side)(
    'before a court the seat %s is screened: it has a room of its own, and is not kept out',
    (of) => {
      const me = seat(of);
      const door = doorWith(shielded, me);
      expect([isScreened(door, me), whyKeptApart(door, me)]).toEqual([true, undefined]);
      const places = placesIn(door, withIn(me));
      expect([...places].filter(([, placed]) => placed.has(me.pseudonym)).map(([key]) => key)).toEqual([
        'screened',
      ]);
    },
  );

  it('nobody else is kept apart, and the witness least of all', () => {
    const apart = role.options.filter((each) => {
      const me = seat(each);
      const interview = { ...doorWith(shielded, me), kind: 'interview' as const };
      return whyKeptApart(interview, me) !== undefined;
    });
    expect(apart.toSorted()).toEqual([...side].toSorted());
    const me = seat('judge');
    expect(mayEnter(doorWith(shielded, me), withIn(me), me, now)).toMatchObject({ since: 1 });
  });

  it('where nobody is heard as a witness, nobody is kept apart', () => {
    const accused = seat('accused');
    expect(isScreened(doorWith(witness, accused), accused)).toBe(true);
    expect(whyKeptApart(doorWith(seat('expert'), accused), accused)).toBeUndefined();
  });

  it('the seat’s own page says so, and the clerk’s of each such seat; nobody else’s does', () => {
    const accused = seat('accused');
    const clerk = seat('clerk');
    const judge = seat('judge');
    const door = { ...doorWith(shielded, accused, clerk, judge), kind: 'interview' as const };
    const view = (as: Seat) => viewOf(door, unopened('s'), as, new Date());
    expect(view(accused)).toMatchObject({ keptApart: true });
    const marked = (as: Seat) =>
      view(as).seats.flatMap((each) => (each.keptApart === true ? [each.seat] : []));
    expect([view(clerk).keptApart, marked(clerk)]).toEqual([undefined, ['accused']]);
    expect([view(judge).keptApart, marked(judge)]).toEqual([undefined, []]);
  });
});

describe('a pass', () => {
  const grantOf = async (of: Role) => {
    const token = await mintPass(
      { apiKey: 'key', apiSecret: 's'.repeat(32) },
      'room',
      'me',
      'mark',
      sendsIn(of),
    );
    const [, payload = ''] = token.split('.');
    const { video } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { video: object };
    return video;
  };

  it('lets an observer hear, and nothing of theirs through', async () => {
    expect(await grantOf('observer')).toMatchObject({
      roomJoin: true,
      canSubscribe: true,
      canPublish: false,
      canPublishData: false,
    });
  });

  it('lets whoever interprets send a voice for each language too: what else they send is met as foreign', async () => {
    const grant = await grantOf('interpreter');
    expect(grant).toMatchObject({ canPublish: true, canPublishData: false });
    expect(grant).not.toHaveProperty('canPublishSources');
  });

  it.each(['witness', 'judge', 'support-person'] as const)(
    'lets the seat %s send voice and picture',
    async (of) => {
      expect(await grantOf(of)).toMatchObject({
        canSubscribe: true,
        canPublish: true,
        canPublishSources: ['camera', 'microphone'],
        canPublishData: false,
      });
    },
  );
});
