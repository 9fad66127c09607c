import * as z from 'zod';
import { partyRole, role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { capacities, saidCapacities } from '../shared/values/capacities.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { caseState } from './life/contract.ts';
import { humanText } from '../shared/values/text.ts';
import { spokenLanguage } from '../shared/values/dialects.ts';
import { zoneName } from '../shared/values/zones.ts';

const country = z.string().regex(/^[A-Z]{2}$/);
const caseParams = z.strictObject({ caseId: id });

/** A case as its members see it in a list. The reference is the office's own file number, never a title or a name. */
export const caseRow = z.strictObject({
  caseId: id,
  reference: z.string(),
  requestingState: country,
  hostState: country,
});

/** Whether the agency of the one who asks has taken the case. */
const taken = z.boolean();

/** Of them as many as fit, with thirty members, into the one transaction that opens a case; the others are named later. */
export const mostAtOpening = 8;

/** Persons to be heard in one case. */
export const mostWitnesses = 20;

/** A member of the case: staff by role, with the pseudonym under which they act in this case. */
export const caseMember = z.strictObject({
  personId: id,
  role,
  pseudonym: z.string(),
  label: z.string(),
  /** Whether they can be looked for and booked by name: their agency has taken the case, or is the caller’s own. */
  byName: z.boolean(),
  /** Of counsel: whom they represent, by pseudonym. */
  for: z.string().optional(),
  /** Whether the one who reads may take them out of the case; everybody themselves. */
  mayTakeOut: z.boolean(),
});

/** The person to be heard. Zone only for her holder and for those whom the protection order lists. */
export const caseWitness = z.strictObject({
  partyId: id,
  pseudonym: z.string(),
  protected: z.boolean(),
  holder: id,
  zone: z.string().optional(),
  /** As what they are heard today; where nobody said so yet, as a victim, for whom the most is waited. */
  capacity: z.enum(capacities),
  /** For whoever arranges interpreting, and those who know them: languages tell where somebody comes from. */
  languages: z.array(spokenLanguage).optional(),
  /** For the holder alone. */
  ofAgeOn: z.iso.date().optional(),
  /** For the holder alone: person ids of those who may know where they are. */
  mayKnow: z.array(id).optional(),
  /** How consent, plan and permission stand for them, whatever sessions there are. */
  stands: z.array(
    z.strictObject({
      gate: z.enum(['permission', 'consent', 'riskPlan']),
      state: z.enum(['missing', 'open', 'refused']),
      /** When that was decided; absent where nothing ever was. */
      since: instant.optional(),
      /** It stood, and its time is over. */
      ranOut: z.literal(true).optional(),
      /** The last day on which it stands; of consent and plan for the holder alone. */
      lastDay: z.iso.date().optional(),
      /** In the place of consent: an order of the court, with what they want recorded. */
      byOrder: z.literal(true).optional(),
    }),
  ),
});

/** Somebody else whom the case has: the label tells them apart, and is never a name. */
export const caseParty = z.strictObject({
  role: partyRole,
  pseudonym: z.string(),
  label: z.string(),
  for: z.string().optional(),
});

export const listCases = route({
  method: 'GET',
  path: '/api/cases',
  summary: 'The cases of which the caller is a member.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
  ],
  answer: z.strictObject({
    cases: z.array(
      caseRow.extend({
        taken,
        state: caseState,
        /** The caller was named and the agency has not taken the case, so that this row is all that they read of it: as whom they leave. */
        namedAs: z.string().optional(),
      }),
    ),
  }),
});

export const readCase = route({
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: 'One case with its members and those who are to be heard, by pseudonym.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  params: caseParams,
  answer: caseRow.extend({
    taken,
    state: caseState,
    /** The one who reads is of no court of another State: those book no hearing of it, admit no counsel and name nobody. */
    ownCourt: z.boolean(),
    /** The one who reads is of the State that asks, whose people alone close the case, hold it and go on with it. */
    ofRequestingState: z.boolean(),
    members: z.array(caseMember),
    /** Who was a member or a party and has left. */
    former: z.array(z.strictObject({ role, pseudonym: z.string(), left: instant })),
    witnesses: z.array(caseWitness),
    parties: z.array(caseParty),
  }),
});

export const takeCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/taking',
  summary:
    'The caller’s agency takes the case: from now on its people act in it, and they and its rooms can be looked for and booked by name.',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
    'auditor',
  ],
  params: caseParams,
  body: z.strictObject({}),
  answer: z.strictObject({ taken: z.literal(true) }),
  status: 201,
  refusals: ['case-closed'],
});

/** A person to be heard, by what the case must know to protect them. */
export const describedWitness = z.strictObject({
  protected: z.boolean(),
  /** The support officer who holds contact with them; must be a member. */
  holder: id,
  zone: zoneName,
  /** Members who may know where they are, beside the holder. */
  mayKnow: z.array(id).max(10),
});

