import { useTranslation } from 'react-i18next';
import {
  adjourn,
  callIn,
  endTalk,
  recess,
  setRecord,
  sitInCamera,
  standDown,
  talkApart,
} from '../../../../../functions/rooms/presiding/contract.ts';
import { resume } from '../../../../../functions/rooms/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Button } from '../../../parts/button.tsx';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { RoomView } from '../../../video/room-view.ts';
import { Carried } from './carried.tsx';
import { Companions } from './companions.tsx';
import { Silences } from './silences.tsx';
import './presiding.css';

type Seat = RoomView['seats'][number];

/** Minutes of a recess that a court usually has. */
const recesses = [5, 10, 15, 30, 60] as const;

/** Before a court: what whoever presides says of how the hearing goes, and who talks apart. Nothing for anybody else. */
export function Presiding({ view }: { readonly view: RoomView }) {
  if (view.record === undefined || view.myState !== 'admitted') return null;
  return (
    <>
      {view.runs === true && mayCall(callIn, view.mySeat) && <Course view={view} />}
      <Apart view={view} />
    </>
  );
}

/** A clerk does all of it on the judge's word, which the heading says and each entry. */
const wordIn = (view: RoomView) =>
  view.mySeat === 'clerk' && view.seats.some(({ seat }) => seat === 'judge')
    ? { onWordOf: 'judge' as const }
    : {};

function Course({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation(['desk', 'staff']);
  const params = { sessionId: view.sessionId };
  const word = wordIn(view);
  const calling = useAction(callIn);
  const standing = useAction(standDown);
  const halting = useAction(recess);
  const recording = useAction(setRecord);
  const closing = useAction(sitInCamera);
  const adjourning = useAction(adjourn);
  const resuming = useAction(resume);
  const all = [calling, standing, halting, recording, closing, adjourning, resuming];
  const busy = all.some(({ running }) => running);
  const isOpen = view.phase === 'open';
  const heard = view.seats.filter(({ seat, state }) => seat === 'witness' && state === 'admitted');
  const court = view.pauses.find(({ kind }) => kind === 'recess' || kind === 'relay-lost');
  return (
    <section className="presiding" aria-labelledby="presiding-title">
      <h2 id="presiding-title">{t(word.onWordOf === undefined ? 'court.title' : 'court.onWord')}</h2>
      <ProblemNotice problem={all.map(({ problem }) => problem).find((problem) => problem !== undefined)} />
      {heard.map((seat) => (
        <p key={seat.pseudonym} className="presiding-row">
          <span>
            {t('staff:roles.witness')} <span className="pseudonym">{seat.pseudonym}</span>
          </span>
          {seat.waitsApart === true ? (
            <Button
              small
              disabled={busy || !isOpen}
              onClick={() => calling.start({ params, body: { pseudonym: seat.pseudonym, ...word } })}
            >
              {t('court.callIn')}
            </Button>
          ) : (
            <Button
              small
              quiet
              disabled={busy}
              onClick={() => standing.start({ params, body: { pseudonym: seat.pseudonym, ...word } })}
            >
              {t('court.standDown')}
            </Button>
          )}
        </p>
      ))}
      {court !== undefined && word.onWordOf !== undefined && (
        <Button disabled={busy} onClick={() => resuming.start({ params, body: word })}>
          {t('court.goOn')}
        </Button>
      )}
      <div className="presiding-row">
        <Button
          small
          quiet
          disabled={busy || !isOpen}
          onClick={() =>
            recording.start({ params, body: { record: view.record === 'on' ? 'off' : 'on', ...word } })
          }
        >
          {t(view.record === 'on' ? 'court.offRecord' : 'court.onRecord')}
        </Button>
        <Button
          small
          quiet
          disabled={busy || !isOpen}
          onClick={() => closing.start({ params, body: { inCamera: view.inCameraNow !== true, ...word } })}
        >
          {t(view.inCameraNow === true ? 'court.inPublic' : 'court.inCamera')}
        </Button>
      </div>
      <fieldset className="presiding-recess" disabled={busy || view.phase === 'closed'}>
        <legend>{t('court.recess')}</legend>
        {recesses.map((minutes) => (
          <Button
            key={minutes}
            small
            quiet
            onClick={() => halting.start({ params, body: { minutes, ...word } })}
          >
            {t('court.minutes', { minutes })}
          </Button>
        ))}
      </fieldset>
      <Silences view={view} word={word} />
      <Companions view={view} />
      <Carried view={view} word={word} />
      <ConfirmButton
        label={t('court.adjourn')}
        question={t('court.adjournQuestion')}
        consequence={t('court.adjournConsequence')}
        confirm={t('court.adjourn')}
        disabled={busy || view.phase === 'closed'}
        onConfirm={() => adjourning.start({ params, body: word })}
      />
    </section>
  );
}

/** Counsel with whom they defend, judges among themselves: while they talk, the way to end it. */
function Apart({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation(['desk', 'staff']);
  const params = { sessionId: view.sessionId };
  const beginning = useAction(talkApart);
  const ending = useAction(endTalk);
  const busy = beginning.running || ending.running;
  const talks = view.consultations ?? [];
  const others = view.seats.filter((seat) => mayTalk(view, seat));
  if (talks.length === 0 && (others.length === 0 || !mayCall(talkApart, view.mySeat))) return null;
  return (
    <section className="presiding" aria-labelledby="apart-title">
      <h2 id="apart-title">{t('court.apart')}</h2>
      <p>{t('court.apartNext')}</p>
      <ProblemNotice problem={beginning.problem ?? ending.problem} />
      {talks.map(({ consultation }) => (
        <Button
          key={consultation}
          disabled={busy}
          onClick={() => ending.start({ params, body: { consultation } })}
        >
          {t('court.endTalk')}
        </Button>
      ))}
      {talks.length === 0 &&
        others.map(({ seat, pseudonym }) => (
          <Button
            key={pseudonym}
            small
            quiet
            disabled={busy}
            onClick={() => beginning.start({ params, body: { people: [pseudonym] } })}
          >
            {t('court.talkWith', { who: `${t(`staff:roles.${seat}`)} ${pseudonym}` })}
          </Button>
        ))}
    </section>
  );
}

const mayTalk = ({ mySeat, myPseudonym }: RoomView, { seat, pseudonym, state }: Seat): boolean =>
  state === 'admitted' &&
  pseudonym !== myPseudonym &&
  (mySeat === 'judge' ? seat === 'judge' : mySeat === 'defence-counsel' && seat === 'accused');
