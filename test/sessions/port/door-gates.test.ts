import { describe, expect, test } from 'vitest';
import { hasGate, kinds, type SessionKind } from '../../../functions/sessions/port/kinds.ts';
import {
  assertEveryGateOpen,
  everyGateOpen,
  isConfidential,
  openPoints,
  parseDoor,
  setGate,
} from '../../../functions/sessions/port/door.ts';
import { beginsAs, gateNames, gates, type GateName } from '../../../functions/sessions/port/gates.ts';
import { mayEnter } from '../../../functions/rooms/may-enter.ts';
import { arrived, unopened } from '../../../functions/rooms/room.ts';
import { admitted, opened } from '../../rooms/made-rooms.ts';

/** A door as it was stored before doors said their kind: every gate that there was is in it. */
const stored = (gatesStored: Readonly<Record<string, string>>, more: object = {}) => ({
  pk: 'session#s',
  sk: 'door',
  sessionId: 's',
  caseId: 'c',
  version: 7,
  status: 'booked',
  start: '2026-11-25T03:00:00.000Z',
  end: '2026-11-25T04:00:00.000Z',
  opensAt: '2026-11-25T02:00:00.000Z',
  closesAt: '2026-11-25T06:00:00.000Z',
  gates: gatesStored,
  rooms: 'booked',
  seats: [
    { seat: 'prosecutor', pseudonym: 'P-1', personId: 'p' },
    { seat: 'witness', pseudonym: 'W-1' },
    { seat: 'interpreter', pseudonym: 'I-1' },
  ],
  ...more,
});
const openIn = (kind: SessionKind) =>
  Object.fromEntries(
    gateNames.map((gate) => [gate, hasGate(kind, gate) ? 'open' : 'not-needed']),
  ) as Readonly<Record<GateName, string>>;
const ofInterview = openIn('interview');
const ofVisit = openIn('preparation-visit');
const ofMeeting = Object.fromEntries(gateNames.map((gate) => [gate, 'not-needed']));
const without = (states: Readonly<Record<string, string>>, gate: GateName) =>
  Object.fromEntries(Object.entries(states).filter(([name]) => name !== gate));

const now = new Date('2026-11-25T03:00:00Z');
const inside = () => {
  const open = opened(unopened('s'), 'C-1');
  return admitted(arrived(open, 'W-1', { camera: true, microphone: true, connection: 'good' }), 'W-1');
};

/** Those that are missing until somebody opens them. */
const awaited = gateNames.filter((gate) => beginsAs(gate) === 'missing');

/** Whoever is in; to a guest no gate is named. */
const officer = { seat: 'support-officer', pseudonym: 'W-1' } as const;

describe('a door that was stored before there was such a gate', () => {
  test('reads a rehearsal that nobody held as what it is, which closes nothing', () => {
    const door = parseDoor(stored(without(ofInterview, 'rehearsal')));
    expect(door.gates.rehearsal).toBe('untested');
    expect(everyGateOpen(door)).toBe(true);
    expect(openPoints(door)).toContainEqual({
      gate: 'rehearsal',
      state: 'untested',
      turn: 'support-officer',
    });
    // Of no other gate this is a state.
    expect(parseDoor(stored({ ...ofInterview, consent: 'untested' })).gates.consent).toBe('missing');
  });

  test.each(awaited)('waits for %s where its kind needs it, and says whose turn it is', (gate) => {
    const door = parseDoor(stored(without(ofInterview, gate)));
    expect(door.gates[gate]).toBe('missing');
    expect(everyGateOpen(door)).toBe(false);
    expect(openPoints(door)).toContainEqual({ gate, state: 'missing', turn: gates[gate].turn });
    expect(() => mayEnter(door, inside(), officer, now)).toThrow(
      expect.objectContaining({ code: 'gates-closed', facts: { gates: [gate] } }),
    );
  });

  test.each(gateNames)('lets people in once %s is open, which is then stored with all others', (gate) => {
    const change = setGate(parseDoor(stored(without(ofInterview, gate))), gate, 'open');
    expect(change).toMatchObject({ kind: 'update', set: { gates: ofInterview, version: 8 } });
    const door = parseDoor(
      stored(change.kind === 'update' ? (change.set['gates'] as typeof ofInterview) : {}),
    );
    expect(mayEnter(door, inside(), officer, now)).toMatchObject({ since: 1 });
  });

  test.each(['permission', 'attendingOfficer'] as const)('of a visit does not wait for %s', (gate) => {
    const door = parseDoor(stored(without(ofVisit, gate), { kind: 'preparation-visit' }));
    expect(door.gates[gate]).toBe('not-needed');
    expect(everyGateOpen(door)).toBe(true);
  });

  test('does not wait for a gate about a seat that nobody has', () => {
    const seats = [{ seat: 'support-officer', pseudonym: 'S-1', personId: 's' }];
    const door = parseDoor(stored(without(ofVisit, 'interpreter'), { kind: 'preparation-visit', seats }));
    expect(door.gates.interpreter).toBe('not-needed');
  });

  test('that does not say its kind waits where any kind that it can be needs the gate', () => {
    // All that is left of it agrees with an interview as well as with a visit.
    const { consent, riskPlan } = ofInterview;
    expect(parseDoor(stored({ consent, riskPlan })).gates).toMatchObject({
      permission: 'missing',
      attendingOfficer: 'missing',
      interpreter: 'missing',
    });
    // And these states are those of no kind at all.
    const odd = parseDoor(stored({ permission: 'not-needed', attendingOfficer: 'open', consent: 'open' }));
    expect(odd.gates).toMatchObject({ riskPlan: 'missing', interpreter: 'missing' });
    expect(isConfidential(odd)).toBe(true);
  });
});

describe('what a door of today has stored', () => {
  test('is read as it is', () => {
    for (const states of [ofInterview, ofVisit, ofMeeting])
      expect(parseDoor(stored(states)).gates).toEqual(states);
    expect(everyGateOpen(parseDoor(stored(ofMeeting)))).toBe(true);
    expect(openPoints(parseDoor(stored(ofMeeting)))).toEqual([]);
  });

  test('tells a confidential meeting from all else, whether it says its kind or not', () => {
    expect(isConfidential(parseDoor(stored(ofMeeting)))).toBe(true);
    expect(isConfidential(parseDoor(stored(ofInterview)))).toBe(false);
    expect(isConfidential(parseDoor(stored(ofVisit)))).toBe(false);
    for (const kind of Object.keys(kinds) as SessionKind[])
      expect(isConfidential(parseDoor(stored({}, { kind })))).toBe(kinds[kind].confidential);
  });
});

describe('what we do not know', () => {
  test('in the state of a gate counts as missing', () => {
    const door = parseDoor(stored({ ...ofInterview, consent: 'waived' }));
    expect(door.gates.consent).toBe('missing');
    expect(everyGateOpen(door)).toBe(false);
  });

  test('as the name of a gate keeps the door closed, whatever its state, through changes of others', () => {
    for (const state of ['open', 'missing', 'not-needed']) {
      const door = parseDoor(stored({ ...ofInterview, oath: state }));
      expect(everyGateOpen(door)).toBe(false);
      expect(() => assertEveryGateOpen(door)).toThrow(
        expect.objectContaining({ code: 'gates-closed', facts: { gates: [] } }),
      );
      expect(setGate(door, 'consent', 'open')).toMatchObject({ set: { gates: { oath: state } } });
    }
  });
});
