import { prepareAppend } from '../custody/port/append.ts';
import { commitment } from '../custody/port/disclosure.ts';
import { setGate } from '../sessions/port/door.ts';
import type { Change } from '../shared/store/store.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import type { Read } from './store.ts';

export interface Sealed {
  readonly digests: Readonly<Record<string, string>>;
  readonly disclosures: Readonly<Record<string, string>>;
}

/** A salted commitment for each field; what opens it stays in our own table. */
export function sealAll(fields: Readonly<Record<string, string>>, randomBytes: RandomBytes): Sealed {
  const made = Object.entries(fields).map(
    ([name, value]) => [name, commitment(name, value, randomBytes(16))] as const,
  );
  return {
    digests: Object.fromEntries(made.map(([name, { digest }]) => [name, digest])),
    disclosures: Object.fromEntries(made.map(([name, { disclosure }]) => [name, disclosure])),
  };
}

interface GateStep {
  readonly gate: 'consent' | 'riskPlan';
  readonly state: 'open' | 'refused';
  /** Dot name of the entry, e.g. `consent.given`. */
  readonly action: string;
  /** Whose word it stands on: hers, or her holder's office. */
  readonly authority: 'consent' | 'role';
  readonly digests?: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly randomBytes: RandomBytes;
}

/**
 * The door's gate and the entry that says so. The session log goes to both sides, so the entry tells the result for the
 * gate and nothing more in clear; what she said is sealed.
 */
export function gateChanges(read: Read, step: GateStep): Change[] {
  const { door, member, witness, head } = read;
  const { changes } = prepareAppend({
    logId: door.sessionId,
    caseId: door.caseId,
    head,
    entries: [
      {
        entryId: newId(step.randomBytes),
        action: step.action,
        actor: { role: member.role, pseudonym: member.pseudonym },
        authority: {
          kind: step.authority,
          ref: step.authority === 'consent' ? witness.pseudonym : member.role,
        },
        subject: { kind: 'witness', ref: witness.pseudonym },
        occurredAt: step.now.toISOString(),
        details: { gate: step.state },
        ...(step.digests === undefined ? {} : { sealed: step.digests }),
      },
    ],
    recordedAt: step.now,
  });
  return [setGate(door, step.gate, step.state), ...changes];
}
