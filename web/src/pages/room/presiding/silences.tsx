import { useTranslation } from 'react-i18next';
import { silence } from '../../../../../functions/rooms/presiding/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { RoomView } from '../../../video/room-view.ts';

const court: readonly string[] = ['judge', 'clerk'];

/** Who may speak in the hearing: one or all are silenced, and it binds until the court says otherwise. */
export function Silences({
  view,
  word,
}: {
  readonly view: RoomView;
  readonly word: { readonly onWordOf?: 'judge' };
}) {
  const { t } = useTranslation(['desk', 'staff']);
  const silencing = useAction(silence);
  const params = { sessionId: view.sessionId };
  const busy = silencing.running || view.phase !== 'open';
  const speakers = view.seats.filter(
    ({ seat, state }) => state === 'admitted' && !court.includes(seat) && seat !== 'observer',
  );
  if (speakers.length === 0) return null;
  const isAnySilent = speakers.some(({ silenced }) => silenced === true);
  return (
    <details className="presiding-silences">
      <summary>{t('court.whoSpeaks')}</summary>
      <ProblemNotice problem={silencing.problem} />
      {speakers.map(({ seat, pseudonym, silenced }) => (
        <p key={pseudonym} className="presiding-row">
          <span>
            {t(`staff:roles.${seat}`)} <span className="pseudonym">{pseudonym}</span>
          </span>
          <Button
            small
            quiet
            disabled={busy}
            onClick={() =>
              silencing.start({ params, body: { pseudonym, silent: silenced !== true, ...word } })
            }
            aria-label={t(silenced === true ? 'court.letSpeakWho' : 'court.silenceWho', { who: pseudonym })}
          >
            {t(silenced === true ? 'court.letSpeak' : 'court.silence')}
          </Button>
        </p>
      ))}
      <Button
        small
        quiet
        disabled={busy}
        onClick={() => silencing.start({ params, body: { silent: !isAnySilent, ...word } })}
      >
        {t(isAnySilent ? 'court.letAllSpeak' : 'court.silenceAll')}
      </Button>
    </details>
  );
}
