import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { RoomView } from '../../video/room-view.ts';

/** Who has paused the session, and what that asks of the others. */
export function Pauses({
  view,
  busy,
  onResume,
}: {
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onResume: () => void;
}) {
  const { t } = useTranslation('staff');
  const mine = view.pauses.some(({ seat }) => seat === view.mySeat);
  const others = view.pauses.filter(({ seat }) => seat !== view.mySeat);
  return (
    <div data-testid="pauses">
      {others.map(({ seat, kind }) => (
        <Notice
          key={seat}
          tone={kind === 'stop' ? 'bad' : 'wait'}
          live
          icon={kind}
          title={t(kind === 'stop' ? 'pauses.stopped' : 'pauses.paused', { role: t(`roles.${seat}`) })}
        >
          <p>{t(kind === 'stop' ? 'pauses.stoppedNext' : 'pauses.pausedNext')}</p>
        </Notice>
      ))}
      {mine && (
        <Notice tone="wait" live icon="pause" title={t('pauses.mine')}>
          <p>{t('pauses.mineNext')}</p>
          <Button disabled={busy} onClick={onResume}>
            {t('pauses.goOn')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
