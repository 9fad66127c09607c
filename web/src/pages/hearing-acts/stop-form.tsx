import { useTranslation } from 'react-i18next';
import { enterStop } from '../../../../functions/hearing/rulings/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Doing } from './hearing.ts';

/** That somebody stopped in the middle of an answer: one press for each who is heard. */
export function StopForm({ sessionId, sent, hearing: { heard = [] } }: Doing) {
  const { t } = useTranslation('acts');
  const action = useAction(enterStop, sent);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <div className="row">
        {heard.map((of) => (
          <Button
            key={of}
            busy={action.running}
            onClick={() => action.start({ params: { sessionId }, body: { of } })}
          >
            {t('act.stop', { of })}
          </Button>
        ))}
      </div>
    </>
  );
}
