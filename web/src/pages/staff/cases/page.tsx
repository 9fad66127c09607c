import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCases } from '../../../../../functions/cases/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { countryName } from '../../../parts/names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReader } from '../../../parts/reader.tsx';

/** The cases of which the person is a member. */
export default function CasesPage() {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const me = useOwnRecord();
  const found = useAnswer(listCases);
  return (
    <Page title={t('cases.title')}>
      {me.role === 'prosecutor' && (
        <p>
          <Link className="button" to="/cases/new">
            {t('cases.open')}
          </Link>
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
                        requesting: countryName(each.requestingState, language),
                        host: countryName(each.hostState, language),
                      })}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
