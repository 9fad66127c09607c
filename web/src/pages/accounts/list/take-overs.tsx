import { useTranslation } from 'react-i18next';
import type { listAgencyPeople } from '../../../../../functions/accounts/contract.ts';
import { confirmForAgency, listTakeOvers } from '../../../../../functions/cases/take-over/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';

type People = AnswerOf<typeof listAgencyPeople>['people'];
type Waiting = AnswerOf<typeof listTakeOvers>['takeOvers'][number];

/** Which officer asks to take over from which: the administrator’s word stands for that of a second officer. */
export function TakeOvers({ people }: { readonly people: People }) {
  const { t } = useTranslation('keeping');
  const found = useAnswer(listTakeOvers);
  return (
    <Answer of={found}>
      {({ takeOvers }) =>
        takeOvers.length === 0 ? null : (
          <section className="section" aria-labelledby="take-overs-title">
            <h2 id="take-overs-title">{t('accounts.takeOvers.title')}</h2>
            <ul className="cards">
              {takeOvers.map((each) => (
                <li key={each.takeOverId} className="card">
                  <OneTakeOver of={each} people={people} />
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
}

function OneTakeOver({ of, people }: { readonly of: Waiting; readonly people: People }) {
  const { t } = useTranslation(['keeping', 'witness']);
  const action = useAction(confirmForAgency);
  const named = (id: string) => people.find(({ personId }) => personId === id)?.label ?? '–';
  const names = { by: named(of.askedBy), from: named(of.from) };
  return (
    <>
      <p>{t('accounts.takeOvers.what', names)}</p>
      <p>{t(`witness:takeOver.reasons.${of.reason}`)}</p>
      <ProblemNotice problem={action.problem} />
      <Button busy={action.running} onClick={() => action.start({ body: { takeOverId: of.takeOverId } })}>
        {t('witness:takeOver.confirm')}
      </Button>
    </>
  );
}
