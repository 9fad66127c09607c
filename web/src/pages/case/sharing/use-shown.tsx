import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveFeedback } from '../../../../../functions/sharing/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { By } from './by.tsx';
import { FeedbackShown } from './feedback-shown.tsx';
import type { About, Use } from './told.ts';

/** What it was used for, by when feedback is due, and all that came back. */
export function UseShown({
  about,
  use,
  isHolder,
  receives,
}: {
  readonly about: About;
  readonly use: Use;
  readonly isHolder: boolean;
  readonly receives: boolean;
}) {
  const { t } = useTranslation('sharing');
  const { zone } = useOwnRecord();
  return (
    <section className="task" aria-label={t('use.title')}>
      <p>
        {t('use.of')}: <strong>{t(`use.uses.${use.use}`)}</strong> <By by={use.by} at={use.at} />
      </p>
      {use.feedback.length === 0 && (
        <>
          <p>
            {use.late && <span className="badge badge-bad">{t('use.late')}</span>} {t('use.due')}{' '}
            <Moment at={use.dueAt} zone={zone} />
          </p>
          <p className="quiet small">{t('use.chased')}</p>
        </>
      )}
      {use.feedback.map((feedback, at) => (
        <FeedbackShown
          key={feedback.number}
          about={about}
          feedback={feedback}
          isHolder={isHolder}
          isLast={at === use.feedback.length - 1}
        />
      ))}
      {receives && <FeedbackForm key={use.feedback.length} about={about} use={use.number} />}
    </section>
  );
}

type Body = BodyIn<typeof giveFeedback>;
type May = Body['mayBeTold']['is'];

function FeedbackForm({ about, use }: { readonly about: About; readonly use: number }) {
  const { t } = useTranslation(['sharing', 'staff']);
  const action = useAction(giveFeedback);
  const [may, setMay] = useState<May | ''>('');
  const read = (values: FormData): Unsaid<Body> => {
    const { text } = answersOf(values);
    const mayBeTold =
      may === 'not-yet'
        ? { is: may, reason: text('mayBeTold.reason'), until: text('mayBeTold.until') }
        : { is: may === '' ? undefined : may };
    return { use, words: text('words'), mayBeTold };
  };
  return (
    <details>
      <summary>{t('feedback.title')}</summary>
      <Form
        route={giveFeedback}
        read={read}
        labels={{
          words: t('feedback.words'),
          'mayBeTold.is': t('feedback.may'),
          'mayBeTold.reason': t('feedback.reason'),
          'mayBeTold.until': t('feedback.until'),
        }}
        onSend={(body) => action.run({ params: about, body })}
        problem={action.problem}
        sending={action.running}
        button={t('feedback.send')}
      >
        <TextBox
          name="words"
          label={t('feedback.words')}
          hint={t('feedback.hint')}
          lines={4}
          maxLength={1_200}
        />
        <Select
          name="mayBeTold.is"
          label={t('feedback.may')}
          none={t('staff:form.pleaseChoose')}
          value={may}
          onChoose={setMay}
          options={(['now', 'not-yet'] as const).map((value) => ({
            value,
            label: t(`feedback.mays.${value}`),
          }))}
        />
        {may === 'not-yet' && (
          <>
            <TextBox name="mayBeTold.reason" label={t('feedback.reason')} lines={2} maxLength={300} />
            <DateBox name="mayBeTold.until" label={t('feedback.until')} />
          </>
        )}
      </Form>
    </details>
  );
}
