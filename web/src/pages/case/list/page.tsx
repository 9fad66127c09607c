import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCases } from '../../../../../functions/cases/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { TakeCase } from '../take-case.tsx';

/** The cases of which the person is a member. */
export default function CasesPage() {
  const { t } = useTranslation('staff');
  const names = useNames();
  const me = useOwnRecord();
  const found = useAnswer(listCases);
  return (
    <Page title={t('cases.title')}>
      {me.role === 'prosecutor' && (
        <p>
          <ButtonLink to="/cases/new">{t('cases.open')}</ButtonLink>
        </p>
      )}
      <Answer of={found}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p>{t('cases.none')}</p>
          ) : (
            <ul className="cards">
              {cases.map((each) => (
                <li key={each.caseId}>
                  <Link className="card card-link" to={`/cases/${each.caseId}`}>
                    <strong className="reference">{each.reference}</strong>
                    <span>
                      {t('cases.states', {
                        requesting: names.country(each.requestingState),
                        host: names.country(each.hostState),
                      })}
                    </span>
                  </Link>
                  <TakeCase caseId={each.caseId} taken={each.taken} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
