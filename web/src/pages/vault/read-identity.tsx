import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readIdentity } from '../../../../functions/witnesses/vault/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import type { Vault, VaultParams } from './vault.ts';

/** Reads once, and shows it until it is put away or the time that was agreed is over: it is kept by no page and in no memory of answers. */
export function ReadIdentity({
  params,
  unmasking: { unmaskingId },
}: {
  readonly params: VaultParams;
  readonly unmasking: Vault['unmaskings'][number];
}) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(readIdentity);
  const { answer } = action;
  const until = answer?.until;
  const putAway = useEffectEvent(action.reset);
  // On a desk that somebody left, it does not stand for longer than two people agreed to.
  useEffect(() => {
    if (until === undefined) return undefined;
    const over = setTimeout(() => putAway(), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(over);
  }, [until]);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      {answer === undefined ? (
        <>
          <p className="hint">{t('vault.read.hint')}</p>
          <p>
            <Button busy={action.running} onClick={() => action.start({ params, body: { unmaskingId } })}>
              {t('vault.read.read')}
            </Button>
          </p>
        </>
      ) : (
        <Notice tone="wait" live title={t('vault.keep.who')}>
          <Identity identity={answer.identity} />
          <p>
            <Button quiet onClick={action.reset}>
              {t('vault.read.away')}
            </Button>
          </p>
        </Notice>
      )}
    </>
  );
}

function Identity({ identity }: { readonly identity: AnswerOf<typeof readIdentity>['identity'] }) {
  const { t } = useTranslation('witness');
  const names = useNames();
  const { reach } = identity;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('vault.fields.name'), identity.name],
    [t('vault.fields.otherNames'), identity.otherNames.join(' · ')],
    [t('vault.fields.born'), identity.born],
    [
      t('vault.fields.nationality'),
      identity.nationality === undefined ? undefined : names.country(identity.nationality),
    ],
    [
      t('vault.fields.documents'),
      identity.documents
        .map(
          ({ kind, number, country }) =>
            `${t(`vault.documents.${kind}`)} ${number}, ${names.country(country)}`,
        )
        .join(' · '),
    ],
    [t('vault.fields.ways'), reach.ways.map((way) => t(`vault.ways.${way}`)).join(' · ')],
    [t('vault.fields.phones'), reach.phones.join(' · ')],
    [t('vault.fields.mail'), reach.mail],
    [t('vault.fields.address'), reach.address],
    [t('vault.fields.safely'), reach.safely],
    [t('vault.fields.note'), identity.note],
  ];
  return (
    <dl className="facts">
      {facts.map(([what, value]) =>
        value === undefined || value === '' ? null : (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
