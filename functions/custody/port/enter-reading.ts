/**
 * The published way in which a reading is entered, for the edge of every capability: a fact of the access log of the case, or
 * of the reader's agency where it is about no case. Filing contends with nothing; what the same person reads again in the same
 * hour has the same id, and so one place.
 */
import { createHash } from 'node:crypto';
import { memberKey, parseMember } from '../../cases/port/membership.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import type { EnterReading, Reading } from '../../shared/http/reading.ts';
import { commit, jitteredPause } from '../../shared/store/commit.ts';
import type { Store } from '../../shared/store/store.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { agencyReader } from '../agency-reader.ts';
import { dataRead } from '../actions.ts';
import type { Reader } from '../open-log.ts';
import { hourOf, putRead } from '../reads.ts';
import { fileFact } from './file-fact.ts';
import { accessLogId } from './log-class.ts';

/** Readings that this process knows to be entered; the oldest go first. */
const mostKnown = 10_000;
const minutes = 60;

/** Of one process: what it has entered in an hour is not written again by it in that hour. */
export function readings(store: Store, randomBytes: RandomBytes): EnterReading {
  const known = new Set<string>();
  const pause = jitteredPause(() => (randomBytes(1)[0] ?? 0) / 256);
  return async (reading) => {
    const id = idOf(reading);
    if (known.has(id)) return;
    const { actor } = reading;
    const { caseId, reader } = await whoReads(store, reading);
    await commit({ store, pause }, async () => {
      const by = reader ?? (await agencyReader(actor.agencyId, actor, { store, randomBytes }));
      return { changes: [...by.changes, ...changesOf(reading, id, caseId, by)], answer: null };
    });
    const [oldest] = known;
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
    known.add(id);
  };
}

interface Looked {
  readonly caseId: string | undefined;
  /** Of a case; of an agency it is looked up as it is written. */
  readonly reader: Reader | undefined;
}

/** @throws Error or Refusal where nobody of the case reads: what cannot be entered is not shown */
async function whoReads(store: Store, { actor, about }: Reading): Promise<Looked> {
  const caseId = about.caseId ?? (await caseOf(store, about.sessionId));
  if (caseId === undefined) return { caseId, reader: undefined };
  const [member] = await store.get([memberKey(caseId, actor.personId)]);
  const { role, pseudonym } = parseMember(member);
  return { caseId, reader: { role, pseudonym, changes: [] } };
}

async function caseOf(store: Store, sessionId: string | undefined): Promise<string | undefined> {
  if (sessionId === undefined) return undefined;
  const [door] = await store.get([doorKey(sessionId)]);
  return parseDoor(door).caseId;
}

/** The same for whatever one person reads by one route about one thing in one hour. */
function idOf({ actor, route, about, at }: Reading): string {
  const { caseId = '', sessionId = '', party = '' } = about;
  const what = [actor.personId, actor.role, route, caseId, sessionId, party, hourOf(at)];
  return createHash('sha256')
    .update(`reading ${what.join(' ')}`)
    .digest('base64url');
}

function changesOf(reading: Reading, entryId: string, caseId: string | undefined, by: Reader) {
  const { actor, kind, route, about, at } = reading;
  const { role, pseudonym } = by;
  const owner = caseId ?? actor.agencyId;
  const hour = hourOf(at);
  const until = new Date(Date.parse(`${hour}:00:00Z`) + minutes * 60_000).toISOString();
  const entry = dataRead.entry({
    entryId,
    actor: { role, pseudonym },
    authority: { kind: 'role', ref: role },
    subject: subjectOf(about, caseId, actor.agencyId),
    occurredAt: at.toISOString(),
    details: { route, kind, until },
  });
  const what = `${route} ${about.sessionId ?? ''}`;
  return [
    fileFact({ logId: accessLogId(owner), caseId: owner, entry, filedAt: at }),
    putRead({
      agencyId: actor.agencyId,
      personId: actor.personId,
      role,
      pseudonym,
      hour,
      kind,
      what,
      ...(caseId === undefined ? {} : { caseId }),
      ...(about.party === undefined ? {} : { party: about.party }),
    }),
  ];
}

function subjectOf({ sessionId, party }: Reading['about'], caseId: string | undefined, agencyId: string) {
  if (party !== undefined) return { kind: 'witness', ref: party } as const;
  if (sessionId !== undefined) return { kind: 'session', ref: sessionId } as const;
  return caseId === undefined
    ? ({ kind: 'agency', ref: agencyId } as const)
    : ({ kind: 'case', ref: caseId } as const);
}
