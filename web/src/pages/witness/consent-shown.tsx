import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { consentScopes, type ScopeAnswer } from '../../../../functions/witnesses/consent/contract.ts';
import type { readWitness } from '../../../../functions/witnesses/contract.ts';
import { earlierScopes } from '../../../../functions/witnesses/earlier/contract.ts';
import { useScopeName } from './consent-form.tsx';

type Consent = NonNullable<AnswerOf<typeof readWitness>['consent']>;

/** What the witness said to each question, and after a withdrawal what becomes of what was taken. */
export function ConsentShown({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation(['witness', 'staff']);
  const nameOf = useScopeName();
  const { record, earlier, evidence, reason } = consent;
  return (
    <>
      {reason !== undefined && reason !== 'said-no' && reason !== 'withdrawn' && (
        <p className="hint">{t(`consent.reasons.${reason}`)}</p>
      )}
      {evidence !== undefined && <p>{t(`consent.evidence.${evidence}`)}</p>}
      {record !== undefined && (
        <ul className="answers">
          {consentScopes.map((scope) => (
            <SaidTo key={scope} name={nameOf(scope)} said={record.scopes[scope]} />
          ))}
        </ul>
      )}
      {record !== undefined && record.sharing.length > 0 && (
        <ul>
          {record.sharing.map(({ authority, purpose }) => (
            <li key={`${authority} ${purpose}`}>
              {authority}: {t(`consent.sharing.purposes.${purpose}`)}
            </li>
          ))}
        </ul>
      )}
      {earlier !== undefined && (
        <ul className="answers">
          {earlierScopes.map((scope) => (
            <SaidTo
              key={scope}
              name={t(`staff:consent.scopes.${scope}`)}
              said={{ answer: earlier.scopes[scope] }}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** What those who run the session need to know of it. */
export function NeededOfConsent({ needed }: { readonly needed: NonNullable<Consent['needed']> }) {
  const { t } = useTranslation('witness');
  const nameOf = useScopeName();
  const { inCamera, breakEvery } = needed;
  return (
    <section className="section">
      <h2>{t('consent.needed')}</h2>
      <ul className="answers">
        {consentScopes.map((scope) => (
          <SaidTo key={scope} name={nameOf(scope)} said={needed[scope]} />
        ))}
        {inCamera === 'yes' && <li>{t('consent.closed')}</li>}
        {breakEvery !== undefined && <li>{t('consent.breaks', { minutes: breakEvery })}</li>}
      </ul>
    </section>
  );
}

function SaidTo({ name, said }: { readonly name: string; readonly said: ScopeAnswer | undefined }) {
  const { t } = useTranslation(['witness', 'staff']);
  if (said === undefined) return null;
  return (
    <li>
      {name}
      <span className="badge">
        {said.answer === 'limited' ? t('consent.limited') : t(`staff:answers.agrees.${said.answer}`)}
      </span>
      {said.how !== undefined && <span className="said-how">{said.how}</span>}
    </li>
  );
}
