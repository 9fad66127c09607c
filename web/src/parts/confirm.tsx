import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

/** A button whose deed cannot be taken back: it asks once more, in words that say what will happen. */
export function ConfirmButton({
  label,
  icon,
  question,
  consequence,
  confirm,
  disabled = false,
  onConfirm,
}: {
  readonly label: string;
  readonly icon?: IconName;
  readonly question: string;
  readonly consequence: string;
  readonly confirm: string;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}) {
  const { t } = useTranslation('staff');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();
  return (
    <>
      <Button danger disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {icon !== undefined && <Icon name={icon} />}
        {label}
      </Button>
      <dialog
        ref={dialog}
        role="alertdialog"
        className="confirm"
        aria-labelledby={titleId}
        aria-describedby={textId}
      >
        <h2 id={titleId}>{question}</h2>
        <p id={textId}>{consequence}</p>
        <div className="row">
          <Button
            danger
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
          {/* First in line for the focus: what cannot be undone is never one press of Enter away. */}
          <Button quiet autoFocus onClick={() => dialog.current?.close()}>
            {t('common.back')}
          </Button>
        </div>
      </dialog>
    </>
  );
}
