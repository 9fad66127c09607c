import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSessions } from '../../../../../functions/sessions/contract.ts';
import { spanForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Select } from '../../../parts/fields.tsx';
import { useKeptValue } from '../../../parts/kept-values.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { MeasureFields, useMeasureLabels, type Two } from './measures.tsx';
import type { Person } from './values.ts';

/** The labels of all fields of what is wanted, in the order of the page. */
export function useWantedLabels(prefix: string): Readonly<Record<string, string>> {
  const { t } = useTranslation('orders');
  const measures = useMeasureLabels({ one: t('one'), from: t('other') }, `${prefix}.measures`);
  return {
    [`${prefix}.kind`]: t('form.kind'),
    [`${prefix}.protected`]: t('form.protected'),
    [`${prefix}.from`]: t('form.from'),
    [`${prefix}.sessionId`]: t('form.session'),
    ...measures,
  };
}

/** Between whom, or which session, and what is to hold. */
export function WantedFields({
  caseId,
  people,
  mayAskFor,
  prefix,
}: {
  readonly caseId: string;
  readonly people: readonly Person[];
  readonly mayAskFor: readonly string[] | undefined;
  readonly prefix: string;
}) {
  const { t } = useTranslation(['orders', 'staff']);
  const me = useOwnRecord();
  const kept = useKeptValue(`${prefix}.kind`);
  const [kind, setKind] = useState(kept === 'in-camera' ? 'in-camera' : 'pair');
  const [two, setTwo] = useState<Two>({ one: t('one'), from: t('other') });
  const named = ({ role, pseudonym }: Person) => ({
    value: pseudonym,
    label: `${t(`staff:roles.${role}`)} ${pseudonym}`,
  });
  const choosesSession = mayCall(listSessions, me.role);
  return (
    <>
      {choosesSession && (
        <Select
          name={`${prefix}.kind`}
          label={t('form.kind')}
          options={[
            { value: 'pair', label: t('form.kindPair') },
            { value: 'in-camera', label: t('inCamera') },
          ]}
          value={kind}
          onChoose={setKind}
        />
      )}
      {kind === 'in-camera' ? (
        <SessionChoice caseId={caseId} name={`${prefix}.sessionId`} />
      ) : (
        <>
          <Select
            name={`${prefix}.protected`}
            label={t('form.protected')}
            options={people
              .filter(({ pseudonym }) => mayAskFor === undefined || mayAskFor.includes(pseudonym))
              .map(named)}
            onChoose={(one) => setTwo({ ...two, one })}
          />
          <Select
            name={`${prefix}.from`}
            label={t('form.from')}
            options={people.map(named)}
            onChoose={(from) => setTwo({ ...two, from })}
          />
          <MeasureFields {...two} prefix={`${prefix}.measures`} />
        </>
      )}
    </>
  );
}

function SessionChoice({ caseId, name }: { readonly caseId: string; readonly name: string }) {
  const { t } = useTranslation('orders');
  const me = useOwnRecord();
  const reader = useReader();
  const found = useAnswer(listSessions, { query: { caseId } });
  const coming = (found.data?.sessions ?? []).filter(
    ({ status }) => status !== 'ended' && status !== 'cancelled' && status !== 'expired',
  );
  return (
    <Select
      name={name}
      label={t('form.session')}
      options={coming.map(({ sessionId, start, end }) => ({
        value: sessionId,
        label: spanForPeople({ start, end }, me.zone, reader),
      }))}
    />
  );
}
