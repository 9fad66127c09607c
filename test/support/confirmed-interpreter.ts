import type * as z from 'zod';
import type { confirmInterpreter } from '../../functions/interpreting/contract.ts';
import { bindingTexts } from '../../functions/witnesses/material/contract.ts';
import { currentText } from '../../functions/witnesses/material/register.ts';

/** All that an interpreter without an account is confirmed with; a test changes one field to see the gate stay shut. */

const [, , , , promise] = bindingTexts;
const text = currentText(promise, 'en', '2026-11-28');
if (text === undefined) throw new Error('Nothing is shipped for an interpreter to promise.');
const { language, version, hash } = text;

export const spokenOath = {
  form: 'affirmation',
  state: 'TH',
  text: { language, version, hash },
  spoken: true,
} as const;

export const confirmed = {
  between: ['my', 'th'],
  direction: 'both',
  mode: 'consecutive',
  part: 'lead',
  vetting: { by: 'Office of the Court', on: '2026-01-01', until: '2036-12-31' },
  topics: ['recruitment', 'work'],
  onPaper: { noConflict: true, oath: spokenOath, briefed: true },
} as const satisfies z.input<typeof confirmInterpreter.body>;
