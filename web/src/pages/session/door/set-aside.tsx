import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restoreGate, setGateAside } from '../../../../../functions/sessions/aside/contract.ts';
import { asideReason } from '../../../../../functions/sessions/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Radios, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { DoorGate } from './door-gate.ts';

interface Of {
  readonly sessionId: string;
  readonly gate: DoorGate['gate'];
}

/** A power that few have, folded away until it is asked for: with a reason, and why in words. */
export function SetAside({ sessionId, gate }: Of) {
  const { t } = useTranslation(['door', 'staff']);
  const action = useAction(setGateAside);
  const [asked, setAsked] = useState(false);
  const labels = { reason: t('aside.reason'), words: t('aside.words') };
  return (
    <>
      <Button quiet small aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {asked ? t('staff:common.close') : t('aside.set')}
      </Button>
      {asked && (
        <Form
          route={setGateAside}
          read={(values) => {
            const answers = answersOf(values);
            return { gate, reason: answers.text('reason'), words: answers.text('words') };
          }}
          labels={labels}
          onSend={(body) => action.run({ params: { sessionId }, body })}
          problem={action.problem}
          sending={action.running}
          button={t('aside.set')}
        >
          <Radios
            name="reason"
            label={labels.reason}
            options={asideReason.options.map((value) => ({ value, label: t(`aside.reasons.${value}`) }))}
          />
          <TextBox name="words" label={labels.words} hint={t('aside.hint')} maxLength={400} lines={3} />
          <p className="hint">{t('aside.holds')}</p>
        </Form>
      )}
    </>
  );
}

/** Takes it back: from then on the gate is waited for again. */
export function RestoreGate({ sessionId, gate }: Of) {
  const { t } = useTranslation('door');
  const action = useAction(restoreGate);
  return (
    <>
      {action.problem !== undefined && <ProblemNotice problem={action.problem} />}
      <Button
        quiet
        small
        disabled={action.running}
        onClick={() => void action.run({ params: { sessionId }, body: { gate } })}
      >
        {t('aside.restore')}
      </Button>
    </>
  );
}
