import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSharing } from '../../../../functions/sharing/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { countryCode } from '../../../../functions/shared/values/countries.ts';
import { sharingPurposes } from '../../../../functions/witnesses/consent/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Group, Select, TextBox } from '../../parts/fields.tsx';
import { useKeptValue } from '../../parts/kept-values.ts';
import { Rows } from '../../parts/rows.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { maxShares, type WitnessParams } from './consent-from.ts';

type Authority = AnswerOf<typeof readSharing>['authorities'][number];

/** With whom what somebody tells may be shared, and for what: those of the case are chosen, others named. */
export function Sharing({
  label,
  params,
}: {
  readonly label: (name: string) => string;
  readonly params: WitnessParams;
}) {
  const { t } = useTranslation('witness');
  // Whoever records a consent need not wait for a list: without it an authority is named by hand.
  const { data } = useAnswer(readSharing, { params });
  return (
    <Group title={t('consent.sharing.title')}>
      <p className="hint">{t('consent.sharing.hint')}</p>
      <Rows name="sharing" max={maxShares}>
        {(at) => (
          <>
            <Whom at={at} label={label} authorities={data?.authorities ?? []} />
            <Select
              name={`${at}.purpose`}
              label={label(`${at}.purpose`)}
              options={sharingPurposes.map((value) => ({
                value,
                label: t(`consent.sharing.purposes.${value}`),
              }))}
            />
          </>
        )}
      </Rows>
    </Group>
  );
}

/** One of the case is called what it is called there; of another one name and State are asked. */
function Whom({
  at,
  label,
  authorities,
}: {
  readonly at: string;
  readonly label: (name: string) => string;
  readonly authorities: readonly Authority[];
}) {
  const { t } = useTranslation('sharing');
  const names = useNames();
  const kept = useKeptValue(`${at}.agency`);
  const [chosen, choose] = useState<string>(kept ?? '');
  const found = authorities.find(({ agencyId }) => agencyId === chosen);
  return (
    <>
      {authorities.length > 0 && (
        <Select
          name={`${at}.agency`}
          label={label(`${at}.agency`)}
          hint={t('agency.hint')}
          none={t('agency.other')}
          value={chosen}
          onChoose={choose}
          options={authorities.map(({ agencyId, name, state }) => ({
            value: agencyId,
            label: `${name} (${names.country(state)})`,
          }))}
        />
      )}
      {found === undefined ? (
        <>
          <TextBox name={`${at}.authority`} label={label(`${at}.authority`)} maxLength={120} />
          <Select
            name={`${at}.state`}
            label={label(`${at}.state`)}
            options={countryCode.options.map((value) => ({ value, label: names.country(value) }))}
          />
        </>
      ) : (
        <>
          <input type="hidden" name={`${at}.authority`} value={found.name} />
          <input type="hidden" name={`${at}.state`} value={found.state} />
        </>
      )}
    </>
  );
}
