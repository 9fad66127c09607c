import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { answerCall, listCalls } from '../../../functions/help/alarm/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';
import { timeForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { useAction, useAnswer } from '../api/hooks.ts';
import { mayCall } from '../api/may-call.ts';
import { notify, ring } from '../own-day/bell.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useOwnRecord } from '../parts/own-record.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useReader } from '../parts/reader.tsx';
import { inARoom, isInARoom } from './in-a-room.ts';

/** Milliseconds until it is asked again whether somebody needs the reader; a quarter of what one waits for the next on call. */
const askEvery = 7_500;
/** Milliseconds until it rings again. */
const ringEvery = 4_000;

type Call = AnswerOf<typeof listCalls>['calls'][number];

/**
 * The silent alarms for which the reader is called, above whatever page they are at. It rings also where somebody has switched off the
 * bell at the door; but never while a room is open in this browser, where it could be heard by those from whom it is kept.
 */
export function Ringing() {
  const { role } = useOwnRecord();
  const { data } = useAnswer(
    listCalls,
    {},
    { every: () => askEvery, unseenToo: true, when: mayCall(listCalls, role) },
  );
  const calls = data?.calls ?? [];
  useRoomOpenHere();
  const isQuiet = useRing(calls.some(({ rings }) => rings));
  if (calls.length === 0) return null;
  return (
    <div className="ringing">
      {calls.map((call) => (
        <Called key={`${call.sessionId} ${call.pseudonym}`} call={call} isQuiet={isQuiet} />
      ))}
    </div>
  );
}

function Called({ call, isQuiet }: { readonly call: Call; readonly isQuiet: boolean }) {
  const { t } = useTranslation(['help', 'staff']);
  const answering = useAction(answerCall);
  const reader = useReader();
  const { zone } = useOwnRecord();
  const { sessionId, seat, pseudonym, since, rings, coming } = call;
  const name = (who: { readonly role: typeof seat; readonly pseudonym: string }) =>
    `${t(`staff:roles.${who.role}`)} ${who.pseudonym}`;
  const answer = (state: 'coming' | 'over') =>
    answering.start({ params: { sessionId }, body: { pseudonym, state } });
  const title = rings
    ? t('ring.title')
    : coming?.mine === true
      ? t('ring.mine')
      : t('ring.other', { who: coming === undefined ? '' : name(coming) });
  return (
    <Notice tone={rings ? 'bad' : 'good'} live title={title}>
      <p>
        {t('ring.who', {
          who: name({ role: seat, pseudonym }),
          time: timeForPeople(since, zone, reader).text,
        })}
      </p>
      {rings && isQuiet && <p className="hint">{t('ring.quiet')}</p>}
      <div className="row">
        {rings && (
          <Button busy={answering.running} onClick={() => answer('coming')}>
            {t('ring.coming')}
          </Button>
        )}
        {coming?.mine === true && (
          <Button quiet busy={answering.running} onClick={() => answer('over')}>
            {t('ring.over')}
          </Button>
        )}
        <Link to={`/sessions/${sessionId}`}>{t('ring.toSession')}</Link>
      </div>
      <ProblemNotice problem={answering.problem} />
    </Notice>
  );
}

/** While this window is at a room, no window of this browser rings. */
function useRoomOpenHere(): void {
  const { pathname } = useLocation();
  const isRoom = /^\/sessions\/[^/]+\/room$/.test(pathname);
  useEffect(() => (isRoom ? inARoom() : undefined), [isRoom]);
}

/** Rings for as long as it should, where nobody in a room could hear it. @returns whether it is kept quiet for that */
function useRing(rings: boolean): boolean {
  const { t } = useTranslation('help');
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!rings) return undefined;
    const sound = async () => {
      const quiet = await isInARoom();
      setQuiet(quiet);
      if (!quiet) ring();
    };
    if (document.hidden) notify(t('ring.title'));
    void sound();
    const timer = setInterval(() => void sound(), ringEvery);
    return () => clearInterval(timer);
  }, [rings, t]);
  return isQuiet;
}
