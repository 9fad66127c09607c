import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrive } from '../../../../functions/rooms/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { DeviceCheck, type Checked } from '../../parts/device-check.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** Checks the device, then says at the door that the person is here. */
export function Arrival({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('staff');
  const [checked, setChecked] = useState<Checked>();
  const action = useAction(arrive);
  const { camera = false, microphone = false, connection } = checked ?? {};
  return (
    <section className="section">
      <h2>{t('room.checkTitle')}</h2>
      <DeviceCheck onChecked={setChecked} />
      <ProblemNotice problem={action.problem} />
      {checked !== undefined && !microphone && (
        <Notice tone="wait" title={t('device.noMicrophone')}>
          <p>{t('device.noMicrophoneNext')}</p>
        </Notice>
      )}
      <Button
        disabled={connection === undefined || action.running}
        onClick={() => {
          if (connection !== undefined)
            action.start({ params: { sessionId }, body: { camera, microphone, connection } });
        }}
      >
        {t('room.here')}
      </Button>
    </section>
  );
}
