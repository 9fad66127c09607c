import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { countryCode } from '../../shared/values/countries.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { mailAddress } from '../../shared/values/mail-address.ts';
import { tells } from '../../shared/values/personal-fields.ts';
import { humanText } from '../../shared/values/text.ts';
import { together } from '../../shared/values/together.ts';

/** Who somebody really is, and how they are reached: kept in the vault, and read by nobody until two people agree. */

const partyParams = z.strictObject({ caseId: id, party: pseudonym });

const day = z.iso.date();
/** E.164, so that it means the same in every State. */
const phone = z
  .string()
  .regex(
    /^\+[1-9][0-9]{6,14}$/,
    'Not a telephone number: give + and the country code, such as +959123456789.',
  )
  .meta({ examples: ['+959123456789'] });

export const documentKinds = ['passport', 'identity-card', 'border-pass', 'birth-record', 'other'] as const;
/** How somebody wants to be reached; `through-holder` needs no address of theirs. */
export const waysToReach = ['through-holder', 'phone', 'mail', 'in-person'] as const;

const identityDocument = z
  .strictObject({
    kind: z.enum(documentKinds),
    number: humanText('identity', 40),
    country: countryCode,
    issued: day.optional(),
    expires: day.optional(),
  })
  .refine(
    ({ issued, expires }) => issued === undefined || expires === undefined || issued < expires,
    together('A document cannot end before it was issued. Compare both days with the paper.', 'expires'),
  );

const reach = z
  .strictObject({
    ways: z.array(z.enum(waysToReach)).min(1).max(waysToReach.length),
    phones: z.array(phone).max(4),
    mail: mailAddress.optional(),
    address: humanText('identity', 300, { lines: true }).optional(),
    /** When, by whom and with which words, so that nobody about them learns of it. */
    safely: humanText('identity', 400, { lines: true }).optional(),
  })
  .refine(
    ({ ways, phones }) => !ways.includes('phone') || phones.length > 0,
    together('Give the number at which they are called, or choose another way.', 'phones'),
  )
  .refine(
    ({ ways, mail }) => !ways.includes('mail') || mail !== undefined,
    together('Give the address to which is written, or choose another way.', 'mail'),
  )
  .refine(
    ({ ways, address }) => !ways.includes('in-person') || address !== undefined,
    together('Say where they are met, or choose another way.', 'address'),
  )
  .refine(
    ({ phones }) => new Set(phones).size === phones.length,
    together('One number stands there twice. Leave one of them out.', 'phones'),
  );

export const identity = z.strictObject({
  name: humanText('identity', 160),
  /** In the letters of their own language, or as others call them. */
  otherNames: z.array(humanText('identity', 160)).max(6),
  born: day,
  nationality: countryCode.optional(),
  language: languageTag.optional(),
  documents: z.array(identityDocument).max(6),
  reach,
  note: humanText('identity', 600, { lines: true }).optional(),
});
export type Identity = z.output<typeof identity>;

/** Why somebody must know; the words beside it say it of this case. */
export const unmaskingGrounds = [
  'identify-for-hearing',
  'danger-to-them',
  'order-of-court',
  'to-reach-them',
  'return-or-family',
] as const;
export const fewestMinutes = 5;
export const mostMinutes = 240;
/** Hours after which an ask that nobody agreed to is over. */
export const askHours = 24;
/** Readings in one unmasking. */
export const mostReadings = 20;

export const erasureGrounds = ['their-wish', 'needed-no-more', 'kept-by-mistake'] as const;

export const keepIdentity = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/identity',
  summary: 'The holder keeps who somebody is and how they are reached, in place of what was kept before.',
  who: ['support-officer'],
  params: partyParams,
  body: identity,
  answer: z.strictObject({ version: z.int().min(1) }),
  status: 201,
  refusals: ['does-not-fit', 'identity-erased'],
});

const two = ['support-officer', 'central-authority', 'judge'] as const;

export const askUnmasking = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/identity/unmaskings',
  summary: 'Asks to read who somebody is, with a reason and for so many minutes; a second person must agree.',
  who: two,
  params: partyParams,
  body: z.strictObject({
    ground: z.enum(unmaskingGrounds),
    reason: humanText('unmaskingReason', 400, { lines: true }),
    minutes: z.int().min(fewestMinutes).max(mostMinutes),
  }),
  answer: z.strictObject({ unmaskingId: id }),
  status: 201,
  refusals: ['does-not-fit', 'identity-erased', 'changed-meanwhile'],
});

export const decideUnmasking = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/identity/unmaskings/decision',
  summary:
    'The second person, of another agency, agrees to one unmasking or does not. The minutes begin with a yes.',
  who: two,
  freshSignIn: true,
  params: partyParams,
  body: z.strictObject({ unmaskingId: id, decision: z.enum(['agree', 'decline']) }),
  answer: z.strictObject({ until: instant.optional() }),
  status: 201,
  refusals: ['identity-erased', 'second-agency-needed', 'changed-meanwhile'],
});

export const readIdentity = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/identity/readings',
  summary: 'Whoever asked reads, in the time that the second person agreed to. Each reading is entered.',
  who: two,
  freshSignIn: true,
  params: partyParams,
  body: z.strictObject({ unmaskingId: id }),
  answer: z.strictObject({
    identity,
    /** Opens the commitment of the entry by which it was kept. */
    disclosure: z.string(),
    until: instant,
    readings: z.int(),
  }),
  status: 201,
  refusals: ['identity-sealed', 'identity-erased'],
});

export const eraseIdentity = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/identity/erasure',
  summary: 'The holder erases who somebody is, for good: the key is destroyed with which it was sealed.',
  who: ['support-officer'],
  freshSignIn: true,
  params: partyParams,
  body: z.strictObject({ ground: z.enum(erasureGrounds) }),
  answer: z.strictObject({ erased: z.literal(true) }),
  status: 201,
  refusals: ['case-closed', 'does-not-fit', 'identity-erased'],
});

export const unmaskingStates = ['asked', 'lapsed', 'declined', 'open', 'over'] as const;

export const readVault = route({
  method: 'GET',
  path: '/api/witnesses/:caseId/:party/identity',
  summary: 'Whether somebody’s identity is kept, and every unmasking there was; never the identity.',
  entered: 'case',
  who: ['support-officer', 'central-authority', 'judge', 'auditor'],
  params: partyParams,
  answer: z.strictObject({
    state: z.enum(['none', 'kept', 'erased']),
    since: instant.optional(),
    /** Whether the caller may keep and erase it. */
    holds: z.boolean(),
    /** Whether the caller may ask. */
    mayAsk: z.boolean(),
    unmaskings: z.array(
      z.strictObject({
        unmaskingId: id,
        state: z.enum(unmaskingStates),
        ground: z.enum(unmaskingGrounds),
        /** Gone with the key, once what is kept was erased. */
        reason: tells('unmaskingReason', z.string()).optional(),
        minutes: z.int(),
        askedAt: instant,
        /** As the case names them. */
        askedBy: pseudonym,
        decidedBy: pseudonym.optional(),
        until: instant.optional(),
        readings: z.int(),
        /** Whether the caller asked it. */
        own: z.boolean(),
        /** Whether the caller can be the second person. */
        mayDecide: z.boolean(),
      }),
    ),
  }),
});
