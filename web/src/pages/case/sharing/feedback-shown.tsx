import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { howTold, tellPerson, toldWith } from '../../../../../functions/sharing/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { By } from './by.tsx';
import type { About, Feedback } from './told.ts';

/** What came back from the authority, whether the person may be told of it, and whether they were. */
export function FeedbackShown({
  about,
  feedback,
  isHolder,
  isLast,
}: {
  readonly about: About;
  readonly feedback: Feedback;
  readonly isHolder: boolean;
  /** Of those on one use: its word on whether the person may be told counts, and whoever tells it tells all. */
  readonly isLast: boolean;
}) {
  const { t } = useTranslation('sharing');
  const { words, mayBeTold, telling } = feedback;
  return (
    <div data-testid={`feedback-${feedback.number}`}>
      <p>
        <strong>{t('feedback.given')}</strong> <By by={feedback.by} at={feedback.at} />
      </p>
      <p className="lines">{words}</p>
      {isLast && mayBeTold.is === 'not-yet' && telling?.is !== 'told' && (
        <Wait reason={mayBeTold.reason} until={mayBeTold.until} />
      )}
      {isLast && telling !== undefined && <TellingShown telling={telling} />}
      {isHolder && isLast && telling?.is !== 'told' && <TellForm about={about} feedback={feedback.number} />}
    </div>
  );
}

function Wait({ reason, until }: { readonly reason: string; readonly until: string }) {
  const { t } = useTranslation('sharing');
  const dayWords = useDayWords();
  return (
    <Notice tone="wait" title={`${t('feedback.wait')} ${dayWords(until)}`}>
      <p>{reason}</p>
    </Notice>
  );
}

function TellingShown({ telling }: { readonly telling: NonNullable<Feedback['telling']> }) {
  const { t } = useTranslation('sharing');
  const dayWords = useDayWords();
  const { is, on, how, with: beside, said, reason } = telling;
  return (
    <>
      <p>
        <span className={is === 'told' ? 'badge badge-good' : 'badge badge-wait'}>{t(`tell.${is}`)}</span>{' '}
        {dayWords(on)} {how !== undefined && `· ${t(`tell.hows.${how}`)}`}{' '}
        {beside !== undefined && `· ${t(`tell.withs.${beside}`)}`}
      </p>
      {said !== undefined && <p className="lines">{said}</p>}
      {reason !== undefined && <p className="lines">{reason}</p>}
    </>
  );
}

type Body = BodyIn<typeof tellPerson>;

function TellForm({ about, feedback }: { readonly about: About; readonly feedback: number }) {
  const { t } = useTranslation(['sharing', 'staff']);
  const action = useAction(tellPerson);
  const [is, setIs] = useState<Body['telling']['is'] | ''>('');
  const read = (values: FormData): Unsaid<Body> => {
    const { text } = answersOf(values);
    const said = text('telling.said');
    const telling =
      is === 'told'
        ? {
            is,
            on: text('telling.on'),
            how: text('telling.how'),
            with: text('telling.with'),
            ...(said === undefined ? {} : { said }),
          }
        : { is: is === '' ? undefined : is, reason: text('telling.reason') };
    return { feedback, telling };
  };
  const labels = {
    'telling.is': t('tell.is'),
    'telling.on': t('tell.on'),
    'telling.how': t('tell.how'),
    'telling.with': t('tell.with'),
    'telling.said': t('tell.said'),
    'telling.reason': t('tell.reason'),
  };
  return (
    <details>
      <summary>{t('tell.title')}</summary>
      <p className="hint">{t('tell.hint')}</p>
      <Form
        route={tellPerson}
        read={read}
        labels={labels}
        onSend={(body) => action.run({ params: about, body })}
        problem={action.problem}
        sending={action.running}
        button={t('tell.send')}
      >
        <Select
          name="telling.is"
          label={labels['telling.is']}
          none={t('staff:form.pleaseChoose')}
          value={is}
          onChoose={setIs}
          options={(['told', 'not-yet'] as const).map((value) => ({ value, label: t(`tell.${value}`) }))}
        />
        {is === 'told' && (
          <>
            <DateBox name="telling.on" label={labels['telling.on']} />
            <Select
              name="telling.how"
              label={labels['telling.how']}
              options={howTold.map((value) => ({ value, label: t(`tell.hows.${value}`) }))}
            />
            <Select
              name="telling.with"
              label={labels['telling.with']}
              options={toldWith.map((value) => ({ value, label: t(`tell.withs.${value}`) }))}
            />
            <TextBox name="telling.said" label={labels['telling.said']} lines={2} maxLength={600} />
          </>
        )}
        {is === 'not-yet' && (
          <TextBox name="telling.reason" label={labels['telling.reason']} lines={2} maxLength={300} />
        )}
      </Form>
    </details>
  );
}
