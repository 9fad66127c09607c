import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markItem, type readRequest } from '../../../../../functions/requests/sending/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { Radios, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { Statement } from '../law/statement.tsx';
import type { Whose } from '../permission/whose.ts';

type Line = AnswerOf<typeof readRequest>['checklist'][number];
const tones = { red: 'badge badge-bad', amber: 'badge badge-wait', green: 'badge badge-good', open: 'badge' };

/** One item of the checklist: what it asks for and how far that was read, and what was said of it by what paper. */
export function RequestLine({
  line,
  mayMark,
  ...whose
}: Whose & { readonly line: Line; readonly mayMark: boolean }) {
  const { t } = useTranslation('request');
  const { id, level, light, mark, statement } = line;
  return (
    <div data-testid={`request-${id}`} data-light={light}>
      <span className="reference">{id}</span> <span className="badge">{t(`law.levels.${level}`)}</span>{' '}
      <span className={tones[light]}>
        {mark?.state === 'not-needed' ? t('sending.item.notNeeded') : t(`sending.item.${light}`)}
      </span>
      <Statement of={statement} />
      {mark !== undefined && <By mark={mark} />}
      {mayMark &&
        (mark === undefined ? <MarkForm {...whose} item={id} /> : <TakeBack {...whose} item={id} />)}
    </div>
  );
}

function By({ mark: { reference, datedOn, by } }: { readonly mark: NonNullable<Line['mark']> }) {
  const { t } = useTranslation('request');
  const dayWords = useDayWords();
  return (
    <p>
      {t('sending.by', { reference, day: dayWords(datedOn) })} <span className="pseudonym">{by}</span>
    </p>
  );
}

function MarkForm({ item, ...whose }: Whose & { readonly item: string }) {
  const { t } = useTranslation('request');
  const [open, setOpen] = useState(false);
  const action = useAction(markItem);
  const labels = {
    state: t('sending.state'),
    reference: t('sending.reference'),
    datedOn: t('permission.paper.datedOn'),
  };
  if (!open)
    return (
      <Button small quiet onClick={() => setOpen(true)}>
        {t('sending.markOf', { item })}
      </Button>
    );
  return (
    <Form
      route={markItem}
      read={(values) => {
        const { text } = answersOf(values);
        return {
          item,
          state: text('state'),
          reference: text('reference'),
          datedOn: text('datedOn'),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('sending.mark')}
    >
      <Radios
        name="state"
        label={labels.state}
        options={[
          { value: 'done', label: t('sending.there') },
          { value: 'not-needed', label: t('sending.notNeeded') },
        ]}
      />
      <TextBox
        name="reference"
        label={labels.reference}
        hint={t('permission.referenceHint')}
        maxLength={60}
      />
      <DateBox name="datedOn" label={labels.datedOn} />
    </Form>
  );
}

function TakeBack({ item, ...whose }: Whose & { readonly item: string }) {
  const { t } = useTranslation('request');
  const action = useAction(markItem);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <Button
        small
        quiet
        disabled={action.running}
        onClick={() => action.start({ params: whose, body: { item, state: 'missing' } })}
      >
        {t('sending.takeBack', { item })}
      </Button>
    </>
  );
}
