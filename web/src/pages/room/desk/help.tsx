import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button.tsx';
import { shortcuts, switchShortcuts } from './shortcuts.ts';

/** Which keys do what, and the switch that turns them off. */
export function Help({
  dialog,
  on,
  onSwitch,
}: {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}) {
  const { t } = useTranslation('desk');
  const titleId = useId();
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('keys.title')}</h2>
      <dl className="keys">
        {Object.entries(shortcuts).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchShortcuts(event.currentTarget.checked);
            onSwitch(event.currentTarget.checked);
          }}
        />
        <span>{t('keys.on')}</span>
      </label>
      <Button quiet onClick={() => dialog.current?.close()}>
        {t('keys.close')}
      </Button>
    </dialog>
  );
}
