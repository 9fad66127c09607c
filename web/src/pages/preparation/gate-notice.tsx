import { useTranslation } from 'react-i18next';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { Prepared } from './prepared.ts';

const tones = { open: 'good', missing: 'bad', refused: 'bad', untested: 'wait' } as const;

/** What the tests so far make of the door. Where nobody has tested it says so, and is no tick. */
export function GateNotice({ prepared: { gate, setAside } }: { readonly prepared: Prepared }) {
  const { t } = useTranslation(['preparation', 'staff']);
  const { zone } = useOwnRecord();
  if (setAside !== undefined && gate === 'untested')
    return (
      <Notice tone="wait" title={t('preparation:aside.done')}>
        <p>{setAside.reason}</p>
        <p className="quiet">
          {t(`staff:roles.${setAside.role}`)} <span className="pseudonym">{setAside.pseudonym}</span>{' '}
          <Moment at={setAside.at} zone={zone} />
        </p>
      </Notice>
    );
  return (
    <Notice
      tone={tones[gate]}
      {...(gate === 'untested' ? { icon: 'question' as const } : {})}
      title={t(`preparation:gate.${gate}`)}
    />
  );
}
