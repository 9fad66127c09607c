import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readCase, type caseWitness } from '../../../../../functions/cases/contract.ts';
import { listDisclosures } from '../../../../../functions/disclosures/contract.ts';
import { listCaseReadings } from '../../../../../functions/custody/access/contract.ts';
import { listCaseEntries } from '../../../../../functions/custody/case/contract.ts';
import { readOrders } from '../../../../../functions/orders/contract.ts';
import { bookSession } from '../../../../../functions/sessions/booking/contract.ts';
import { listSessions, type sessionRow } from '../../../../../functions/sessions/contract.ts';
import { readPermission } from '../../../../../functions/requests/contract.ts';
import { readLaw } from '../../../../../functions/requests/law/contract.ts';
import { readSharing } from '../../../../../functions/sharing/contract.ts';
import { searchSlots } from '../../../../../functions/availability/search/contract.ts';
import { readVault } from '../../../../../functions/witnesses/vault/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { Moment, Span } from '../../../parts/moment.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { StatusBadge } from '../../session/status-badge.tsx';
import { AdmitCounsel } from '../admit-counsel.tsx';
import { AddParty } from '../add-party.tsx';
import { CaseEnd } from '../life/case-end.tsx';
import { Members } from '../life/members.tsx';
import { inSeries } from './in-series.ts';
import { TakeCase } from '../take-case.tsx';

