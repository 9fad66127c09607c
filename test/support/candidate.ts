import { busyOf, type Candidate } from '../../functions/availability/engine/question.ts';

/** Somebody with a calendar that was set, on which nothing stands, and of whom everything may be known, unless said. */
export const candidate = (some: Pick<Candidate, 'id' | 'workingTime'> & Partial<Candidate>): Candidate => ({
  booking: { seat: 'clerk', personId: some.id },
  binds: true,
  holidays: new Set(),
  booked: busyOf([]),
  hidden: false,
  ...some,
});
