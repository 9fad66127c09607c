import { useTranslation } from 'react-i18next';
import { decideUnmasking } from '../../../../functions/witnesses/vault/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReadIdentity } from './read-identity.tsx';
import type { OfVault, Vault, VaultParams } from './vault.ts';

/** Every asking there was, newest first: by whom and why, who agreed, until when it is read, and how often it was. */
export function Unmaskings({ params, vault }: OfVault) {
  const { t } = useTranslation('witness');
  return (
    <section className="section" aria-labelledby="unmaskings-title">
      <h2 id="unmaskings-title">{t('vault.unmaskings')}</h2>
      {vault.unmaskings.length === 0 ? (
        <p>{t('vault.none')}</p>
      ) : (
        <ul className="cards">
          {vault.unmaskings.map((each) => (
            <li key={each.unmaskingId}>
              <Unmasking params={params} unmasking={each} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type One = Vault['unmaskings'][number];

function Unmasking({ params, unmasking }: { readonly params: VaultParams; readonly unmasking: One }) {
  const { t } = useTranslation('witness');
  const { zone } = useOwnRecord();
  const { state, askedBy, decidedBy, until } = unmasking;
  return (
    <div className="card">
      <p className="row">
        <strong>{t(`vault.grounds.${unmasking.ground}`)}</strong>
        <span className={state === 'asked' || state === 'open' ? 'badge badge-wait' : 'badge'}>
          {t(`vault.is.${state}`)}
        </span>
      </p>
      {unmasking.reason !== undefined && <p>{unmasking.reason}</p>}
      <dl className="facts">
        <div>
          <dt>{t('vault.askedBy')}</dt>
          <dd>
            <span className="pseudonym">{askedBy}</span> · <Moment at={unmasking.askedAt} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{t('vault.ask.minutes')}</dt>
          <dd>{t('vault.ask.length', { minutes: unmasking.minutes })}</dd>
        </div>
        {decidedBy !== undefined && (
          <div>
            <dt>{t('vault.decidedBy')}</dt>
            <dd className="pseudonym">{decidedBy}</dd>
          </div>
        )}
        {until !== undefined && (
          <div>
            <dt>{t('vault.until')}</dt>
            <dd>
              <Moment at={until} zone={zone} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('vault.readings')}</dt>
          <dd>{unmasking.readings}</dd>
        </div>
      </dl>
      {unmasking.mayDecide && <Decide params={params} unmasking={unmasking} />}
      {unmasking.own && state === 'open' && <ReadIdentity params={params} unmasking={unmasking} />}
    </div>
  );
}

function Decide({
  params,
  unmasking: { unmaskingId },
}: {
  readonly params: VaultParams;
  readonly unmasking: One;
}) {
  const { t } = useTranslation('witness');
  const action = useAction(decideUnmasking);
  const say = (decision: 'agree' | 'decline') => action.start({ params, body: { unmaskingId, decision } });
  return (
    <>
      <p className="hint">{t('vault.decide.hint')}</p>
      <ProblemNotice problem={action.problem} />
      <p className="row">
        <Button busy={action.running} onClick={() => say('agree')}>
          {t('vault.decide.agree')}
        </Button>
        <Button quiet disabled={action.running} onClick={() => say('decline')}>
          {t('vault.decide.decline')}
        </Button>
      </p>
    </>
  );
}