/** One case: its States, who is in it by role and pseudonym, and its sessions. */
export default function CasePage() {
  const { t } = useTranslation(['staff', 'request', 'life', 'sharing']);
  const names = useNames();
  const me = useOwnRecord();
  const { caseId = '' } = useParams();
  const found = useAnswer(readCase, { params: { caseId } });
  const sessions = useAnswer(listSessions, { query: { caseId } });
  return (
    <Page
      title={t('case.title')}
      above={{ to: '/', label: t('cases.title') }}
      reference={found.data?.reference}
    >
      <Answer of={found}>
        {(each) => (
          <>
            {each.state !== 'open' && <Notice tone="wait" title={t(`life:states.${each.state}`)} />}
            <dl className="facts">
              <div>
                <dt>{t('case.reference')}</dt>
                <dd className="reference">{each.reference}</dd>
              </div>
              <div>
                <dt>{t('case.requestingState')}</dt>
                <dd>{names.country(each.requestingState)}</dd>
              </div>
              <div>
                <dt>{t('case.hostState')}</dt>
                <dd>{names.country(each.hostState)}</dd>
              </div>
            </dl>
            {mayCall(readLaw, me.role) && (
              <p>
                <Link to={`/cases/${caseId}/law`}>{t('request:law.open')}</Link>
              </p>
            )}
            {each.state === 'open' && <TakeCase caseId={caseId} taken={each.taken} />}
            <section className="section">
              <h2>{t('case.sessions')}</h2>
              <p className="row">
                {each.state === 'open' && mayCall(searchSlots, me.role) && (
                  <ButtonLink to={`/cases/${caseId}/find`}>{t('case.find')}</ButtonLink>
                )}
                {each.state === 'open' && each.ownCourt && mayCall(bookSession, me.role) && (
                  <ButtonLink quiet to={`/cases/${caseId}/book`}>
                    {t('case.book')}
                  </ButtonLink>
                )}
                {mayCall(readOrders, me.role) && (
                  <ButtonLink quiet to={`/cases/${caseId}/orders`}>
                    {t('orders.title')}
                  </ButtonLink>
                )}
                {mayCall(listDisclosures, me.role) && (
                  <ButtonLink quiet to={`/cases/${caseId}/disclosures`}>
                    {t('disclosures.title')}
                  </ButtonLink>
                )}
                {mayCall(listCaseEntries, me.role) && (
                  <ButtonLink quiet to={`/cases/${caseId}/log`}>
                    {t('log.titleOfCase')}
                  </ButtonLink>
                )}
              </p>
              {mayCall(listCaseReadings, me.role) && (
                <p>
                  <Link to={`/cases/${caseId}/readings`}>{t('readings.title')}</Link>
                </p>
              )}
              <Answer of={sessions}>{(answer) => <Sessions sessions={answer.sessions} />}</Answer>
            </section>
            <section className="section">
              <h2>{t('case.people')}</h2>
              <ul className="people">
                {each.witnesses.map((witness) => (
                  <li key={witness.partyId}>
                    <strong>{t('roles.witness')}</strong>{' '}
                    <span className="pseudonym">{witness.pseudonym}</span>{' '}
                    {mayCall(readPermission, me.role) && (
                      <Link to={`/cases/${caseId}/permission/${witness.pseudonym}`}>
                        {t('request:permission.title')}
                      </Link>
                    )}
                    {mayCall(readVault, me.role) && (
                      <Link to={`/cases/${caseId}/identity/${witness.pseudonym}`}>{t('case.identity')}</Link>
                    )}
                    <Link to={`/cases/${caseId}/people/${witness.pseudonym}`}>{t('case.keep')}</Link>
                    {mayCall(readSharing, me.role) && (
                      <Link to={`/cases/${caseId}/people/${witness.pseudonym}/sharing`}>
                        {t('sharing:open')}
                      </Link>
                    )}
                    {witness.protected && (
                      <span className="badge badge-wait">{t('case.protectedWitness')}</span>
                    )}
                    <StandsInShort stands={witness.stands} />
                  </li>
                ))}
                {each.members.map((member) => (
                  <li key={member.personId}>
                    <strong>{t(`roles.${member.role}`)}</strong>{' '}
                    <span className="pseudonym">{member.pseudonym}</span>{' '}
                    <span className="quiet">{member.label}</span>
                    {member.personId === me.personId && <span className="badge">{t('case.you')}</span>}
                    {member.for !== undefined && <span className="badge">{member.for}</span>}
                    {!member.byName && <span className="badge badge-wait">{t('case.notTaken')}</span>}
                  </li>
                ))}
                {each.parties.map((party) => (
                  <li key={party.pseudonym}>
                    <strong>{t(`roles.${party.role}`)}</strong>{' '}
                    <span className="pseudonym">{party.pseudonym}</span>{' '}
                    <span className="quiet">{party.label}</span>
                    {party.for !== undefined && <span className="badge">{party.for}</span>}
                  </li>
                ))}
              </ul>
              {each.former.length > 0 && (
                <>
                  <h3>{t('life:members.left')}</h3>
                  <ul className="people">
                    {each.former.map(({ role, pseudonym, left }) => (
                      <li key={pseudonym}>
                        <strong>{t(`roles.${role}`)}</strong> <span className="pseudonym">{pseudonym}</span>{' '}
                        <span className="quiet">
                          <Moment at={left} zone={me.zone} />
                        </span>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {each.state === 'open' && each.ownCourt && <AddParty file={each} />}
              {each.state === 'open' && each.ownCourt && <AdmitCounsel file={each} />}
              <Members file={each} />
            </section>
            {each.ofRequestingState && <CaseEnd file={each} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** What of consent, plan and permission keeps somebody from being heard. */
function StandsInShort({ stands }: Pick<z.infer<typeof caseWitness>, 'stands'>) {
  const { t } = useTranslation('staff');
  return (
    <span className="quiet">
      {stands
        .map(({ gate, state }) => `${t(`gates.${gate}.name`)}: ${t(`gates.state.${state}`)}`)
        .join(' · ')}
    </span>
  );
}

type Row = z.infer<typeof sessionRow>;

function Sessions({ sessions }: { readonly sessions: readonly Row[] }) {
  const { t } = useTranslation(['staff', 'scheduling']);
  if (sessions.length === 0) return <p>{t('case.noSessions')}</p>;
  return (
    <ul className="cards">
      {inSeries(sessions).map(({ series, sessions: shown }) => (
        <li key={shown[0]?.sessionId}>
          {series !== undefined && (
            <p className="hint">{t('scheduling:series.number', { number: shown.length })}</p>
          )}
          {shown.map((session) => (
            <SessionCard key={session.sessionId} session={session} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function SessionCard({ session }: { readonly session: Row }) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  return (
    <Link className="card card-link" to={`/sessions/${session.sessionId}`}>
      <strong>
        <Span start={session.start} end={session.end} zone={me.zone} />
      </strong>
      <span className="row">
        <span>{t(`session.kind.${session.kind}`)}</span>
        <StatusBadge status={session.status} />
      </span>
    </Link>
  );
}
