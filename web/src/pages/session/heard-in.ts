import type { SessionView } from './session-view.ts';

/** Whom a session hears, as routes about somebody's standing in the case take them. */
export function heardIn({ caseId, seats }: SessionView): { readonly caseId: string; readonly party: string } {
  const heard = (['witness', 'expert'] as const).map((each) => seats.find(({ seat }) => seat === each));
  const party = heard.find((each) => each !== undefined)?.pseudonym;
  if (party === undefined) throw new Error('Nobody is heard in this session.');
  return { caseId, party };
}
