import type { readCase } from '../../../../../functions/cases/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';

/** The case, and one who is heard in it, as the reader may see them. */
export type CaseFile = AnswerOf<typeof readCase>;
export type Witness = CaseFile['witnesses'][number];

export interface OfWitness {
  readonly file: CaseFile;
  readonly witness: Witness;
}
