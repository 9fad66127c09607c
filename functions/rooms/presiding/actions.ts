/** What is entered of how a hearing goes. */
import * as z from 'zod';
import { defineAction, seatName } from '../../custody/port/action.ts';
import { channel } from '../../media/contract.ts';
import { instant } from '../../shared/values/instants.ts';
import { pseudonym } from '../../shared/values/ids.ts';

const epoch = z.int().min(0);
/** A clerk acts on the word of the judge who presides. */
const onWordOf = z.literal('judge').optional();

/** By whoever presides, and of what everybody in the case who follows whether it is held may read. */
const byPresiding = {
  log: 'session',
  by: ['judge', 'clerk'],
  authority: ['role'],
  part: { 'central-authority': 'every', 'defence-counsel': 'every', 'victim-counsel': 'every' },
} as const;
/** Of whoever is heard: the other side reads the log of the session after it, and no page of theirs shows it while it goes on. */
const ofHeard = {
  ...byPresiding,
  part: { 'central-authority': 'every' },
  subject: { seat: seatName },
  details: z.strictObject({ epoch, onWordOf }),
} as const;

export const witnessCalled = defineAction({ action: 'witness.called', ...ofHeard });
export const witnessStoodDown = defineAction({ action: 'witness.stood-down', ...ofHeard });
/** With whom an interpreter or a supporter goes from now on; absent for as their role says. */
export const companionSaid = defineAction({
  action: 'companion.said',
  log: 'session',
  by: ['judge', 'clerk'],
  authority: ['role'],
  subject: { seat: seatName },
  details: z.strictObject({ goesWith: z.union([pseudonym, z.literal('court')]).optional(), epoch }),
});
/** Which languages the screened side can listen to: the court's, and theirs. */
export const languagesCarried = defineAction({
  action: 'languages.carried',
  ...byPresiding,
  part: { 'central-authority': 'every', 'defence-counsel': 'every' },
  details: z.strictObject({ court: z.array(channel), screened: z.array(channel), onWordOf }),
});
export const courtInRecess = defineAction({
  action: 'court.in-recess',
  ...byPresiding,
  details: z.strictObject({ until: instant, onWordOf }),
});
export const recordSet = defineAction({
  action: 'record.set',
  ...byPresiding,
  details: z.strictObject({ record: z.enum(['on', 'off']), onWordOf }),
});
export const courtInCamera = defineAction({
  action: 'court.in-camera',
  ...byPresiding,
  details: z.strictObject({ inCamera: z.boolean(), epoch, onWordOf }),
});
export const courtSilenced = defineAction({
  action: 'court.silenced',
  ...byPresiding,
  details: z.strictObject({ people: z.array(pseudonym), silent: z.boolean(), epoch, onWordOf }),
});
export const hearingAdjourned = defineAction({
  action: 'hearing.adjourned',
  ...byPresiding,
  details: z.strictObject({ to: instant, onWordOf }),
});

const bySpeaker = { log: 'session', authority: ['role', 'invitation'] } as const;
/** Who talks apart and since when; nothing of what is said. */
export const talkBegun = defineAction({
  action: 'consultation.begun',
  ...bySpeaker,
  by: ['defence-counsel', 'judge'],
  details: z.strictObject({ people: z.array(pseudonym).min(1), epoch }),
});
export const talkEnded = defineAction({
  action: 'consultation.ended',
  ...bySpeaker,
  by: ['defence-counsel', 'judge', 'accused', 'interpreter'],
  details: z.strictObject({ people: z.array(pseudonym) }),
});
