import { useTranslation } from 'react-i18next';
import { confirmSession } from '../../../../../functions/sessions/booking/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { SessionProps } from '../session-view.ts';

/** A time that is only held: until when, and the button that books it. */
export function ConfirmHold({ session: { sessionId, heldUntil } }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const action = useAction(confirmSession);
  return (
    <Notice tone="wait" title={t('hold.title')}>
      {heldUntil !== undefined && (
        <p>
          {t('hold.until')} <Moment at={heldUntil} zone={me.zone} />
        </p>
      )}
      <ProblemNotice problem={action.problem} />
      <Button busy={action.running} onClick={() => action.start({ params: { sessionId }, body: {} })}>
        {t('hold.confirm')}
      </Button>
    </Notice>
  );
}
