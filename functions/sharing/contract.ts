import * as z from 'zod';
import { staffRole } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';
import { sharingPurposes } from '../witnesses/consent/contract.ts';

/** What somebody told a support agency: to which authority it goes, for what, and what comes back of it. */

const params = z.strictObject({ caseId: id, party: pseudonym });
const words = (most: number) => humanText('information', most, { lines: true });
/** The number of a step, as the page shows it. */
const step = z.int().min(1).max(1_000_000);

/** Those who may be given what somebody told, and may ask for it. */
export const receivers = ['prosecutor', 'attending-officer', 'central-authority'] as const;

export const purpose = z.enum(sharingPurposes);
/** What a copy can be asked for. In another case it is never used: the rule says so, whatever anybody consents to. */
export const askedPurposes = [...sharingPurposes, 'another-case'] as const;

/** What it was used for. */
export const uses = ['lead', 'arrest', 'charge', 'hearing', 'protective-measure', 'no-action'] as const;

export const recordInformation = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/information',
  summary: 'Keeps what somebody told the one who holds contact, readable by nobody outside that agency.',
  who: ['support-officer'],
  params,
  body: z.strictObject({ text: words(4000) }),
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['case-closed', 'too-many-entries'],
});

export const shareInformation = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/shares',
  summary:
    'Shares what somebody told with one authority for one purpose, as far as their consent names both; also as the answer to an asking.',
  who: ['support-officer'],
  params,
  body: z.strictObject({
    information: step,
    /** The agency; it has taken the case. */
    to: id,
    purpose,
    /** The asking that this answers; it says the same authority and purpose. */
    ask: step.optional(),
  }),
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['case-closed', 'not-within-consent', 'does-not-fit', 'too-many-entries'],
});

export const confirmReceipt = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/receipts',
  summary:
    'An officer of the authority confirms receipt and the limits on use, and from then on reads it: each who reads is named.',
  who: receivers,
  params,
  body: z.strictObject({
    share: step,
    /** For this purpose, in this case alone. */
    limits: z.literal('accepted'),
  }),
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['not-within-consent', 'does-not-fit', 'too-many-entries'],
});

export const askForCopy = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/asks',
  summary:
    'Another authority, or one for another purpose, asks for what somebody told. The one who holds contact asks them; for another case it is refused by rule, and entered.',
  who: receivers,
  params,
  body: z.strictObject({ purpose: z.enum(askedPurposes), why: words(600) }),
  answer: z.strictObject({ number: z.int(), state: z.enum(['waits', 'refused-by-rule']) }),
  status: 201,
  refusals: ['case-closed', 'does-not-fit', 'too-many-entries'],
});

export const declineAsk = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/declined-asks',
  summary: 'The one who holds contact tells an authority that asked: no. No reason has to be given.',
  who: ['support-officer'],
  params,
  body: z.strictObject({ ask: step, reason: words(300).optional() }),
  answer: z.strictObject({ state: z.literal('declined') }),
  status: 201,
  refusals: ['does-not-fit', 'too-many-entries'],
});

export const enterUse = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/uses',
  summary: 'An officer who read it enters what it was used for; from then on feedback is due.',
  who: receivers,
  params,
  body: z.strictObject({ share: step, use: z.enum(uses) }),
  answer: z.strictObject({ number: z.int(), dueAt: instant }),
  status: 201,
  refusals: ['does-not-fit', 'too-many-entries'],
});

/**
 * Whether the person may be told: what police or prosecution do may be put in danger by it. `until` is the first day, in UTC, on
 * which they may be.
 */
const mayBeTold = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('now') }),
  z.strictObject({ is: z.literal('not-yet'), reason: words(300), until: z.iso.date() }),
]);

export const giveFeedback = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/feedback',
  summary:
    'The authority tells the source, in careful words, what became of a use, and whether the person may be told yet.',
  who: receivers,
  params,
  body: z.strictObject({ use: step, words: words(1200), mayBeTold }),
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'too-many-entries'],
});

export const howTold = ['in-person', 'by-phone', 'by-video'] as const;
/** Who was there beside the officer who holds contact. */
export const toldWith = ['nobody-else', 'interpreter', 'guardian', 'support-person'] as const;

