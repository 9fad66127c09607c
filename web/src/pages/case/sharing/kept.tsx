import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordInformation } from '../../../../../functions/sharing/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { By } from './by.tsx';
import type { About, Told } from './told.ts';

/** What somebody told, as it was kept; whoever holds contact keeps more. */
export function Kept({ about, told }: { readonly about: About; readonly told: Told }) {
  const { t } = useTranslation('sharing');
  const { information, isHolder } = told;
  return (
    <section className="section">
      <h2>{t('kept.title')}</h2>
      {information.length === 0 && <p className="quiet">{t('kept.none')}</p>}
      <ul className="cards">
        {information.map(({ number, text, by, at }) => (
          <li key={number} className="card">
            <p>
              <strong>{t('number', { number })}</strong> <By by={by} at={at} />
            </p>
            <p className="lines">{text}</p>
          </li>
        ))}
      </ul>
      {isHolder && (
        <div className="section">
          <KeepForm about={about} />
        </div>
      )}
    </section>
  );
}

function KeepForm({ about }: { readonly about: About }) {
  const { t } = useTranslation('sharing');
  const action = useAction(recordInformation);
  /** Rises when something is kept, so that the next one begins with an empty form. */
  const [round, setRound] = useState(0);
  return (
    <Form
      key={round}
      keep={`told ${about.caseId} ${about.party}`}
      route={recordInformation}
      read={(values) => ({ text: answersOf(values).text('text') })}
      labels={{ text: t('kept.text') }}
      onSend={async (body) => {
        await action.run({ params: about, body });
        setRound(round + 1);
      }}
      problem={action.problem}
      sending={action.running}
      button={t('kept.send')}
    >
      <TextBox name="text" label={t('kept.text')} hint={t('kept.hint')} lines={5} maxLength={4_000} />
    </Form>
  );
}
