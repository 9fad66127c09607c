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
  const { t } = useTranslation(['staff', 'desk']);
  const mine = view.pauses.some((pause) => pause.seat === view.mySeat && !isCourts(pause));
  const others = view.pauses.filter((pause) => pause.seat !== view.mySeat && !isCourts(pause));
  const court = view.pauses.filter(isCourts);
  return (
    <div data-testid="pauses">
      {others.map((pause) => (
        <Notice
          key={pause.seat}
          tone={pause.kind === 'stop' ? 'bad' : 'wait'}
          live
          icon={pause.kind === 'stop' ? 'stop' : 'pause'}
          title={t(`pauses.${saidBy(pause)}`, { role: t(`roles.${pause.seat}`) })}
        >
          <p>{t(`pauses.${saidBy(pause)}Next`)}</p>
        </Notice>
      ))}
      {court.map(({ kind, seat }) => (
        <Notice
          key={kind}
          tone="wait"
          live
          icon="clock"
          title={t(kind === 'relay-lost' ? 'desk:pauses.relayLost' : 'desk:pauses.recess')}
        >
          <p>{t(kind === 'relay-lost' ? 'desk:pauses.relayLostNext' : 'desk:pauses.recessNext')}</p>
          {seat === view.mySeat && (
            <Button disabled={busy} onClick={onResume}>
              {t('pauses.goOn')}
            </Button>
          )}
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
const saidBy = ({ kind, lost }: { readonly kind: string; readonly lost?: true | undefined }) =>
  kind === 'stop' ? 'stopped' : lost === true ? 'lost' : 'paused';

/** A pause that nobody pressed for themselves: the court's recess, or one side that no longer hears the other. */
const courts: readonly string[] = ['recess', 'relay-lost'];
const isCourts = ({ kind }: { readonly kind: string }) => courts.includes(kind);
