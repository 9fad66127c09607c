import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCases, readCase } from '../../../../functions/cases/contract.ts';
import { listDisclosures } from '../../../../functions/disclosures/contract.ts';
import { listSessions } from '../../../../functions/sessions/contract.ts';
import { readOrders } from '../../../../functions/orders/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { isMeant } from '../../parts/matching.ts';
import { useNames } from '../../parts/state-and-language-names.ts';
import { TakeCase } from '../case/take-case.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';

/** The cases of which the person is a member; of those that are found by what was typed. */
export function OwnCases({ typed }: { readonly typed: string }) {
  const { t } = useTranslation('staff');
  const names = useNames();
  const me = useOwnRecord();
  const found = useAnswer(listCases);
  return (
    <section className="section">
      <h2>{t('cases.title')}</h2>
      {me.role === 'prosecutor' && (
        <p>
          <ButtonLink to="/cases/new">{t('cases.open')}</ButtonLink>
        </p>
      )}
      <Answer of={found}>
        {({ cases }) => {
          const rows = cases.map((each) => {
            const [requesting, host] = [each.requestingState, each.hostState].map(names.country);
            return { ...each, states: t('cases.states', { requesting, host }) };
          });
          const meant = rows.filter(({ reference, states }) => isMeant(`${reference} ${states}`, typed));
          if (meant.length === 0) return <p className="quiet">{t('cases.none')}</p>;
          return (
            <ul className="cards">
              {meant.map(({ caseId, reference, states, taken, namedAs }) => (
                <li key={caseId}>
                  {mayCall(readCase, me.role) && namedAs === undefined ? (
                    <Link className="card card-link" to={`/cases/${caseId}`}>
                      <strong className="reference">{reference}</strong>
                      <span>{states}</span>
                    </Link>
                  ) : (
                    <p className="card">
                      <strong className="reference">{reference}</strong>
                      <br />
                      <span>{states}</span>
                    </p>
                  )}
                  {!mayCall(readCase, me.role) && (
                    <p className="row">
                      {mayCall(readOrders, me.role) && namedAs === undefined && (
                        <ButtonLink quiet to={`/cases/${caseId}/orders`}>
                          {t('orders.title')}
                        </ButtonLink>
                      )}
                      {mayCall(listSessions, me.role) && namedAs === undefined && (
                        <ButtonLink quiet to={`/cases/${caseId}/client`}>
                          {t('clientHearings.title')}
                        </ButtonLink>
                      )}
                      {mayCall(listDisclosures, me.role) && (
                        <ButtonLink quiet to={`/cases/${caseId}/disclosures`}>
                          {t('disclosures.title')}
                        </ButtonLink>
                      )}
                    </p>
                  )}
                  <TakeCase caseId={caseId} taken={taken} namedAs={namedAs} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}
