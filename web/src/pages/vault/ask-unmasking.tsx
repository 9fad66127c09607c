import { useTranslation } from 'react-i18next';
import {
  askUnmasking,
  fewestMinutes,
  mostMinutes,
  unmaskingGrounds,
} from '../../../../functions/witnesses/vault/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Radios, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Task } from '../../parts/task.tsx';
import type { OfVault } from './vault.ts';

/** How long somebody may read, as it is offered; between the bounds of the contract. */
const lengths = [fewestMinutes, 15, 30, 60, mostMinutes] as const;
type Ground = (typeof unmaskingGrounds)[number];

/** The first of the two asks: why, and for how long. */
export function AskUnmasking({ params, vault }: OfVault) {
  const { t } = useTranslation('witness');
  const action = useAction(askUnmasking);
  const waits = vault.unmaskings.some(({ own, state }) => own && state === 'asked');
  return (
    <Task
      title={t('vault.ask.title')}
      done={waits}
      summary={waits && <p>{t('vault.ask.waits')}</p>}
      again={t('vault.ask.title')}
    >
      <p className="hint">{t('vault.ask.hint')}</p>
      <Form
        route={askUnmasking}
        read={(values) => {
          const { text } = answersOf(values);
          const minutes = text('minutes');
          return {
            ground: text('ground') as Ground | undefined,
            reason: text('reason'),
            minutes: minutes === undefined ? undefined : Number(minutes),
          };
        }}
        labels={{
          ground: t('vault.ask.ground'),
          reason: t('vault.ask.reason'),
          minutes: t('vault.ask.minutes'),
        }}
        onSend={(body) => action.run({ params, body })}
        problem={action.problem}
        sending={action.running}
        button={t('vault.ask.send')}
      >
        <Radios
          name="ground"
          label={t('vault.ask.ground')}
          options={unmaskingGrounds.map((value) => ({ value, label: t(`vault.grounds.${value}`) }))}
        />
        <TextBox
          name="reason"
          label={t('vault.ask.reason')}
          hint={t('vault.ask.reasonHint')}
          maxLength={400}
          lines={3}
        />
        <Radios
          name="minutes"
          label={t('vault.ask.minutes')}
          inRow
          options={lengths.map((minutes) => ({
            value: String(minutes),
            label: t('vault.ask.length', { minutes }),
          }))}
        />
      </Form>
    </Task>
  );
}
