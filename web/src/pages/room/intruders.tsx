import { useTranslation } from 'react-i18next';
import { acknowledgeAlarms } from '../../../../functions/rooms/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';

type Alarm = NonNullable<RoomView['alarms']>[number];

/** Who was in the room whom nobody let in, and whose link came from a second device, until the clerk has taken note. */
export function Intruders({
  sessionId,
  alarms,
}: {
  readonly sessionId: string;
  readonly alarms: readonly Alarm[];
}) {
  const { t } = useTranslation('staff');
  const noting = useAction(acknowledgeAlarms);
  const hasIntruder = alarms.some(({ kind }) => kind !== 'second-device');
  const hasDevice = alarms.some(({ kind }) => kind === 'second-device');
  return (
    <div data-testid="intruders">
      <Notice tone="bad" live title={t(hasIntruder ? 'clerk.alarm.title' : 'clerk.alarm.deviceTitle')}>
        <ul>
          {alarms.map((alarm) => (
            <li key={`${alarm.at} ${alarm.pseudonym ?? ''}`}>
              <What {...alarm} />
            </li>
          ))}
        </ul>
        {hasIntruder && <p>{t('clerk.alarm.next')}</p>}
        {hasDevice && <p>{t('clerk.alarm.deviceNext')}</p>}
        <ProblemNotice problem={noting.problem} />
        <Button
          small
          disabled={noting.running}
          onClick={() => noting.start({ params: { sessionId }, body: {} })}
        >
          {t('clerk.alarm.noted')}
        </Button>
      </Notice>
    </div>
  );
}

/** Our words alone: nothing that the intruder calls themselves is shown anywhere. */
function What({ kind, seat, pseudonym }: Alarm) {
  const { t } = useTranslation('staff');
  if (seat === undefined || pseudonym === undefined) return t('clerk.alarm.what.unknown-participant');
  const who = `${t(`roles.${seat}`)} ${pseudonym}`;
  return t(`clerk.alarm.what.${kind === 'unknown-participant' ? 'unknown-participantOf' : kind}`, { who });
}
