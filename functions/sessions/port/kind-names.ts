/** What is booked. Each kind has its seats and who may book it (kinds.ts), and its gates (gates.ts). */
export const sessionKinds = [
  'interview',
  'preparation-visit',
  'rehearsal',
  'deposition',
  'testimony',
  'expert',
  'debrief',
  'central-authority-meeting',
] as const;

export type SessionKind = (typeof sessionKinds)[number];
