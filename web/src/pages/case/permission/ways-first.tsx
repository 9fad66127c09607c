import { useTranslation } from 'react-i18next';
import type { readPermission } from '../../../../../functions/requests/contract.ts';
import { recordWayTried } from '../../../../../functions/requests/contract.ts';
import { wayTried } from '../../../../../functions/requests/permission/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Radios } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import type { Whose } from './whose.ts';

type Shown = NonNullable<AnswerOf<typeof readPermission>['permission']>;

/** A link that comes after other ways: which is to be tried now, and how to say that it did not work. */
export function WaysFirst({
  of: { waysFirst },
  mayReport,
  ...whose
}: Whose & { readonly of: Pick<Shown, 'waysFirst'>; readonly mayReport: boolean }) {
  const { t } = useTranslation('request');
  const [next] = waysFirst;
  if (next === undefined) return null;
  const way = t(`permission.modalities.${next}`);
  return (
    <>
      <Notice tone="wait" title={t('permission.waysFirst.title', { way })}>
        <p>{t('permission.waysFirst.next')}</p>
      </Notice>
      {mayReport && <Tried {...whose} key={next} next={next} />}
    </>
  );
}

function Tried({ next, ...whose }: Whose & { readonly next: Shown['waysFirst'][number] }) {
  const { t } = useTranslation('request');
  const action = useAction(recordWayTried);
  const labels = { outcome: t('permission.waysFirst.outcome'), on: t('permission.waysFirst.on') };
  return (
    <section className="section" aria-labelledby="tried-title">
      <h2 id="tried-title">{t('permission.waysFirst.say', { way: t(`permission.modalities.${next}`) })}</h2>
      <Form
        route={recordWayTried}
        read={(values) => {
          const { text } = answersOf(values);
          return { modality: next, outcome: text('outcome'), on: text('on') };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: whose, body })}
        problem={action.problem}
        sending={action.running}
        button={t('permission.waysFirst.enter')}
      >
        <Radios
          name="outcome"
          label={labels.outcome}
          options={wayTried.shape.outcome.options.map((value) => ({
            value,
            label: t(`permission.waysFirst.outcomes.${value}`),
          }))}
        />
        <DateBox name="on" label={labels.on} />
      </Form>
    </section>
  );
}
