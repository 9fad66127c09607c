import type { readCase } from '../../../../functions/cases/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { Draft } from './draft.ts';

/** The case as its page has it: who may be booked stands in it. */
export type CaseFile = AnswerOf<typeof readCase>;

/** What a field of the form that asks for people is given. */
export interface SeatProps {
  readonly draft: Draft;
  readonly file: CaseFile;
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<Draft>) => void;
}