export const tellPerson = route({
  method: 'POST',
  path: '/api/sharing/:caseId/:party/told',
  summary:
    'The one who holds contact enters that the person was told of feedback, how and with whom; or why not yet.',
  who: ['support-officer'],
  params,
  body: z.strictObject({
    feedback: step,
    telling: z.discriminatedUnion('is', [
      z.strictObject({
        is: z.literal('told'),
        /** The day, where the person is. */
        on: z.iso.date(),
        how: z.enum(howTold),
        with: z.enum(toldWith),
        /** What they said to it, or wanted to know. */
        said: words(600).optional(),
      }),
      z.strictObject({ is: z.literal('not-yet'), reason: words(300) }),
    ]),
  }),
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'too-many-entries'],
});

const by = z.strictObject({ role: staffRole, pseudonym: z.string() });
const entered = { number: z.int(), at: instant, by };
/** An agency that has taken the case, as the case knows it. */
const authority = z.strictObject({ agencyId: id, name: z.string(), state: countryCode });

export const readSharing = route({
  method: 'GET',
  path: '/api/sharing/:caseId/:party',
  summary:
    'What somebody told and with whom it is shared, for whoever holds contact; for an authority what was shared with it, and what it asked for.',
  entered: 'case',
  who: ['support-officer', ...receivers],
  params,
  answer: z.strictObject({
    /** The reader holds contact. */
    isHolder: z.boolean(),
    /** For the agency that holds contact. */
    information: z.array(z.strictObject({ ...entered, text: tells('information', z.string()) })),
    shares: z.array(
      z.strictObject({
        ...entered,
        to: authority,
        purpose,
        /** For the agency that holds contact: which of what was told. */
        information: z.int().optional(),
        /** Since when consent for this has fallen; not there: it stands. */
        fallen: instant.optional(),
        /** For an officer who confirmed receipt, while it stands. */
        text: tells('information', z.string()).optional(),
        /** The reader has not confirmed receipt yet, and can. */
        mayReceive: z.boolean(),
        mayUse: z.boolean(),
        receipts: z.array(z.strictObject({ at: instant, by })),
        uses: z.array(
          z.strictObject({
            ...entered,
            use: z.enum(uses),
            dueAt: instant,
            late: z.boolean(),
            feedback: z.array(
              z.strictObject({
                ...entered,
                words: tells('information', z.string()),
                mayBeTold,
                /** The last word on it: that the person was told, or not yet. What they said is for whoever holds contact. */
                telling: z
                  .strictObject({
                    on: z.iso.date(),
                    is: z.enum(['told', 'not-yet']),
                    how: z.enum(howTold).optional(),
                    with: z.enum(toldWith).optional(),
                    said: tells('information', z.string()).optional(),
                    reason: tells('information', z.string()).optional(),
                  })
                  .optional(),
              }),
            ),
          }),
        ),
      }),
    ),
    asks: z.array(
      z.strictObject({
        ...entered,
        from: authority,
        purpose: z.enum(askedPurposes),
        why: tells('information', z.string()),
        state: z.enum(['waits', 'shared', 'declined', 'refused-by-rule']),
        reason: tells('information', z.string()).optional(),
      }),
    ),
    /** For the one who holds contact: with whom something can be shared, and for what the consent that stands names it. */
    authorities: z.array(authority.extend({ purposes: z.array(purpose) })),
  }),
});

export const taskNames = ['receive', 'feedback', 'answer', 'tell'] as const;

export const listSharingTasks = route({
  method: 'GET',
  path: '/api/sharing/tasks',
  summary:
    'What waits for the caller of what was shared: to be received, answered, fed back, or told; what is late first.',
  entered: 'case',
  who: ['support-officer', ...receivers],
  answer: z.strictObject({
    tasks: z.array(
      z.strictObject({
        caseId: id,
        reference: z.string(),
        party: z.string(),
        task: z.enum(taskNames),
        dueAt: instant,
        late: z.boolean(),
      }),
    ),
  }),
});
