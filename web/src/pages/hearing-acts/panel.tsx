import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readHearing } from '../../../../functions/hearing/contract.ts';
import { enterOath, enterReadBack, enterTold } from '../../../../functions/hearing/given/contract.ts';
import { enterLanguages } from '../../../../functions/hearing/languages/contract.ts';
import { challenge, enterStop, object } from '../../../../functions/hearing/rulings/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { useNow } from '../../parts/use-now.ts';
import type { RoomView } from '../../video/room-view.ts';
import type { Doing, Hearing } from './hearing.ts';
import { ActRow, waits } from './act-row.tsx';
import { ChallengeForm, ObjectionForm } from './party-forms.tsx';
import { LanguagesForm } from './languages-form.tsx';
import { OathForm } from './oath-form.tsx';
import { ReadBackForm } from './read-back-form.tsx';
import { StopForm } from './stop-form.tsx';
import { Signals, Wait } from './signals.tsx';
import { ToldForm } from './told-form.tsx';
import './hearing-acts.css';

/** While no socket tells the page to look. */
const LOOK_MS = 10_000;

/** What is said and ruled, beside the room, for whoever is in it. */
export function HearingActs({ view }: { readonly view: RoomView }) {
  const isIn = view.myState === 'admitted' && (view.phase === 'open' || view.phase === 'paused');
  return isIn ? <Panel view={view} /> : null;
}

function Panel({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('acts');
  const { sessionId, mySeat } = view;
  const { data } = useAnswer(
    readHearing,
    { params: { sessionId } },
    { every: () => LOOK_MS, unseenToo: true },
  );
  const now = useNow(1_000);
  const [opened, setOpened] = useState<string>();
  if (data === undefined) return null;
  const doing: Doing = { sessionId, hearing: data, sent: () => setOpened(undefined) };
  const { heard = [], interpreters = [] } = data;
  const enters = data.heard !== undefined;
  const forms = [
    [mayCall(object, mySeat), 'objection', ObjectionForm],
    [mayCall(challenge, mySeat), 'challenge', ChallengeForm],
    [enters && heard.length > 0 && mayCall(enterStop, mySeat), 'stop', StopForm],
    [enters && mayCall(enterOath, mySeat), 'oath', OathForm],
    [enters && heard.length > 0 && mayCall(enterTold, mySeat), 'told', ToldForm],
    [enters && interpreters.length > 0 && mayCall(enterLanguages, mySeat), 'languages', LanguagesForm],
    [enters && heard.length > 0 && mayCall(enterReadBack, mySeat), 'readBack', ReadBackForm],
  ] as const;
  return (
    <section className="hearing-acts" aria-labelledby="hearing-acts-title">
      <Wait hearing={data} now={now} />
      <Signals hearing={data} now={now} />
      <h2 id="hearing-acts-title">{t('title')}</h2>
      <Acts acts={data.acts.filter((act) => waits(act, data))} {...doing} />
      {forms.map(([may, name, ThisForm]) =>
        may ? (
          <details
            key={name}
            className="hearing-act"
            data-testid={`act-${name}`}
            open={opened === name}
            onToggle={(event) => {
              const isOpen = event.currentTarget.open;
              setOpened((last) => (isOpen ? name : last === name ? undefined : last));
            }}
          >
            <summary>{t(`do.${name}`)}</summary>
            <ThisForm {...doing} />
          </details>
        ) : null,
      )}
      {data.acts.length === 0 && <p className="quiet">{t('none')}</p>}
      <Acts acts={data.acts.filter((act) => !waits(act, data))} {...doing} />
    </section>
  );
}

/** The newest first; what waits for a ruling stands above all else. */
function Acts({ acts, sessionId, hearing }: Doing & { readonly acts: Hearing['acts'] }) {
  return acts.length === 0 ? null : (
    <ol className="hearing-acts-list" aria-live="polite">
      {acts.toReversed().map((act) => (
        <ActRow key={act.act} act={act} sessionId={sessionId} hearing={hearing} />
      ))}
    </ol>
  );
}
