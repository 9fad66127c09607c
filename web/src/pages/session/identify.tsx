import { useTranslation } from 'react-i18next';
import { identify, readRoom, waysOfIdentifying } from '../../../../functions/rooms/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { ConfirmButton } from '../../parts/confirm.tsx';
import { Radios, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { IdentityBadge } from './identity-badge.tsx';
import type { SessionProps } from './session-view.ts';

/** On the session's page, for whoever has a seat there: what of it is theirs to do, the room's own view says. */
export function IdentifyInSession({ session: { sessionId } }: SessionProps) {
  const { data } = useAnswer(readRoom, { params: { sessionId } }, { every: () => 10_000 });
  return data === undefined ? null : <Identify view={data} />;
}

/** Who came, as the officer of the host State sees it on the day: the one who is to be heard, or somebody else. */
export function Identify({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  const heard = view.seats.filter(({ seat }) => seat === 'witness' || seat === 'expert');
  if (view.identifies !== true || view.phase === 'ended' || heard.length === 0) return null;
  const isDemanded = heard.some(({ identified }) => identified !== undefined);
  return (
    <section className="section" aria-labelledby="identify-title">
      <h2 id="identify-title">{t('identify.title')}</h2>
      <p>{t(isDemanded ? 'identify.what' : 'identify.not-demanded')}</p>
      <ul className="door-list">
        {heard.map((one) => (
          <li key={one.pseudonym} className="card" data-testid="identify" data-state={one.identified}>
            <p>
              <strong>{t(`roles.${one.seat}`)}</strong> <span className="pseudonym">{one.pseudonym}</span>{' '}
              <IdentityBadge state={one.identified} />
            </p>
            <WhoCame sessionId={view.sessionId} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoCame({
  sessionId,
  one: { pseudonym, identified },
}: {
  readonly sessionId: string;
  readonly one: RoomView['seats'][number];
}) {
  const { t } = useTranslation('staff');
  const action = useAction(identify);
  const other = useAction(identify);
  const params = { sessionId };
  const labels = { how: t('identify.how'), detail: t('identify.detail') };
  return (
    <>
      {identified === 'other-person' && <p>{t('identify.correct')}</p>}
      {identified !== 'established' && (
        <Form
          route={identify}
          read={(values) => {
            const answers = answersOf(values);
            const said = { how: answers.text('how'), detail: answers.text('detail') };
            return { found: 'established', ...said, pseudonym };
          }}
          labels={labels}
          onSend={(body) => action.run({ params, body })}
          problem={action.problem}
          sending={action.running}
          button={t('identify.enter')}
        >
          <Radios
            name="how"
            label={labels.how}
            options={waysOfIdentifying.map((value) => ({ value, label: t(`identify.ways.${value}`) }))}
          />
          <TextBox
            name="detail"
            label={labels.detail}
            hint={t('identify.detailHint')}
            maxLength={300}
            lines={2}
          />
          <p className="hint">{t('identify.later')}</p>
        </Form>
      )}
      {identified !== 'other-person' && (
        <ConfirmButton
          label={t('identify.other')}
          icon="warning"
          question={t('identify.otherQuestion')}
          consequence={t('identify.otherConsequence')}
          confirm={t('identify.other')}
          disabled={other.running}
          onConfirm={() => other.start({ params, body: { found: 'other-person', pseudonym } })}
        />
      )}
      <ProblemNotice problem={other.problem} />
    </>
  );
}
