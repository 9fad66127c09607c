import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { Task } from '../../../parts/task.tsx';
import { gateOf } from '../gate-of.ts';
import type { SessionProps } from '../session-view.ts';

/** Checklist, rehearsal and test call have a page of their own; from here one goes there. */
export default function RehearsalTask({ session }: SessionProps) {
  const { t } = useTranslation(['staff', 'preparation']);
  const gate = gateOf(session, 'rehearsal');
  return (
    <Task
      title={t('gates.rehearsal.name')}
      done={gate === 'open'}
      summary={gate !== undefined && <p>{t(`preparation:gate.${gate}`)}</p>}
      again={t('preparation:open')}
    >
      <p>
        <ButtonLink to={`/sessions/${session.sessionId}/preparation`}>{t('preparation:open')}</ButtonLink>
      </p>
    </Task>
  );
}
