import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { commitment } from '../custody/port/disclosure.ts';
import { assertLive, setGate } from '../sessions/port/door.ts';
import type { GateState } from '../sessions/port/door-gates.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { checkLanguages, gateOf, gateOfTeam, type Assignment } from './assignment.ts';
import type * as contract from './contract.ts';
import { putConfirmation, readBooked, readFor, type Read } from './store.ts';

/** Confirms a booked interpreter: record, gate and entry in one transaction. */
export const confirmInterpreter: Handler<typeof contract.confirmInterpreter> = ({
  actor: staff,
  params,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const { pseudonym, ...given } = body;
    const read = await readFor(context.store, params.sessionId, staff, pseudonym);
    assertLive(read.door);
    const { door, booked } = read;
    if (booked === undefined) throw new Refusal('person-not-suitable', { seat: 'interpreter' });
    checkLanguages(given, await readBooked(context.store, booked));
    const gate = teamGate(read, booked.pseudonym, given);
    // The languages would tell where she comes from, so they are sealed.
    const languages = commitment('between', given.between.join(' '), context.randomBytes(16));
    const append = prepareAppend({
      logId: door.sessionId,
      caseId: door.caseId,
      head: read.head,
      entries: [
        {
          ...entryOf(read, booked.pseudonym, given, gate),
          entryId: newId(context.randomBytes),
          occurredAt: now.toISOString(),
          sealed: { between: languages.digest },
        },
      ],
      recordedAt: now,
    });
    const confirmation = {
      number: read.number + 1,
      assignment: given,
      pseudonym: booked.pseudonym,
      recordedAt: now.toISOString(),
      recordedBy: staff.personId,
      disclosures: { between: languages.disclosure },
    };
    return {
      changes: [
        putConfirmation(door.sessionId, confirmation),
        setGate(door, 'interpreter', gate),
        ...append.changes,
      ],
      answer: { gate },
    };
  });

/** The gate once this is confirmed of one of them. */
function teamGate({ door, standing }: Read, pseudonym: string, given: Assignment): GateState {
  const team = door.seats.flatMap((taken) => (taken.seat === 'interpreter' ? [taken.pseudonym] : []));
  const before = [...standing].map(([who, { assignment }]) => [who, assignment] as const);
  return gateOfTeam(team, new Map([...before, [pseudonym, given]]));
}

function entryOf({ self }: Read, interpreter: string, given: Assignment, gate: GateState) {
  const { mode, conflict, undertaking } = given;
  return {
    action: gateOf(given) === 'open' ? 'interpreter.confirmed' : 'interpreter.declined',
    actor: { role: self.role, pseudonym: self.pseudonym },
    authority: { kind: 'role', ref: self.role },
    subject: { kind: 'interpreter', ref: interpreter },
    details: { gate, mode, conflict, undertaking },
  } satisfies Partial<NewEntry>;
}
