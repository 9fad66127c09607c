import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
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
  return (
    <DialogTrigger>
      <Button className="button button-danger" isDisabled={disabled}>
        {icon !== undefined && <Icon name={icon} />}
        {label}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog" className="modal-dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{question}</Heading>
                <p>{consequence}</p>
                <div className="row">
                  <Button
                    className="button button-danger"
                    onPress={() => {
                      onConfirm();
                      close();
                    }}
                  >
                    {confirm}
                  </Button>
                  <Button className="button button-quiet" onPress={close} autoFocus>
                    {t('common.back')}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
