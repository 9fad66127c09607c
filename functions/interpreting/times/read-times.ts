import { parseWork, workKey } from '../../rooms/port/at-work.ts';
import { bookedSpans, bookedSpansKey } from '../../sessions/port/booked-spans.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import { enterSessionWithFile } from '../../sessions/port/enter-session.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import type * as contract from './contract.ts';
import { enteredTimes, said } from '../store.ts';
import { timesOf } from './times.ts';

/** When whoever interprets in a session was booked, and when they worked. */
export const readTimes: Handler<typeof contract.readTimes> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const partition = subjectPartition({ kind: 'session', sessionId });
  const [{ door, found }, entered, steps] = await Promise.all([
    enterSessionWithFile(store, sessionId, actor, [bookedSpansKey(sessionId), workKey(sessionId)]),
    readSeries(store, enteredTimes, partition),
    readSeries(store, said, partition),
  ]);
  const booked = bookedSpans(found(bookedSpansKey(sessionId)), 'interpreter');
  const work = parseWork(found(workKey(sessionId)));
  const noShows = steps.flatMap(({ pseudonym, noShow }) => (noShow ? [{ pseudonym, ...noShow }] : []));
  const seated = door.seats.flatMap(({ seat, pseudonym }) => (seat === 'interpreter' ? [pseudonym] : []));
  // Whoever was replaced has worked too, or did not come.
  const everybody = new Set([...seated, ...Object.keys(work), ...noShows.map(({ pseudonym }) => pseudonym)]);
  return {
    interpreters: [...everybody].map((pseudonym) => {
      const own = <Each extends { readonly pseudonym: string }>(of: readonly Each[]) =>
        of.filter((each) => each.pseudonym === pseudonym);
      const days = timesOf(booked, work[pseudonym], { entered: own(entered), noShows: own(noShows) }, now);
      return { pseudonym, days: days.map((day) => ({ ...day, booked: { ...day.booked } })) };
    }),
  };
};
