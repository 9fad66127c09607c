import * as z from 'zod';
import { role } from './access/roles.ts';
import { overrideName } from './values/overrides.ts';
import { paperFaults } from './values/papers.ts';

/**
 * The closed list of reasons why saksi says no. Each has an HTTP status, a title, and what to do next, and some have
 * facts that a client may need to act on it. A code is part of the public contract: rename one and every client breaks.
 * The compiler checks that each language's `words/<language>/refusals.json` has all of them.
 */
interface RefusalText {
  readonly status: number;
  readonly title: string;
  readonly next: string;
  readonly facts?: z.ZodObject;
}

/** A seat, or the rooms. */
const place = z.enum([...role.options, 'room']);
/** Names of zones, or wall times, that would be accepted in place of what was given. */
const nearest = z.array(z.string());
/** Something that would have to be set aside, and for whom. */
const setAside = z.array(z.strictObject({ what: overrideName, seat: place }));

const againstTime = {
  /** Everything that must be set aside, where whoever asks may do that. */
  needs: setAside.optional(),
  /** The same where that is for somebody else. Neither is there where no reason would help. */
  against: setAside.optional(),
} as const;

const takenTime = z.strictObject({
  /** Whose time it is. */
  seat: place,
  room: z.string().optional(),
  /** Where several are booked for that seat: which of them. */
  person: z.string().optional(),
  ...againstTime,
  /** The nearest starts that could be had, as wall times at the venue. */
  alternatives: z.array(z.strictObject({ local: z.string(), offset: z.string() })),
});

