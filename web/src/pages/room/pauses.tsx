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
      {others.map((pause) => (
        <Notice
          key={pause.seat}
          tone={pause.kind === 'stop' ? 'bad' : 'wait'}
          live
          icon={pause.kind}
          title={t(`pauses.${saidBy(pause)}`, { role: t(`roles.${pause.seat}`) })}
        >
          <p>{t(`pauses.${saidBy(pause)}Next`)}</p>
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

/** What a pause says to everybody else: they paused, they ask to stop, or they are gone. */
const saidBy = ({ kind, lost }: RoomView['pauses'][number]) =>
  kind === 'stop' ? 'stopped' : lost === true ? 'lost' : 'paused';
