import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listAgencyPeople, readAccount } from '../../../../../functions/accounts/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Page } from '../../../parts/page.tsx';
import type { AgencyPerson } from '../person-fields.tsx';
import { GiveAccount } from './give-account.tsx';
import { ChangePerson } from './change-person.tsx';
import { InviteAgain, LetIn, ShutOut } from './verbs.tsx';

/** One of the people of the reader's agency: what they are, how their account stands, and what can be done about it. */
export default function AgencyPersonPage() {
  const { t } = useTranslation('keeping');
  const { personId = '' } = useParams();
  const found = useAnswer(readAccount, { params: { personId } });
  const agency = useAnswer(listAgencyPeople);
  return (
    <Page title={t('accounts.changeTitle')} above={{ to: '/people', label: t('accounts.title') }}>
      <Answer of={found}>
        {(person) => (
          <>
            <Standing person={person} />
            {person.disabled ? (
              <LetIn person={person} />
            ) : (
              <>
                <Answer of={agency}>
                  {({ mayBe }) => <ChangePerson key={person.version} person={person} mayBe={mayBe} />}
                </Answer>
                {person.role === 'interpreter' && !person.hasAccount && <GiveAccount person={person} />}
                {person.account?.state === 'invited' && <InviteAgain person={person} />}
                <ShutOut person={person} />
              </>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Standing({
  person: { role, label, account, disabled, hasAccount },
}: {
  readonly person: AgencyPerson;
}) {
  const { t } = useTranslation(['keeping', 'staff']);
  const states = { invited: t('accounts.stateInvited'), 'in-use': t('accounts.stateInUse') };
  return (
    <section className="section">
      <p className="lead">{t('accounts.is', { role: t(`staff:roles.${role}`), label })}</p>
      <p className="row">
        {disabled && <span className="badge badge-bad">{t('accounts.shutOut')}</span>}
        {!hasAccount && <span className="badge">{t('accounts.withoutAccount')}</span>}
      </p>
      {account !== undefined && (
        <p>
          {t('accounts.address')}: {account.address} · {states[account.state]}
        </p>
      )}
    </section>
  );
}
