import { dayWhere } from '../cases/port/day-where.ts';
import type { Handler } from '../shared/http/call.ts';
import { feedbackTold } from './actions.ts';
import type * as contract from './contract.ts';
import { tellingMoved } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { assertMayTell, stepAt } from './rules.ts';

/** The person is told by the one who holds contact, never by saksi: here it is entered that they were, or why not yet. */
export const tellPerson: Handler<typeof contract.tellPerson> = (call) => {
  const { feedback, telling } = call.body;
  return enterStep(call, { holder: true }, ({ steps, now, witness }) => {
    assertMayTell(steps, feedback, telling, now, (at) => dayWhere(witness, at));
    const { is } = telling;
    const use = stepAt(steps, 'feedback', feedback)?.use ?? 0;
    const moved = tellingMoved(use, is, call.now);
    const nothing = { how: '', with: '', said: '', reason: '' };
    if (is === 'not-yet')
      return said(
        { kind: 'not-told-yet', feedback, reason: telling.reason },
        { ...nothing, reason: telling.reason },
        (by) => feedbackTold.entry({ ...by, details: { feedback, told: is } }),
        moved,
      );
    const { on, how, with: beside, said: words } = telling;
    return said(
      {
        kind: 'told',
        feedback,
        on,
        how,
        with: beside,
        ...(words === undefined ? {} : { said: words }),
      },
      { ...nothing, how, with: beside, said: words ?? '' },
      (by) => feedbackTold.entry({ ...by, details: { feedback, told: is } }),
      moved,
    );
  });
};
