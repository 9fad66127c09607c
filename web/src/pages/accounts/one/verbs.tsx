import { useTranslation } from 'react-i18next';
import { disablePerson, enablePerson, inviteAgain } from '../../../../../functions/accounts/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { AgencyPerson } from '../person-fields.tsx';

interface Of {
  readonly person: AgencyPerson;
}

/** What is done to the person as they were read. */
const asked = ({ personId, version }: AgencyPerson) => ({ params: { personId }, body: { version } });

export function InviteAgain({ person }: Of) {
  const { t } = useTranslation('keeping');
  const action = useAction(inviteAgain);
  return (
    <section className="task" aria-label={t('accounts.againTitle')}>
      <h2>{t('accounts.againTitle')}</h2>
      <p>{t('accounts.againWhat')}</p>
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && <Notice tone="good" live title={t('accounts.sent')} />}
      <Button quiet busy={action.running} onClick={() => action.start(asked(person))}>
        {t('accounts.again')}
      </Button>
    </section>
  );
}

export function ShutOut({ person }: Of) {
  const { t } = useTranslation('keeping');
  const action = useAction(disablePerson);
  return (
    <section className="task" aria-label={t('accounts.disable')}>
      <h2>{t('accounts.disable')}</h2>
      <p>{t('accounts.disableWhat')}</p>
      <ProblemNotice problem={action.problem} />
      <ConfirmButton
        label={t('accounts.disable')}
        question={t('accounts.disableQuestion')}
        consequence={t('accounts.disableWhat')}
        confirm={t('accounts.disable')}
        disabled={action.running}
        onConfirm={() => action.start(asked(person))}
      />
    </section>
  );
}

export function LetIn({ person }: Of) {
  const { t } = useTranslation('keeping');
  const action = useAction(enablePerson);
  return (
    <section className="task" aria-label={t('accounts.enable')}>
      <h2>{t('accounts.enable')}</h2>
      <p>{t('accounts.enableWhat')}</p>
      <ProblemNotice problem={action.problem} />
      <Button busy={action.running} onClick={() => action.start(asked(person))}>
        {t('accounts.enable')}
      </Button>
    </section>
  );
}
