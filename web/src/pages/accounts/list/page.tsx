import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listAgencyPeople } from '../../../../../functions/accounts/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { TakeOvers } from './take-overs.tsx';

/** Whom the reader's agency has, what each may do, and the way to invite another. */
export default function AgencyPeoplePage() {
  const { t } = useTranslation(['keeping', 'daily', 'interpreting']);
  const found = useAnswer(listAgencyPeople);
  return (
    <Page title={t('accounts.title')} above={{ to: '/', label: t('daily:home.title') }}>
      <Answer of={found}>
        {({ agency, people }) => (
          <>
            <p className="lead">{agency.name}</p>
            <p>{t('accounts.what')}</p>
            <p>
              <ButtonLink to="/people/new">{t('accounts.invite')}</ButtonLink>
            </p>
            {people.some(({ role }) => role === 'interpreter') && (
              <p>
                <Link to="/people/hours">{t('interpreting:hours.title')}</Link>
              </p>
            )}
            <TakeOvers people={people} />
            <ul className="cards">
              {people.map((person) => (
                <li key={person.personId}>
                  <PersonCard person={person} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Page>
  );
}

type Row = AnswerOf<typeof listAgencyPeople>['people'][number];

function PersonCard({ person }: { readonly person: Row }) {
  const { t } = useTranslation(['keeping', 'staff']);
  const me = useOwnRecord();
  const { personId, role, label, disabled, hasAccount } = person;
  return (
    <Link className="card card-link" to={`/people/${personId}`}>
      <strong>{label}</strong>
      <span className="row">
        <span>{t(`staff:roles.${role}`)}</span>
        {personId === me.personId && <span className="badge">{t('accounts.mine')}</span>}
        {disabled && <span className="badge badge-bad">{t('accounts.shutOut')}</span>}
        {!hasAccount && <span className="badge">{t('accounts.withoutAccount')}</span>}
      </span>
    </Link>
  );
}
