import { useTranslation } from 'react-i18next';
import { acknowledgeAlarms } from '../../../../functions/rooms/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';

type Alarm = NonNullable<RoomView['alarms']>[number];

/** Who was in the room whom nobody let in, whose link came from a second device, and what is uncertain of who was there, until the clerk has taken note. */
export function Alarms({
  sessionId,
  alarms,
}: {
  readonly sessionId: string;
  readonly alarms: readonly Alarm[];
}) {
  const { t } = useTranslation('staff');
  const noting = useAction(acknowledgeAlarms);
  const uncertain = alarms.filter(({ kind }) => isUncertain(kind));
  const intruders = alarms.filter(({ kind }) => !isUncertain(kind));
  const hasIntruder = intruders.some(({ kind }) => kind !== 'second-device');
  const hasDevice = intruders.some(({ kind }) => kind === 'second-device');
  const note = (
    <>
      <ProblemNotice problem={noting.problem} />
      <Button
        small
        disabled={noting.running}
        onClick={() => noting.start({ params: { sessionId }, body: {} })}
      >
        {t('clerk.alarm.noted')}
      </Button>
    </>
  );
  return (
    <>
      {intruders.length > 0 && (
        <div data-testid="intruders">
          <Notice tone="bad" live title={t(hasIntruder ? 'clerk.alarm.title' : 'clerk.alarm.deviceTitle')}>
            <ul>
              {intruders.map((alarm) => (
                <li key={`${alarm.at} ${alarm.pseudonym ?? ''}`}>
                  <What {...alarm} />
                </li>
              ))}
            </ul>
            {hasIntruder && <p>{t('clerk.alarm.next')}</p>}
            {hasDevice && <p>{t('clerk.alarm.deviceNext')}</p>}
            {note}
          </Notice>
        </div>
      )}
      {uncertain.length > 0 && (
        <div data-testid="uncertain">
          <Notice tone="wait" live title={t('clerk.uncertain.title')}>
            <ul>
              {uncertain.map((alarm) => (
                <li key={`${alarm.kind} ${alarm.pseudonym ?? ''}`}>
                  <What {...alarm} />
                </li>
              ))}
            </ul>
            <p>{t('clerk.uncertain.next')}</p>
            {intruders.length === 0 && note}
          </Notice>
        </div>
      )}
    </>
  );
}

const isUncertain = (kind: Alarm['kind']): kind is 'unobserved' | 'presence-differs' | 'gap' =>
  kind === 'unobserved' || kind === 'presence-differs' || kind === 'gap';

/** Our words alone: nothing that the intruder calls themselves is shown anywhere. */
function What({ kind, seat, pseudonym }: Alarm) {
  const { t } = useTranslation('staff');
  const who =
    seat === undefined || pseudonym === undefined ? undefined : `${t(`roles.${seat}`)} ${pseudonym}`;
  if (isUncertain(kind)) return t(`clerk.uncertain.${kind}`, { who });
  if (who === undefined) return t('clerk.alarm.what.unknown-participant');
  return t(`clerk.alarm.what.${kind === 'unknown-participant' ? 'unknown-participantOf' : kind}`, { who });
}
