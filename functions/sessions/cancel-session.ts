import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { memberKey, parseMember } from '../cases/membership.ts';
import { headKey, parseHead, prepareAppend } from '../custody/append.ts';
import type * as contract from './contract.ts';
import { assertLive, doorKey, moveDoor, parseDoor } from './door.ts';
import { pageNames, parseRoster } from './roster.ts';
import { holdRoster, pageKey, parsePages, parseSession, putPage, rosterKey, sessionKey } from './store.ts';
import { release } from './week-pages.ts';

type Route = typeof contract.cancelSession;

/** Cancels a session: the door closes for good, every calendar is free again, and the log says why. */
export const cancelSession = ({
  actor,
  params: { sessionId },
  body: { reason },
  now,
  ground: { store, randomBytes },
  commit,
}: Call<ParamsOf<Route>, BodyOf<Route>>) =>
  commit(async () => {
    const [sessionItem, doorItem, rosterItem, headItem] = await store.get([
      sessionKey(sessionId),
      doorKey(sessionId),
      rosterKey(sessionId),
      headKey(sessionId),
    ]);
    const [session, door, roster] = [parseSession(sessionItem), parseDoor(doorItem), parseRoster(rosterItem)];
    const { caseId } = session;
    const names = pageNames(caseId, roster.booked, session);
    const [selfItem, ...items] = await store.get([
      memberKey(caseId, asStaff(actor).personId),
      ...names.map(pageKey),
    ]);
    const { role, pseudonym } = parseMember(selfItem);
    if (role !== 'prosecutor') throw new Refusal('not-your-role');
    assertLive(door);
    const log = prepareAppend({
      logId: sessionId,
      caseId,
      head: parseHead(headItem),
      entries: [
        {
          entryId: newId(randomBytes),
          action: 'session.cancelled',
          actor: { role, pseudonym },
          authority: { kind: 'role', ref: role },
          subject: { kind: 'session', ref: sessionId },
          occurredAt: now.toISOString(),
          details: { reason },
        },
      ],
      recordedAt: now,
    });
    return {
      changes: [
        moveDoor(door, { status: 'cancelled' }),
        holdRoster(roster),
        ...parsePages(names, items).map((page) => putPage(release(page, sessionId))),
        ...log.changes,
      ],
      answer: { status: 'cancelled' as const },
    };
  });
