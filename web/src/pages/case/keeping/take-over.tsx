import { useTranslation } from 'react-i18next';
import {
  askTakeOver,
  confirmTakeOver,
  endTakeOver,
  readTakeOver,
  takeOverReason,
} from '../../../../../functions/cases/take-over/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { timeForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useReader } from '../../../parts/reader.tsx';

interface Whose {
  readonly caseId: string;
  readonly party: string;
}
type Last = NonNullable<AnswerOf<typeof readTakeOver>['last']>;

/** Taking over from a holder who cannot hand over: one asks, another one confirms, and the holder may come back. */
export function TakeOver({ isHolder, ...whose }: Whose & { readonly isHolder: boolean }) {
  const { t } = useTranslation(['witness', 'staff']);
  const found = useAnswer(readTakeOver, { params: whose });
  return (
    <Answer of={found}>
      {({ mayAsk, last }) =>
        last === undefined && (isHolder || !mayAsk) ? null : (
          <section className="section" aria-labelledby="take-over-title" data-testid="take-over">
            <h2 id="take-over-title">{t('takeOver.title')}</h2>
            <p className="hint">{t('takeOver.hint')}</p>
            {last !== undefined && <LastTakeOver {...whose} of={last} isHolder={isHolder} />}
            {mayAsk && <AskForm {...whose} />}
          </section>
        )
      }
    </Answer>
  );
}

function LastTakeOver({ of, isHolder, ...whose }: Whose & { readonly of: Last; readonly isHolder: boolean }) {
  const { t } = useTranslation('witness');
  const { zone } = useOwnRecord();
  const reader = useReader();
  const confirming = useAction(confirmTakeOver);
  const ending = useAction(endTakeOver);
  const { state, number, until, reason, mayConfirm, mayEnd } = of;
  const names = { by: of.askedBy.pseudonym, from: of.from.pseudonym };
  const send = { params: whose, body: { number } };
  const word = state === 'confirmed' ? 'takeBack' : isHolder ? 'here' : 'letGo';
  return (
    <>
      <Notice tone={until === undefined ? 'plain' : 'wait'} title={t(`takeOver.${state}`, names)}>
        <p>{t(`takeOver.reasons.${reason}`)}</p>
        {until !== undefined && (
          <p>{t('takeOver.until', { when: timeForPeople(until, zone, reader).text })}</p>
        )}
      </Notice>
      <ProblemNotice problem={confirming.problem ?? ending.problem} />
      <div className="row">
        {mayConfirm && (
          <Button busy={confirming.running} onClick={() => confirming.start(send)}>
            {t('takeOver.confirm')}
          </Button>
        )}
        {mayEnd && (
          <Button quiet busy={ending.running} onClick={() => ending.start(send)}>
            {t(`takeOver.${word}`)}
          </Button>
        )}
      </div>
    </>
  );
}

function AskForm(whose: Whose) {
  const { t } = useTranslation('witness');
  const action = useAction(askTakeOver);
  const labels = { reason: t('takeOver.reason') };
  return (
    <Form
      route={askTakeOver}
      read={(values) => ({ reason: answersOf(values).text('reason') })}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('takeOver.ask')}
    >
      <Select
        name="reason"
        label={labels.reason}
        options={takeOverReason.options.map((value) => ({ value, label: t(`takeOver.reasons.${value}`) }))}
      />
    </Form>
  );
}
