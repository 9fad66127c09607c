import { useTranslation } from 'react-i18next';
import { shareInformation } from '../../../../../functions/sharing/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { usePurposeName, type About, type Told } from './told.ts';

/** Only what consent names can be chosen: an authority with a purpose. */
export function ShareForm({ about, told }: { readonly about: About; readonly told: Told }) {
  const { t } = useTranslation('sharing');
  const action = useAction(shareInformation);
  const nameOf = usePurposeName();
  const named = told.authorities.flatMap(({ agencyId, name, purposes }) =>
    purposes.map((purpose) => ({
      value: `${agencyId} ${purpose}`,
      label: `${name} – ${nameOf(purpose)}`,
    })),
  );
  return (
    <section className="section" aria-labelledby="share-title">
      <h2 id="share-title">{t('share.title')}</h2>
      {named.length === 0 ? (
        <p>{t('share.nobody')}</p>
      ) : (
        <Form
          key={told.shares.length}
          route={shareInformation}
          read={(values): Unsaid<BodyIn<typeof shareInformation>> => {
            const { text } = answersOf(values);
            const [to, purpose] = (text('to') ?? '').split(' ');
            const information = text('information');
            return {
              information: information === undefined ? undefined : Number(information),
              to: to === '' ? undefined : to,
              purpose,
            };
          }}
          labels={{ information: t('share.what'), to: t('share.with') }}
          onSend={(body) => action.run({ params: about, body })}
          problem={action.problem}
          sending={action.running}
          button={t('share.send')}
        >
          <p className="hint">{t('share.hint')}</p>
          <WhatIsShared told={told} />
          <Select name="to" label={t('share.with')} options={named} />
        </Form>
      )}
    </section>
  );
}

/** Which of what was told; its number, and how it begins. */
export function WhatIsShared({ told: { information } }: { readonly told: Told }) {
  const { t } = useTranslation('sharing');
  return (
    <Select
      name="information"
      label={t('share.what')}
      options={information.map(({ number, text }) => ({
        value: String(number),
        label: `${t('number', { number })}: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
      }))}
    />
  );
}
