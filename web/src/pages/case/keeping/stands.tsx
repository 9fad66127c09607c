import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readPermission } from '../../../../../functions/requests/contract.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useDayWords } from '../../../parts/use-day-words.ts';
import type { OfWitness } from './file.ts';

const tones = { open: 'badge badge-good', missing: 'badge badge-wait', refused: 'badge badge-bad' } as const;

/** How consent, plan and permission stand, since when and until when, whether or not a session is booked. */
export function Stands({ file, witness }: OfWitness) {
  const { t } = useTranslation(['witness', 'staff', 'request']);
  const me = useOwnRecord();
  const dayWords = useDayWords();
  return (
    <section className="section" aria-labelledby="stands-title">
      <h2 id="stands-title">{t('stands.title')}</h2>
      <dl className="facts">
        {witness.stands.map(({ gate, state, since, ranOut, lastDay, byOrder }) => (
          <div key={gate} data-testid={`stands-${gate}`}>
            <dt>{t(`staff:gates.${gate}.name`)}</dt>
            <dd>
              {/* Never shown as consent, which it is not. */}
              <span className={byOrder === true ? 'badge badge-wait' : tones[state]}>
                {ranOut === true
                  ? t('stands.ranOut')
                  : byOrder === true && state === 'open'
                    ? t('staff:gates.byOrder')
                    : t(`staff:gates.state.${state}`)}
              </span>
              {since !== undefined && (
                <p>
                  {t('stands.since')} <Moment at={since} zone={me.zone} />
                </p>
              )}
              {lastDay !== undefined && <p>{t('stands.lastDay', { day: dayWords(lastDay) })}</p>}
              {gate === 'permission' && mayCall(readPermission, me.role) && (
                <p>
                  <Link to={`/cases/${file.caseId}/permission/${witness.pseudonym}`}>
                    {t('request:permission.title')}
                  </Link>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
