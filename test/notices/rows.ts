import type { Told } from '../support/in-process.ts';

export interface Row {
  readonly seat: string;
  readonly kind: string;
  readonly state?: string;
  readonly through?: string;
  readonly subject: string;
  readonly text: string;
}

export const rows = ({ body }: Told): readonly Row[] => body.notices as Row[];

export const named = (told: Told): string[] =>
  rows(told)
    .map(({ kind, seat, state = '' }) => `${state} ${kind} ${seat}`.trim())
    .toSorted();
