import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { askToNotify, bellIsOn, mayAskToNotify, ring, switchBell } from './bell.ts';

/** Whether the bell rings here, and whether the browser may say so over other windows. */
export function BellSettings() {
  const { t } = useTranslation('daily');
  const [on, setOn] = useState(bellIsOn);
  const [mayAsk, setMayAsk] = useState(mayAskToNotify);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  return (
    <details className="time-settings">
      <summary>{t('bell.title')}</summary>
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchBell(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
            if (event.currentTarget.checked) ring();
          }}
        />
        <span>{t('bell.ring')}</span>
      </label>
      {mayAsk && (
        <Button
          quiet
          small
          onClick={() => {
            askToNotify()
              .then(() => setMayAsk(mayAskToNotify()))
              .catch(setFault);
          }}
        >
          {t('bell.notify')}
        </Button>
      )}
    </details>
  );
}
