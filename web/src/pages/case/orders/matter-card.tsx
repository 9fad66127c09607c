import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { stateDefence } from '../../../../../functions/orders/contract.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { DecisionForm } from './decision-form.tsx';
import { History, Validity } from './history.tsx';
import { Measures, type Two } from './measures.tsx';
import { StatementForm } from './statement-form.tsx';
import type { Matter } from './values.ts';
import './orders.css';

/** One matter: what holds, how it is kept today, what waits, and what the reader can do about it. */
export function MatterCard({
  caseId,
  matter,
  decides,
}: {
  readonly caseId: string;
  readonly matter: Matter;
  readonly decides: boolean;
}) {
  const { t } = useTranslation('orders');
  const me = useOwnRecord();
  const { about, now, waits, differs, kept, plan } = matter;
  const two: Two = about.kind === 'pair' ? { one: about.protected, from: about.from } : { one: '', from: '' };
  const title = about.kind === 'pair' ? t('pair', { ...two }) : t('inCamera');
  return (
    <section className="card section matter" aria-label={title}>
      <h2>{title}</h2>
      {about.kind === 'in-camera' && (
        <p>
          <Link to={`/sessions/${about.sessionId}`}>{t('openSession')}</Link>
        </p>
      )}
      <p className="badges">
        <span className={now === undefined ? 'badge' : 'badge badge-good'}>
          {t(now === undefined ? 'notOrdered' : 'ordered')}
        </span>
        {waits && <span className="badge badge-wait">{t('waits')}</span>}
        {differs && <span className="badge badge-bad">{t('differs')}</span>}
      </p>
      {now !== undefined && <Period title={t('what')} of={now} two={two} />}
      {kept !== undefined && (
        <>
          <h3>{t('kept')}</h3>
          <Measures measures={kept} {...two} />
        </>
      )}
      {plan !== undefined && (
        <>
          <h3>{t('plan')}</h3>
          <Measures measures={plan} {...two} />
        </>
      )}
      <Today matter={matter} two={two} />
      {matter.ahead.map((each) => (
        <div key={each.from}>
          {each.lifted ? (
            <>
              <h3>{t('ahead')}</h3>
              <p>
                {t('lifted')}: <Moment at={each.from} zone={me.zone} />
              </p>
            </>
          ) : (
            <Period title={t('ahead')} of={each} two={two} />
          )}
        </div>
      ))}
      {/* What waits is read before it is answered or decided. */}
      <details open={waits}>
        <summary>{t('history')}</summary>
        <History steps={matter.steps} two={two} />
      </details>
      {mayCall(stateDefence, me.role) && (
        <details open={waits && !matter.defenceSaid}>
          <summary>{t('form.statement')}</summary>
          <StatementForm key={matter.read} caseId={caseId} about={about} />
        </details>
      )}
      {decides && (
        <details open={waits}>
          <summary>{t('form.decideTitle')}</summary>
          <DecisionForm key={matter.read} caseId={caseId} people={[]} matters={[matter]} on={matter} />
        </details>
      )}
    </section>
  );
}

/** What is ordered, and from when until when. */
function Period({
  title,
  of: { measures, from, until },
  two,
}: {
  readonly title: string;
  readonly of: Pick<NonNullable<Matter['now']>, 'measures' | 'from' | 'until'>;
  readonly two: Two;
}) {
  return (
    <>
      <h3>{title}</h3>
      {measures !== undefined && <Measures measures={measures} {...two} />}
      <Validity from={from} until={until} />
    </>
  );
}

/** How it is kept in the rooms of a session. */
function Today({ matter: { about, now, kept }, two }: { readonly matter: Matter; readonly two: Two }) {
  const { t } = useTranslation('orders');
  if (about.kind === 'in-camera')
    return now === undefined ? null : <p className="hint">{t('today.inCamera')}</p>;
  if (kept === undefined) return null;
  const isFree =
    kept.meet && [kept.seen, kept.heard, kept.sees, kept.hears].every((level) => level === 'as-is');
  return <p className="hint">{isFree ? t('today.together') : t('today.apart', { ...two })}</p>;
}
