import { useTranslation } from 'react-i18next';
import { declineAsk, shareInformation } from '../../../../../functions/sharing/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { By } from './by.tsx';
import { WhatIsShared } from './share-form.tsx';
import { usePurposeName, type About, type Ask, type Told } from './told.ts';

const badges = {
  waits: 'badge badge-wait',
  shared: 'badge badge-good',
  declined: 'badge',
  'refused-by-rule': 'badge badge-bad',
} as const;

/** Who asked for a copy and for what; whoever holds contact answers what waits. */
export function Asks({ about, told }: { readonly about: About; readonly told: Told }) {
  const { t } = useTranslation('sharing');
  const names = useNames();
  const nameOf = usePurposeName();
  if (told.asks.length === 0) return <p className="quiet">{t('asks.none')}</p>;
  return (
    <ul className="cards">
      {told.asks.map((ask) => (
        <li key={ask.number} className="card" data-testid={`ask-${ask.number}`}>
          <h3>
            {ask.from.name} ({names.country(ask.from.state)})
          </h3>
          <p>
            {t('shares.for', { purpose: nameOf(ask.purpose) })} <By by={ask.by} at={ask.at} />
          </p>
          <p className="lines">{ask.why}</p>
          <p>
            <span className={badges[ask.state]}>{t(`asks.states.${ask.state}`)}</span>
          </p>
          {ask.reason !== undefined && <p className="lines">{ask.reason}</p>}
          {told.isHolder && ask.state === 'waits' && <AnswerForms about={about} ask={ask} told={told} />}
        </li>
      ))}
    </ul>
  );
}

function AnswerForms({
  about,
  ask,
  told,
}: {
  readonly about: About;
  readonly ask: Ask;
  readonly told: Told;
}) {
  const { t } = useTranslation('sharing');
  const yes = useAction(shareInformation);
  const no = useAction(declineAsk);
  const { purpose, from, number } = ask;
  return (
    <>
      {purpose !== 'another-case' && told.information.length > 0 && (
        <details>
          <summary>{t('asks.yes')}</summary>
          <p className="hint">{t('asks.yesHint')}</p>
          <Form
            route={shareInformation}
            read={(values) => {
              const information = answersOf(values).text('information');
              return {
                information: information === undefined ? undefined : Number(information),
                to: from.agencyId,
                purpose,
                ask: number,
              };
            }}
            labels={{ information: t('share.what') }}
            onSend={(body) => yes.run({ params: about, body })}
            problem={yes.problem}
            sending={yes.running}
            button={t('share.send')}
          >
            <WhatIsShared told={told} />
          </Form>
        </details>
      )}
      <details>
        <summary>{t('asks.no')}</summary>
        <Form
          route={declineAsk}
          read={(values) => {
            const reason = answersOf(values).text('reason');
            return { ask: number, ...(reason === undefined ? {} : { reason }) };
          }}
          labels={{ reason: t('asks.reason') }}
          onSend={(body) => no.run({ params: about, body })}
          problem={no.problem}
          sending={no.running}
          button={t('asks.decline')}
        >
          <TextBox name="reason" label={t('asks.reason')} lines={2} maxLength={300} />
        </Form>
      </details>
    </>
  );
}