export const refusals = {
  'invalid-request': {
    status: 400,
    title: 'The request does not have the expected form.',
    next: 'Correct the fields named in "errors" and send the request again.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The request has no usable Idempotency-Key.',
    next: 'Send the header Idempotency-Key with a new random value of 22 to 64 letters, digits, "-" or "_".',
  },
  'sign-in-needed': {
    status: 401,
    title: 'You are not signed in, or your sign-in has ended.',
    next: 'Sign in again, or open your invitation again.',
  },
  'sign-in-again': {
    status: 401,
    title: 'For this you must prove once more that it is you.',
    next: 'Sign in again, with your second factor where there is one; then send it again. What you entered stays.',
  },
  'not-your-role': {
    status: 403,
    title: 'Your role may not do this.',
    next: 'Ask a colleague whose role is named in the session’s list of open points.',
  },
  'front-door-only': {
    status: 403,
    title: 'This address answers nobody.',
    next: 'Use the site’s own address.',
  },
  'invitation-not-accepted': {
    status: 403,
    title: 'The link and the PIN do not belong together.',
    next: 'Check the PIN. If it is right, ask the person who gave you the link for a new one.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here that you may see.',
    next: 'Check the address, or ask the person who runs the case to add you to it.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'That method does not exist at this address.',
    next: 'Use one of the methods named in the header Allow.',
  },
  'already-booked': {
    status: 409,
    title: 'Someone or something is already booked at that time.',
    next: 'Choose another time, or another person in the seat that is named.',
    facts: takenTime,
  },
  'duty-limit': {
    status: 409,
    title: 'That interpreter would work longer on that day than the rules of work allow.',
    next: 'Choose one of the other times, another interpreter, or a shorter session.',
    facts: takenTime,
  },
  'too-much-taken': {
    status: 409,
    title: 'Too much is booked or held already.',
    next: 'Confirm or let go what is only held, or choose another week.',
    facts: z.strictObject({
      /** How many times are held already. */
      held: z.int().optional(),
      /** Whose week is full. */
      seat: place.optional(),
    }),
  },
  'override-needed': {
    status: 409,
    title: 'That time is outside what somebody’s calendar allows.',
    next: 'Choose another time, or book it all the same and give the reason, which then stands in the record.',
    facts: z.strictObject(againstTime),
  },
  'approval-needed': {
    status: 409,
    title: 'So shortly before the start, a second person must agree to this change.',
    next: 'Ask a colleague with another role in this session to agree to exactly this change, then send it again.',
    facts: z.strictObject({
      /** Who can give their word. */
      roles: z.array(role),
      /** What they must be told is set aside. */
      setAside: z.array(overrideName).optional(),
    }),
  },
  'hold-not-confirmed': {
    status: 409,
    title: 'The time is only held; the session is not booked yet.',
    next: 'Ask whoever holds it to confirm it.',
  },
  'hold-over': {
    status: 410,
    title: 'The time is no longer held.',
    next: 'Book the session anew; the time may still be free.',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'Somebody else has changed this in the meantime.',
    next: 'Load the page again, look at the change, and decide anew.',
  },
  'address-in-use': {
    status: 409,
    title: 'That e-mail address already has an account.',
    next: 'If the person is in the list, change them there, or let them in again. Otherwise use another address of theirs.',
  },
  'last-administrator': {
    status: 409,
    title: 'Your agency would be left without an administrator.',
    next: 'Make another person the administrator first.',
  },
  'invitation-not-needed': {
    status: 409,
    title: 'That person needs no invitation.',
    next: 'They have signed in already, or come without an account. Load the page again.',
  },
  'gates-closed': {
    status: 409,
    title: 'The session may not start yet: something that the law or the witness needs is missing.',
    next: 'See the session’s list of open points for what is missing and whose turn it is.',
    facts: z.strictObject({
      /** Those that are not open; which there are, the kind of the session says. */
      gates: z.array(z.string()),
    }),
  },
  'host-state-decides': {
    status: 403,
    title: 'That is for the central authority of the host State to decide.',
    next: 'Ask an officer of it who is of the case. Where it has nobody there, two officers of the requesting central authority enter it from its paper.',
  },
  'requesting-state-sends': {
    status: 403,
    title: 'That is for the central authority of the State that asks.',
    next: 'Ask an officer of it who is of the case: it puts the request together and sends it.',
  },
  'request-incomplete': {
    status: 409,
    title: 'The request lacks what the host State demands, so it is not sent.',
    next: 'See what is red on its checklist. Put it in, and say on what paper it stands; or on what paper it is said not to be needed.',
    /** What is missing, in the words in which the law data has it; without words where nobody has read any. */
    facts: z.strictObject({
      missing: z.array(z.strictObject({ item: z.string(), wants: z.string().optional() })),
    }),
  },
  'second-officer-needed': {
    status: 409,
    title: 'Whoever entered it cannot confirm it too.',
    next: 'Ask a second officer of your central authority to compare it with the paper and to confirm it.',
  },
  'second-person-needed': {
    status: 409,
    title: 'Whoever asked cannot confirm it too.',
    next: 'Ask another support officer of the case, or the administrator of the agency that holds contact, to confirm it.',
  },
  'second-agency-needed': {
    status: 409,
    title: 'For this a second person of another agency must agree.',
    next: 'Ask one of those who can agree and who works for another agency than whoever asked.',
  },
  'identity-sealed': {
    status: 403,
    title: 'Who this person is stays sealed.',
    next: 'Ask anew, with the reason: nobody of another agency has agreed to this asking, or the time for it is over.',
  },
  'identity-erased': {
    status: 409,
    title: 'Who this person is was erased, for good.',
    next: 'Go on under the pseudonym. Nobody can bring it back; whoever must know asks the agency that holds contact.',
  },
  'condition-not-kept': {
    status: 409,
    title: 'The host State permits this under a condition that is not kept.',
    next: 'See the permission for its conditions. Keep the condition that is named, or ask the host State to change it.',
    facts: z.strictObject({
      condition: z.enum([
        'attending-officer-present',
        'identity-established',
        'named-persons-only',
        'languages',
      ]),
    }),
  },
  'never-set-aside': {
    status: 409,
    title: 'That gate cannot be set aside.',
    next: 'What a person or a State decided stands until they decide anew. See the door for whose word is missing, and ask them.',
  },
  'not-confirmed-today': {
    status: 409,
    title: 'Whoever is heard has not said today that they take part.',
    next: 'The officer beside them asks, or they press the picture on their own page. Do not press them.',
  },
  'gate-not-needed': {
    status: 409,
    title: 'A session of this kind does not wait for this decision.',
    next: 'Nothing has to be entered here.',
  },
  'outside-window': {
    status: 409,
    title: 'The rooms of this session are not open at this hour.',
    next: 'Come back at the time of the session; the rooms open one hour before.',
  },
  'room-not-open': {
    status: 409,
    title: 'The room is not open yet.',
    next: 'Wait; whoever runs the session opens the room: the clerk or the judge of a hearing, the support officer of a visit.',
  },
  'not-admitted': {
    status: 409,
    title: 'You have not been let in yet.',
    next: 'Wait; whoever runs the session lets people in one at a time: the clerk or the judge of a hearing, the support officer of a visit.',
  },
  'kept-apart': {
    status: 409,
    title: 'This seat is kept apart from somebody in this session.',
    next: 'Nobody is let into a room with a person who is protected from them. Agree with the clerk how they follow the hearing; the judge can change what is ordered.',
  },
  'judges-word-needed': {
    status: 409,
    title: 'This is the judge’s to say.',
    next: 'Ask the judge who presides, and say that you do it on the judge’s word.',
  },
  'relay-not-ready': {
    status: 409,
    title: 'The screened side does not hear the court yet.',
    next: 'Wait some seconds and try again. If it lasts, ask the technician; nothing is held without that side.',
  },
  'no-later-day': {
    status: 409,
    title: 'The session is booked for no later day.',
    next: 'Give the session a further day first; then it can be adjourned to it.',
  },
  'in-camera': {
    status: 409,
    title: 'The court sits in camera: this seat is not let in.',
    next: 'Leave; the clerk says when the hearing is open again. The judge can change what is ordered.',
  },
  'wished-in-camera': {
    status: 409,
    title: 'The person who is heard wished that nobody listens: this seat is not let in.',
    next: 'Tell whoever waits that they cannot come in. Only the person can say otherwise, to the officer who holds contact.',
  },
  'supporter-wished': {
    status: 409,
    title: 'The person who is heard wished for a supporter beside them, and nobody has come.',
    next: 'Wait for the support officer or the support person. Only the person can say that they go on without, on their own page or to the officer who holds contact.',
  },
  'not-waiting': {
    status: 409,
    title: 'That person is not waiting at the door.',
    next: 'Wait until the person has opened the page and passed the device check.',
  },
  'room-paused': {
    status: 409,
    title: 'The session is paused.',
    next: 'Wait; it goes on when the person who paused it says so.',
  },
  'not-yours-to-resume': {
    status: 409,
    title: 'Only the person who paused may go on.',
    next: 'Wait. Do not press the person to go on.',
  },
  'room-ended': {
    status: 410,
    title: 'The session has ended.',
    next: 'Nothing more is needed. For a new session, ask the clerk.',
  },
  'invitation-in-use': {
    status: 409,
    title: 'This invitation is already in use on another device.',
    next: 'Go on there, or ask the person who gave you the link for a new one.',
  },
  'invitation-over': {
    status: 410,
    title: 'This invitation is no longer valid.',
    next: 'Ask the person who gave you the link for a new one.',
  },
  'only-withdrawal': {
    status: 410,
    title: 'The session is over, and this link leads to no other.',
    next: 'Consent can still be withdrawn by it. For anything else ask the person who gave you the link.',
  },
  'body-too-large': {
    status: 413,
    title: 'The request is too large.',
    next: 'Send at most 64 KiB.',
  },
  'not-json': {
    status: 415,
    title: 'The request is not JSON in UTF-8.',
    next: 'Send the body as application/json.',
  },
  'does-not-fit': {
    status: 422,
    title: 'Each field has its form, but together they do not fit.',
    next: 'Correct the fields named in "errors" and send the request again.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used before for a different request.',
    next: 'Use a new key for a new request.',
  },
  'unknown-zone': {
    status: 422,
    title: 'That time zone is not known.',
    next: 'Choose one of the zones named, or another name of the IANA list.',
    facts: z.strictObject({ nearest }),
  },
  'time-does-not-exist': {
    status: 422,
    title: 'That time does not exist: the clocks go forward over it.',
    next: 'Choose one of the nearest times that do exist.',
    facts: z.strictObject({ nearest }),
  },
  'time-is-ambiguous': {
    status: 422,
    title: 'That time comes twice: the clocks go back over it.',
    next: 'Say which of the two is meant, by its offset.',
    facts: z.strictObject({ offsets: z.array(z.string()) }),
  },
  'time-not-possible': {
    status: 422,
    title: 'A session cannot be at that time.',
    next: 'Choose a start in the future and a length from 5 minutes to 12 hours.',
    facts: z.strictObject({
      /** On which a session ends that a permission must outlast, in UTC. */
      lastDay: z.iso.date().optional(),
    }),
  },
  'person-not-suitable': {
    status: 422,
    title: 'That person cannot have this seat.',
    next: 'Choose a person with the right role who belongs to the case.',
    facts: z.strictObject({
      seat: place.optional(),
      /** Which people of a new case. */
      field: z.enum(['members', 'holder', 'mayKnow']).optional(),
      /** Which participant of a search. */
      key: z.string().optional(),
    }),
  },
  'role-not-of-agency': {
    status: 422,
    title: 'People of your agency may not have that role.',
    next: 'Choose one of the roles that are offered. If it should be among them, ask whoever runs saksi for you.',
  },
  'case-closed': {
    status: 409,
    title: 'This case is closed, or held for an appeal.',
    next: 'Nothing new begins in it. If it must go on, ask its prosecutor, or the clerk or judge of its court, to open it again.',
    facts: z.strictObject({ state: z.enum(['closed', 'appeal']) }),
  },
  'sessions-to-come': {
    status: 409,
    title: 'Sessions of this case are still to come, or one is running.',
    next: 'Cancel what is to come, or wait until it has ended; everybody is then told. After that, send this again.',
    facts: z.strictObject({ sessions: z.array(z.string()) }),
  },
  'still-needed': {
    status: 409,
    title: 'They are still needed in this case.',
    next: 'First give their seats in the sessions to come to somebody else, and hand over whoever they hold contact with. A case keeps a prosecutor: bring another one in first.',
    facts: z.strictObject({
      /** In which they have a seat. */
      sessions: z.array(z.string()),
      /** With whom they hold contact, by pseudonym. */
      witnesses: z.array(z.string()),
      /** Whether nobody would prosecute any more. */
      lastProsecutor: z.boolean(),
    }),
  },
  'opposed-side': {
    status: 422,
    title: 'That person, or their agency, is or was on another side of this case.',
    next: 'Choose somebody else. Nobody is on two sides of one case, also after they have left it.',
  },
  'case-not-taken': {
    status: 409,
    title: 'The agency has not taken the case yet.',
    next: 'If it is yours: take the case in your list of cases, or leave it. If it is another: ask a colleague there to take it, and until then look for one of its people or rooms unnamed.',
    facts: z.strictObject({
      /** Who or what was named: the seat, and which person or room; absent where it is the agency of whoever asks. */
      seat: place.optional(),
      person: z.string().optional(),
      room: z.string().optional(),
    }),
  },
  'interpreter-not-fit': {
    status: 422,
    title: 'That interpreter cannot be confirmed for this.',
    next: 'See what is marked: choose another interpreter, add a relay interpreter, or have the vetting renewed.',
  },
  'declaration-needed': {
    status: 409,
    title: 'The interpreter has not said yet whether a conflict of interest stands against them.',
    next: 'Ask the interpreter, and enter what they declare.',
  },
  'conflict-declared': {
    status: 422,
    title: 'That interpreter has declared a conflict with this case or one of its States.',
    next: 'Choose another interpreter.',
    facts: z.strictObject({
      seat: role.optional(),
      /** Which participant of a search. */
      key: z.string().optional(),
    }),
  },
  'search-window-not-possible': {
    status: 422,
    title: 'The search cannot look over that time.',
    next: 'Choose an end after the start, a start from today on, and at most 180 days between them.',
  },
  'segments-not-possible': {
    status: 422,
    title: 'The parts of the session do not fit together.',
    next: 'Give one main part, at most one before and one after it, and let none begin before the last has ended.',
  },
  'seats-not-possible': {
    status: 422,
    title: 'The people and rooms that were named do not make a session.',
    next: 'Name at least one, name each only once, and give each a part in which it is needed.',
  },
  'search-too-large': {
    status: 422,
    title: 'That is too much for one search.',
    next: 'Look through fewer days, give the session fewer days or parts, ask for fewer people, or let it begin on quarters of an hour only.',
  },
  'room-not-suitable': {
    status: 422,
    title: 'That room cannot be booked.',
    next: 'Choose one of the rooms in the list.',
    facts: z.strictObject({ room: z.string() }),
  },
  'consent-missing': {
    status: 422,
    title: 'The record does not show consent that was given freely and with understanding.',
    next: 'Record what the person said. Without consent the session stays closed, and that is a good outcome too.',
  },
  'not-within-consent': {
    status: 409,
    title: 'The person’s consent does not cover this.',
    next: 'It must name this authority and this purpose, and stand. Whoever holds contact can ask the person and record what they say; nobody presses them. If they say no, that is the answer.',
  },
  'guardian-needed': {
    status: 422,
    title: 'A child consents with a guardian, and this record has none.',
    next: 'Give the month of birth, who the guardian is, what the guardian and the child each said, and what is best for the child.',
  },
  'material-not-usable': {
    status: 422,
    title: 'The text with which it was explained cannot be relied upon.',
    next: 'Use the text that the page shows now. While it is a draft, have an interpreter read it out, and record that.',
  },
  'defence-not-heard': {
    status: 422,
    title: 'The defence has not been heard on this.',
    next: 'Wait for the statement of its counsel, or say why it was not heard.',
  },
  'waits-for-judge': {
    status: 409,
    title: 'What you said before on this waits for the judge.',
    next: 'Wait for the decision. You can say more after it.',
  },
  'nothing-to-decide': {
    status: 409,
    title: 'There is nothing like that to decide.',
    next: 'Load the page again and look at what stands.',
  },
  'not-compelled': {
    status: 409,
    title: 'This person is never ordered to testify.',
    next: 'A victim and a child are heard by their consent alone. Ask who holds contact with them.',
  },
  'too-many-tries': {
    status: 429,
    title: 'Too many tries.',
    next: 'Wait a quarter of an hour, or ask the person who gave you the link for a new one.',
  },
  'asked-too-often': {
    status: 429,
    title: 'This was asked too often.',
    next: 'Wait a minute, then try again.',
  },
  'paper-not-usable': {
    status: 422,
    title: 'The file cannot be used.',
    next: 'It must be a PDF, a PNG or a JPEG that opens without a password, with at most 100 pages. Save or print it as a PDF once more, or photograph it, and hand that in.',
    facts: z.strictObject({ why: z.enum(paperFaults) }),
  },
  'too-many-entries': {
    status: 409,
    title: 'You have entered something here very often.',
    next: 'Ask a colleague who takes part in the session to enter it.',
  },
  'too-many-invitations': {
    status: 429,
    title: 'Your agency has sent very many invitations just now.',
    next: 'Wait an hour, then send it again.',
  },
  'too-many-searches': {
    status: 429,
    title: 'You have looked for times very often just now.',
    next: 'Wait a moment and look again.',
    facts: z.strictObject({
      /** From when on it may be asked again. */
      seconds: z.int().min(1),
    }),
  },
  'internal-fault': {
    status: 500,
    title: 'Something went wrong on our side.',
    next: 'Try again. If it stays so, give the request number to the technician.',
  },
  busy: {
    status: 503,
    title: 'Too many people changed this at the same moment.',
    next: 'Try again in a few seconds. Nothing was changed.',
  },
  'media-unreachable': {
    status: 503,
    title: 'The media server cannot be reached.',
    next: 'Try again in a few seconds. If it stays so, call the technician.',
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
/** A code as part of an answer, where something was done and something else was not. */
export const refusalCode = z.enum(Object.keys(refusals) as RefusalCode[]);

/** Where in the request the fault lies: a JSON Pointer and a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

/** What a value of a schema may be made of: nothing here is changed once it is told. */
type Told<Value> = Value extends readonly (infer Each)[]
  ? readonly Told<Each>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Told<Value[Name]> }
    : Value;

/** The facts of a refusal, by its code. */
export type FactsOf<Code extends RefusalCode> = (typeof refusals)[Code] extends {
  readonly facts: infer Facts extends z.ZodObject;
}
  ? Told<z.output<Facts>>
  : Readonly<Record<string, never>>;

type Fact = { readonly [Code in RefusalCode]: FactsOf<Code> }[RefusalCode];

/** Codes that can be told without a fact. */
export type BareCode = {
  [Code in RefusalCode]: Readonly<Record<string, never>> extends FactsOf<Code> ? Code : never;
}[RefusalCode];

/** What a refusal is made of; a code with facts of another code is refused by the compiler. */
type Said =
  | [code: BareCode, facts?: Readonly<Record<string, never>>, errors?: readonly FieldError[]]
  | {
      [Code in RefusalCode]: [code: Code, facts: FactsOf<Code>, errors?: readonly FieldError[]];
    }[RefusalCode];

/** The refusal of one field that cannot be so beside the others, in words that say what to do. */
export const doesNotFit = (pointer: string, message: string): Refusal =>
  new Refusal('does-not-fit', {}, [{ pointer, message }]);

/** Thrown by rules and actions; becomes an RFC 9457 problem at the edge. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Fact;
  readonly errors: readonly FieldError[];

  constructor(...[code, facts = {}, errors = []]: Said) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }
}