export const openCase = route({
  method: 'POST',
  path: '/api/cases',
  summary: 'Opens a case with its members and those who are to be heard.',
  who: ['prosecutor'],
  body: z.strictObject({
    reference: humanText('reference', 40),
    requestingState: countryCode,
    hostState: countryCode,
    /** Staff who work on the case beside the caller. */
    members: z.array(id).min(1).max(30),
    witnesses: z.array(describedWitness).min(1).max(mostAtOpening),
  }),
  answer: z.strictObject({ caseId: id }),
  status: 201,
  refusals: ['person-not-suitable', 'unknown-zone'],
});

const partyParams = caseParams.extend({ party: pseudonym });

export const protectWitness = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/protection',
  summary:
    'The holder says where somebody who is heard is, and who may know it: in place of all that was said before.',
  who: ['support-officer'],
  params: partyParams,
  body: describedWitness.omit({ holder: true }),
  answer: z.strictObject({ protected: z.boolean() }),
  status: 201,
  refusals: ['person-not-suitable', 'unknown-zone'],
});

/** Languages of one person. */
const mostLanguages = 6;

export const describeWitness = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/description',
  summary:
    'The holder says as what somebody is heard, what they speak, and of a child from which day they are of age: in place of all that was said before. Where the age is another, consent is asked anew.',
  who: ['support-officer'],
  params: partyParams,
  body: z.strictObject({
    capacity: z.enum(saidCapacities),
    /** The one that they speak best first. */
    languages: z.array(spokenLanguage).min(1).max(mostLanguages),
    /** Of a child: the day of the eighteenth birthday. Never the date of birth. */
    ofAgeOn: z.iso.date().optional(),
  }),
  answer: z.strictObject({ capacity: z.enum(capacities) }),
  status: 201,
  refusals: ['does-not-fit', 'identity-erased'],
});

export const handOverWitness = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/holder',
  summary:
    'The holder hands somebody who is heard over to a colleague; where the holder has no account any more, a colleague of the agency takes over.',
  who: ['support-officer'],
  params: partyParams,
  body: z.strictObject({
    /** The support officer, a member of the case, who holds contact from now on. */
    to: id,
  }),
  answer: z.strictObject({ holder: id }),
  status: 201,
  refusals: ['person-not-suitable'],
});

export const crossBorder = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses/:party/host-state',
  summary:
    'Somebody who is heard is in another State now, as any support officer of the case says: what its predecessor permitted falls, and doors close until the new one decides.',
  who: ['support-officer'],
  params: partyParams,
  body: z.strictObject({ hostState: countryCode, zone: zoneName }),
  answer: z.strictObject({ hostState: country }),
  status: 201,
  refusals: ['unknown-zone'],
});

export const nameWitness = route({
  method: 'POST',
  path: '/api/cases/:caseId/witnesses',
  summary: 'One more person is to be heard in the case.',
  who: ['prosecutor'],
  params: caseParams,
  body: describedWitness,
  answer: z.strictObject({ partyId: id, pseudonym: z.string() }),
  status: 201,
  refusals: ['case-closed', 'person-not-suitable', 'unknown-zone', 'does-not-fit'],
});

/** Parties in one case, beside those who are heard as witnesses; and with those who have left. */
export const mostParties = 60;
export const mostPartiesEver = 2 * mostParties;

export const nameParty = route({
  method: 'POST',
  path: '/api/cases/:caseId/parties',
  summary:
    'Somebody whom the case has beside witnesses: accused, guardian, support person, expert, observer.',
  who: ['prosecutor', 'clerk'],
  params: caseParams,
  body: z.strictObject({
    role: partyRole,
    /** By which the office tells them apart: "Accused 1". Never a name. */
    label: humanText('label', 60),
    /** Whose guardian or support person it is, by pseudonym; of others nothing. */
    for: pseudonym.optional(),
    /** Of an expert: the State from which they are heard, whose permission that needs where it is another. */
    inState: countryCode.optional(),
  }),
  answer: z.strictObject({ pseudonym: z.string() }),
  status: 201,
  refusals: ['case-closed', 'does-not-fit'],
});

export const admitCounsel = route({
  method: 'POST',
  path: '/api/cases/:caseId/counsel',
  summary: 'The court admits counsel of the defence or of a victim, bound to the one whom they represent.',
  who: ['clerk', 'judge'],
  params: caseParams,
  body: z.strictObject({
    personId: id,
    /** Of the defence an accused, of a victim whoever is heard, by pseudonym. */
    for: pseudonym,
  }),
  answer: z.strictObject({ pseudonym: z.string() }),
  status: 201,
  refusals: ['case-closed', 'opposed-side', 'person-not-suitable', 'does-not-fit'],
});
