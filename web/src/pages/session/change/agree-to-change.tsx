import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approveChange } from '../../../../../functions/sessions/changing/contract.ts';
import { overrideNames } from '../../../../../functions/shared/values/overrides.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Select, Tick } from '../../../parts/fields.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { OverrideName } from '../../../parts/time-problem.tsx';
import { useNow } from '../../../parts/use-now.ts';
import type { SessionProps } from '../session-view.ts';
import { agreeable, isFrozen, type Agreeable } from './change-rights.ts';
import {
  AgreedInterpreter,
  AgreedLength,
  AgreedMove,
  AgreedOfficer,
  AgreedReplacement,
  AgreedRooms,
  type Change,
} from './agreed-change.tsx';

/**
 * Shortly before the start a second person, with another role, says yes to exactly the change that a colleague is about
 * to make: what it is, and to when, to whom or to which rooms.
 */
export function AgreeToChange({ session }: SessionProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const now = useNow();
  const action = useAction(approveChange);
  const [what, setWhat] = useState<Agreeable | ''>('');
  const [change, setChange] = useState<Change>();
  const [setAside, setSetAside] = useState<readonly OverrideName[]>([]);
  const choices = agreeable(session, me.role);
  if (!isFrozen(session, now) || choices.length === 0) return null;
  const named: Readonly<Record<Agreeable, string>> = {
    move: t('change.move'),
    length: t('change.length'),
    replacement: t('replace.title'),
    rooms: t('rooms.title'),
    restoration: t('restore.restore'),
    'attending-officer': t('staff:attending.title'),
    'another-interpreter': t('addInterpreter.title'),
  };
  // What was agreed to before says nothing about another change.
  const take = (changed: Change | undefined) => {
    action.reset();
    setChange(changed);
  };
  const choose = (chosen: Agreeable | '') => {
    setWhat(chosen);
    take(chosen === 'restoration' ? { what: chosen } : undefined);
  };
  return (
    <details className="change">
      <summary>{t('agree.title')}</summary>
      <p className="hint">{t('agree.hint')}</p>
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && (
        <Notice tone="good" live title={t('agree.agreed')}>
          <p>
            {t('agree.until')} <Moment at={action.answer.until} zone={me.zone} />
          </p>
        </Notice>
      )}
      <Select<Agreeable | ''>
        label={t('agree.what')}
        options={[
          { value: '', label: t('staff:form.pleaseChoose') },
          ...choices.map((value) => ({ value, label: named[value] })),
        ]}
        value={what}
        onChoose={choose}
      />
      {what === 'move' && <AgreedMove session={session} onChange={take} />}
      {what === 'length' && <AgreedLength session={session} onChange={take} />}
      {what === 'replacement' && <AgreedReplacement session={session} onChange={take} />}
      {what === 'rooms' && <AgreedRooms session={session} onChange={take} />}
      {what === 'attending-officer' && <AgreedOfficer onChange={take} />}
      {what === 'another-interpreter' && <AgreedInterpreter session={session} onChange={take} />}
      {what !== '' && what !== 'rooms' && (
        <details>
          <summary>{t('agree.setAside')}</summary>
          {overrideNames.map((name) => (
            <Tick
              key={name}
              label={t(`refused.what.${name}`)}
              checked={setAside.includes(name)}
              onTick={(ticked) => {
                action.reset();
                setSetAside([...setAside.filter((other) => other !== name), ...(ticked ? [name] : [])]);
              }}
            />
          ))}
        </details>
      )}
      <Button
        disabled={change === undefined || action.running}
        onClick={() => {
          if (change !== undefined)
            action.start({
              params: { sessionId: session.sessionId },
              body: { change, setAside: [...setAside] },
            });
        }}
      >
        {t('agree.agree')}
      </Button>
    </details>
  );
}
