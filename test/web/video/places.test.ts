import { describe, expect, it } from 'vitest';
import {
  heardIn,
  identitiesOf,
  passBody,
  placesOf,
  roomKind,
  type Placed,
} from '../../../web/src/video/places.ts';

const view = { phase: 'open', epoch: 4 } as unknown as Placed;
const hearing = { room: 'hearing', since: 4 };
const screened = { room: 'screened', since: 3, as: 'viewer' } as const;
const consultation = { room: 'consultation-7', since: 6 };

describe('the own places', () => {
  it('are one room where the service says none, and none while there is no room', () => {
    expect(placesOf(view)).toEqual({ main: hearing, others: [] });
    expect(placesOf({ ...view, epoch: 0 })).toEqual({ main: undefined, others: [] });
  });

  it('are as the service says them; whoever only looks on has no main place there', () => {
    const placed = { ...view, places: [hearing, screened, consultation] };
    expect(placesOf(placed)).toEqual({ main: hearing, others: [screened, consultation] });
    expect(placesOf({ ...view, epoch: 0, places: [screened] })).toEqual({
      main: undefined,
      others: [screened],
    });
  });

  it('are none where the service says that there are none, whatever the number of the room', () => {
    expect(placesOf({ ...view, places: [] })).toEqual({ main: undefined, others: [] });
  });

  it('are of a known kind by their key alone', () => {
    expect(['hearing', 'witness-W-4K7Q', 'consultation-7', 'booth', 'screened'].map(roomKind)).toEqual([
      'hearing',
      'witness',
      'consultation',
      'booth',
      'screened',
    ]);
    expect(roomKind('hearings')).toBeUndefined();
  });

  it('are asked for by name only where there are several', () => {
    expect(passBody(undefined)).toEqual({});
    expect(passBody('booth')).toEqual({ room: 'booth' });
  });
});

describe('where somebody is heard', () => {
  const places = placesOf({ ...view, places: [hearing, screened, consultation] });

  it('is the main room until they choose, wherever that is', () => {
    expect(heardIn(undefined, places)).toBe('hearing');
    expect(heardIn(undefined, { main: { room: 'witness-W-4K7Q', since: 9 }, others: [] })).toBe(
      'witness-W-4K7Q',
    );
  });

  it('is the room that they choose, and never one in which they only look on', () => {
    expect(heardIn('consultation-7', places)).toBe('consultation-7');
    expect(heardIn('screened', places)).toBeUndefined();
  });

  it('is nowhere once the chosen room is gone: nobody talks on into the court', () => {
    expect(heardIn('consultation-7', { main: hearing, others: [] })).toBeUndefined();
    expect(heardIn('hearing', { main: hearing, others: [] })).toBe('hearing');
  });
});

it('somebody is known by another identity in each room', () => {
  const seat = { seat: 'accused', pseudonym: 'A-2ACD', state: 'admitted' } as const;
  expect(identitiesOf(seat)).toEqual([]);
  expect(identitiesOf({ ...seat, identity: 'one' })).toEqual(['one']);
  expect(identitiesOf({ ...seat, elsewhere: [{ room: 'screened', identity: 'two' }] })).toEqual(['two']);
});
