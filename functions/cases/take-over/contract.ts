import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';

/** How contact with somebody is taken over from a holder who cannot hand it over: one asks, another one confirms, the holder may come back. */

const params = z.strictObject({ caseId: id, party: pseudonym });

export const takeOverReason = z.enum(['ill', 'away', 'not-reached', 'left-the-office']);
/** The number of the asking, as the page shows it. */
const number = z.int().min(1).max(999_999);

export const askTakeOver = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/take-over',
  summary:
    'A support officer of the case asks to take over from a holder who cannot hand over; nothing changes before a second person confirms it.',
  who: ['support-officer'],
  params,
  body: z.strictObject({ reason: takeOverReason }),
  answer: z.strictObject({ number }),
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit', 'opposed-side', 'too-many-entries'],
});

export const confirmTakeOver = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/take-over/confirmation',
  summary:
    'Another support officer of the case confirms it: contact goes over, and the one who held it is told and may take it back for seven days.',
  who: ['support-officer'],
  params,
  body: z.strictObject({ number }),
  answer: z.strictObject({ holder: id }),
  status: 201,
  refusals: ['changed-meanwhile', 'opposed-side', 'person-not-suitable', 'second-person-needed'],
});

export const endTakeOver = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/take-over/end',
  summary:
    'The one who holds contact says that they are there, and it is over; or takes contact back that was taken over, by their own word. Whoever asked can let it go.',
  who: ['support-officer'],
  params,
  body: z.strictObject({ number }),
  answer: z.strictObject({ holder: id }),
  status: 201,
  refusals: ['changed-meanwhile'],
});

const by = z.strictObject({ pseudonym });
export const readTakeOver = route({
  method: 'GET',
  path: '/api/cases/:caseId/witnesses/:party/take-over',
  summary: 'Whether somebody asks to take over contact, or did in the last days, and what the caller can do.',
  entered: 'case',
  who: ['support-officer'],
  params,
  answer: z.strictObject({
    /** The caller can ask. */
    mayAsk: z.boolean(),
    last: z
      .strictObject({
        number,
        state: z.enum(['asked', 'confirmed', 'ended', 'lapsed', 'taken-back']),
        reason: takeOverReason,
        askedBy: by,
        from: by,
        askedAt: instant,
        /** Until when it can be confirmed; once it is, until when it can be taken back. */
        until: instant.optional(),
        mayConfirm: z.boolean(),
        mayEnd: z.boolean(),
      })
      .optional(),
  }),
});

export const listTakeOvers = route({
  method: 'GET',
  path: '/api/cases/take-overs',
  summary:
    'For an agency’s administrator: which of its officers ask to take over from which, and why. Nothing of the case or of whoever is heard.',
  entered: 'case',
  who: ['agency-administrator'],
  answer: z.strictObject({
    takeOvers: z.array(
      z.strictObject({
        takeOverId: id,
        /** Person ids, by which the agency’s people are listed. */
        askedBy: id,
        from: id,
        reason: takeOverReason,
        askedAt: instant,
        until: instant,
      }),
    ),
  }),
});

export const confirmForAgency = route({
  method: 'POST',
  path: '/api/cases/take-overs',
  summary: 'The administrator of the agency that holds contact confirms it in the place of a second officer.',
  who: ['agency-administrator'],
  body: z.strictObject({ takeOverId: id }),
  answer: z.strictObject({ confirmed: z.literal(true) }),
  status: 201,
  refusals: ['not-found', 'changed-meanwhile', 'opposed-side', 'person-not-suitable', 'second-person-needed'],
});
