import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerTechnical,
  askTechnical,
  listTechnical,
  readOwnTechnical,
  troubles,
} from '../../../functions/help/technical/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';
import { useAction, useAnswer } from '../api/hooks.ts';
import { mayCall } from '../api/may-call.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { RoomView } from '../video/room-view.ts';

/** Milliseconds until it is asked again who needs help, and whether somebody comes. */
const askEvery = 7_500;

type Call = AnswerOf<typeof listTechnical>['calls'][number];

/** Who asks for help with their device, for those who help: what is known of device and line, and no media. */
export function TechnicalCalls({ view: { sessionId, mySeat, runs } }: { readonly view: RoomView }) {
  const when = runs === true || mySeat === 'technician' || mySeat === 'support-officer';
  const { data } = useAnswer(
    listTechnical,
    { params: { sessionId } },
    { every: () => askEvery, unseenToo: true, when },
  );
  return (data?.calls ?? []).map((call) => <Asks key={call.pseudonym} sessionId={sessionId} call={call} />);
}

function Asks({ sessionId, call }: { readonly sessionId: string; readonly call: Call }) {
  const { t } = useTranslation(['help', 'staff']);
  const answering = useAction(answerTechnical);
  const { seat, pseudonym, what, at, device, coming } = call;
  const answer = (state: 'coming' | 'over') =>
    answering.start({ params: { sessionId }, body: { pseudonym, state } });
  const name = (who: { readonly role: typeof seat; readonly pseudonym: string }) =>
    `${t(`staff:roles.${who.role}`)} ${who.pseudonym}`;
  const found =
    device === undefined
      ? [t('technical.unchecked')]
      : [
          t(device.camera ? 'technical.camera' : 'technical.noCamera'),
          t(device.microphone ? 'technical.microphone' : 'technical.noMicrophone'),
          t(`technical.${device.connection}`),
        ];
  return (
    <Notice
      tone={coming === undefined ? 'wait' : 'plain'}
      live
      title={t('technical.asks', { who: name({ role: seat, pseudonym }) })}
    >
      <p>
        {[what === undefined ? undefined : t(`technical.what.${what}`), t(`technical.at.${at}`), ...found]
          .filter((each) => each !== undefined)
          .join(' · ')}
      </p>
      {coming?.mine === false && <p>{t('ring.other', { who: name(coming) })}</p>}
      <div className="row">
        {coming === undefined && (
          <Button small busy={answering.running} onClick={() => answer('coming')}>
            {t('technical.coming')}
          </Button>
        )}
        {coming !== undefined && (
          <Button small quiet busy={answering.running} onClick={() => answer('over')}>
            {t('technical.over')}
          </Button>
        )}
      </div>
      <ProblemNotice problem={answering.problem} />
    </Notice>
  );
}

/** Asks for help with one’s own device; for everybody who has a seat here. */
export function AskTechnical({ view: { sessionId, mySeat } }: { readonly view: RoomView }) {
  const { t } = useTranslation('help');
  const asking = useAction(askTechnical);
  const may = mayCall(askTechnical, mySeat);
  const [pressed, setPressed] = useState(false);
  const params = { sessionId };
  const own = useAnswer(
    readOwnTechnical,
    { params },
    { every: (answer) => (pressed || answer?.help !== 'none' ? askEvery : false), when: may },
  );
  if (!may) return null;
  const help = own.data?.help ?? 'none';
  return (
    <details className="ask-technical">
      <summary>{t('technical.ask')}</summary>
      <p role="status">
        {help === 'none' ? null : t(help === 'coming' ? 'technical.helped' : 'technical.called')}
      </p>
      <div className="row">
        {help === 'none' &&
          troubles.map((what) => (
            <Button
              key={what}
              quiet
              small
              busy={asking.running}
              onClick={() => {
                setPressed(true);
                asking.start({ params, body: { what } });
              }}
            >
              {t(`technical.what.${what}`)}
            </Button>
          ))}
      </div>
      <ProblemNotice problem={asking.problem} />
    </details>
  );
}
