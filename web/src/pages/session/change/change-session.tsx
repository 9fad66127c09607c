import { useTranslation } from 'react-i18next';
import { replaceParticipant } from '../../../../../functions/sessions/changing/contract.ts';
import { kinds } from '../../../../../functions/sessions/port/kinds.ts';
import { mayCall } from '../../../api/may-call.ts';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { SessionProps } from '../session-view.ts';
import { interpretersOf } from '../interpreters.ts';
import { AddInterpreterForm } from './add-interpreter-form.tsx';
import { AgreeToChange } from './agree-to-change.tsx';
import { CancelSession } from './cancel-session.tsx';
import { isLive, mayChange, maySetRooms } from './change-rights.ts';
import { ConfirmHold } from './confirm-hold.tsx';
import { LengthForm } from './length-form.tsx';
import { Messages } from './messages.tsx';
import { ModeForm } from './mode-form.tsx';
import { ReplaceForm } from './replace-form.tsx';
import { RestoreSession } from './restore-session.tsx';
import { RoomsForm } from './rooms-form.tsx';
import './change.css';

/** Everything that can be done to a session that is booked, for those who may; and what people were told of it. */
export function ChangeSession({ session }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const { ownCourt } = session;
  const may = ownCourt && mayChange(session, me.role);
  const live = ownCourt && isLive(session);
  const mayReplace = live && mayCall(replaceParticipant, me.role);
  const changesInterpreting =
    live && (may || me.role === 'clerk') && kinds[session.kind].may.includes('interpreter');
  return (
    <section className="section change-session" aria-labelledby="change-title">
      <h2 id="change-title">{t('change.title')}</h2>
      {may && session.status === 'held' && <ConfirmHold session={session} />}
      {may && live && (
        <p className="row">
          <ButtonLink quiet to={`/sessions/${session.sessionId}/move`}>
            <Icon name="calendar" />
            {t('change.move')}
          </ButtonLink>
        </p>
      )}
      {may && live && <LengthForm session={session} />}
      {live && maySetRooms(session, me.role) && <RoomsForm session={session} />}
      {mayReplace && <ReplaceForm session={session} />}
      {changesInterpreting && <AddInterpreterForm session={session} />}
      {changesInterpreting && interpretersOf(session).length > 0 && <ModeForm session={session} />}
      {may && (live || session.status === 'held') && <CancelSession session={session} />}
      {may && session.status === 'cancelled' && <RestoreSession session={session} />}
      {ownCourt && <AgreeToChange session={session} />}
      <Messages sessionId={session.sessionId} />
    </section>
  );
}
