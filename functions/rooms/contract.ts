import * as z from 'zod';
import { channel } from '../media/contract.ts';
import { role, roomRoles } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { identityState } from '../sessions/contract.ts';
import { waivableWish } from '../witnesses/contract.ts';
import { sessionKind } from '../sessions/proposal/contract.ts';
import { humanText } from '../shared/values/text.ts';

export const sessionParams = z.strictObject({ sessionId: id });
/** Where the hearing room stands. `paused`: somebody paused it; there is then no room at the media server at all. */
export const phase = z.enum(['closed', 'open', 'paused', 'ended']);

/** Where one seat stands: nobody yet, at the door after the device check, let in. */
export const seatState = z.enum(['away', 'waiting', 'admitted']);

/** Who of a seat is meant; needed where several have it, as a team of interpreters does. */
export const oneOfSeveral = z.string().max(20).optional();

/** A stop is a pause that says: do not ask the witness to go on. */
export const pauseKind = z.enum(['pause', 'stop']);

/**
 * Whose pause it is, and whether they went instead of pressing it: what was last said is then to be said again. `recess`: of the court,
 * which says until when; `relay-lost`: one side no longer hears the other.
 */
export const roomPause = z.strictObject({
  seat: role,
  kind: z.enum([...pauseKind.options, 'recess', 'relay-lost']),
  lost: z.literal(true).optional(),
  until: instant.optional(),
});

/** Which media room of a session: the hearing, the screened side's, that of whoever is heard, or of those who talk apart. */
export const roomKey = z
  .string()
  .regex(/^(hearing|screened|booth|booth-screened|witness-[A-Z]-[0-9A-Z]{4}|consultation-[0-9a-z]{26})$/);

/** A media room of a session, and since when the caller is in it; `viewer`: seen and heard by nobody there. */
const ownPlace = z.strictObject({
  room: roomKey,
  since: z.int(),
  as: z.literal('viewer').optional(),
});

/**
 * Why somebody in the room was nobody whom we let in: a pass that came a second time or after a newer one; somebody whom
 * no pass of ours brought; a track that our pages do not send.
 */
export const intrusion = z.enum(['pass-misused', 'unknown-participant', 'foreign-track']);
export type Intrusion = z.infer<typeof intrusion>;

/**
 * An intruder was met, or link and PIN of a seat came from a second device, which was refused. `seat` and `pseudonym`: whose pass or
 * link it was, where it was somebody's. Or it is uncertain who was there: nobody watched the rooms (`unobserved`), those who say so
 * disagree (`presence-differs`), or whoever is heard had no line for longer than the grace time and is back (`gap`); the log says more.
 */
export const alarm = z.strictObject({
  kind: z.enum([...intrusion.options, 'second-device', 'unobserved', 'presence-differs', 'gap']),
  at: instant,
  seat: role.optional(),
  pseudonym: z.string().optional(),
});

/**
 * What a pass lets through of whoever has it: where questions go through the local judge, those who could ask are not heard; whoever
 * let themselves be seen by some alone is not seen; whoever interprets has a voice for each language that they speak into.
 */
const sends = z.enum(['voices-and-picture', 'voice-and-picture', 'picture', 'voice', 'nothing']);
export type Sends = z.infer<typeof sends>;

/** Why whoever runs the session put somebody out, where they say so. */
export const whyPutOut = z.enum(['disturbs', 'order-of-court', 'not-needed-now', 'device']);

/** What somebody's device check found. */
export const takesPart = z.enum(['yes', 'not-today']);

export const device = z.strictObject({
  camera: z.boolean(),
  microphone: z.boolean(),
  connection: z.enum(['good', 'weak']),
});

export const roomView = z.strictObject({
  sessionId: id,
  phase,
  /** Rises each time the room is replaced; a page that sees a new one asks for a new pass. */
  epoch: z.number().int(),
  start: instant,
  end: instant,
  /** On the screened side: under which identity the court is seen and heard there. */
  relay: z.string().optional(),
  /** To whoever is heard, in the hearing: under which identity what they send is carried to the screened side; their page lets nobody else have it whom it cannot name. */
  carrier: z.string().optional(),
  /** Before a court: whether what is said now may be captured. */
  record: z.enum(['on', 'off']).optional(),
  /** The languages that are carried over to the screened side, as was said; to whoever runs the session. */
  carried: z.strictObject({ court: z.array(channel), screened: z.array(channel) }).optional(),
  /** The court sits in camera, as was said in the room. */
  inCameraNow: z.literal(true).optional(),
  /** When it goes on that was adjourned. */
  adjournedTo: instant.optional(),
  /** Who talks apart with the caller, and who asked for it. */
  consultations: z
    .array(z.strictObject({ consultation: id, room: roomKey, by: z.string(), people: z.array(z.string()) }))
    .optional(),
  /** The media rooms in which the caller has a place now; where they are heard comes first. */
  places: z.array(ownPlace),
  mySeat: role,
  myPseudonym: z.string(),
  myState: seatState,
  /** Who paused the room, by seat; empty unless paused. A guest who is not in sees their own alone. */
  pauses: z.array(roomPause),
  /** Only seats that the viewer may know of; the identity is there once both are admitted, to put a label on a picture. */
  seats: z.array(
    z.strictObject({
      seat: role,
      pseudonym: z.string(),
      state: seatState,
      identity: z.string().optional(),
      /** The same in the further rooms that both are in. */
      elsewhere: z.array(z.strictObject({ room: roomKey, identity: z.string() })).optional(),
      device: device.optional(),
      /** Since when their hand is up. */
      hand: instant.optional(),
      /** The court has silenced them. */
      silenced: z.literal(true).optional(),
      /** Arrivals, passes or tickets were refused to it a moment ago; told to whoever runs the session. */
      asksTooOften: z.literal(true).optional(),
      /** Of whoever is heard before a court, to whoever has to do with it: that they wait in a room of their own. */
      waitsApart: z.literal(true).optional(),
      /** With whom somebody goes, where it was said; to whoever runs the session. */
      goesWith: z.string().optional(),
      /** Of the screened side, to whoever may know of it. */
      screened: z.literal(true).optional(),
      /** Of whoever is heard: what they say today, on their own page, to the officer beside them and to whoever runs it; absent where they are not asked. */
      today: z.enum([...takesPart.options, 'asked']).optional(),
      /** Of whoever is heard: whether it is established who they are; to the officer who does that, the one beside them and whoever runs it. */
      identified: identityState.optional(),
      /** Never let into the one room, since somebody in it is protected from them; told to whoever runs the session. */
      keptApart: z.literal(true).optional(),
      /** Not let in, since the court sits in camera; told to whoever runs the session. */
      inCamera: z.literal(true).optional(),
    }),
  ),
  /**
   * Who interprets now: minutes without a rest, after how many they need one, and whether that is near or reached; for whoever runs
   * the session, and to an interpreter of themselves.
   */
  atWork: z
    .array(
      z.strictObject({
        pseudonym: z.string(),
        minutes: z.int(),
        limit: z.int(),
        state: z.enum(['fine', 'near', 'reached']),
      }),
    )
    .optional(),
  /** Intruders, and uncertainties, of which no note was taken yet; for whoever runs the session, and absent where there are none. */
  alarms: z.array(alarm).optional(),
  /** The reader can pause and stop: whoever is heard, and those beside them; others where a risk plan says so. */
  mayPause: z.literal(true).optional(),
  /** The reader establishes who those are who are heard. */
  identifies: z.literal(true).optional(),
  /** The reader opens the room, lets people in and ends the session. */
  runs: z.literal(true).optional(),
  /** The reader is never let into the one room, since somebody in it is protected from them. */
  keptApart: z.literal(true).optional(),
  /** Why the reader was put out, where that was said; until they come to the door again. */
  putOut: whyPutOut.optional(),
  /** The reader is not let in, since the court sits in camera. */
  inCamera: z.literal(true).optional(),
  /** The reader wished for a woman as interpreter, or their ward did, and somebody else waits to interpret; told to them alone. */
  womanWished: z.literal(true).optional(),
  /** The same of a supporter, while none has come. */
  supporterWished: z.literal(true).optional(),
  /** Whether nothing keeps the door closed; absent for guests, who learn only that it is not time yet. */
  doorOpen: z.boolean().optional(),
});

export const readRoom = route({
  method: 'GET',
  path: '/api/rooms/:sessionId',
  summary:
    'The hearing room as the caller’s seat sees it. Pages ask when they are told to, and now and then; it leaves no trace.',
  urgency: 'entering',
  who: [...roomRoles, 'technician'],
  params: sessionParams,
  answer: roomView,
});

export const readCompany = route({
  method: 'GET',
  path: '/api/rooms/:sessionId/company',
  summary:
    'What the session is and who has a seat in it, by role alone, for whoever is heard and a child’s guardian.',
  who: ['witness', 'guardian'],
  params: sessionParams,
  answer: z.strictObject({ kind: sessionKind, roles: z.array(role) }),
});

export const listen = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/listening',
  summary:
    'A ticket by which the caller’s page opens a socket that says when to look at the room again. Good once, for half a minute.',
  urgency: 'entering',
  who: [...roomRoles, 'technician'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({
    /** WebSocket address; the ticket is no part of it, and is handed over as the second subprotocol. */
    url: z.string(),
    ticket: z.string(),
  }),
  status: 201,
  refusals: ['hold-not-confirmed', 'room-ended', 'asked-too-often'],
});

export const arrive = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/arrivals',
  summary: 'Says that the caller’s device was checked and that the caller waits at the door.',
  urgency: 'entering',
  who: roomRoles,
  params: sessionParams,
  body: device,
  answer: z.strictObject({ state: seatState }),
  status: 201,
  refusals: ['hold-not-confirmed', 'outside-window', 'room-ended', 'asked-too-often'],
});

/** Which pictures a page lets over its line: everybody’s; the own one, which goes out; none, so that voices have it to themselves. */
export const picturesOnLine = z.enum(['all', 'own', 'none']);

export const raiseHand = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/hands',
  summary: 'Raises the caller’s hand, or lowers it: whoever may know of the caller sees since when it is up.',
  urgency: 'entering',
  who: roomRoles,
  params: sessionParams,
  body: z.strictObject({ up: z.boolean() }),
  answer: z.strictObject({ up: z.boolean() }),
  status: 201,
  refusals: ['hold-not-confirmed', 'not-admitted', 'room-ended', 'asked-too-often'],
});

export const tellLine = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/lines',
  summary:
    'The caller’s page says what their line carries since now: all pictures, the own one alone, or voices alone. It is entered, as what their own page said.',
  who: roomRoles,
  params: sessionParams,
  body: z.strictObject({ pictures: picturesOnLine }),
  answer: z.strictObject({}),
  status: 201,
  refusals: ['hold-not-confirmed', 'not-admitted', 'room-ended', 'asked-too-often'],
});

export const openRoom = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/opening',
  summary:
    'Whoever runs the session (the clerk; of a hearing before a court also the judge who presides; of a visit, a rehearsal or a debrief the support officer) opens its room and is in it; refused while any gate is closed.',
  who: ['clerk', 'judge', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: roomView,
  status: 201,
  refusals: [
    'not-confirmed-today',
    'condition-not-kept',
    'hold-not-confirmed',
    'gates-closed',
    'outside-window',
    'room-paused',
    'room-ended',
    'media-unreachable',
  ],
});

export const admit = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/admissions',
  summary: 'Whoever runs the session lets one waiting seat in.',
  who: ['clerk', 'judge', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({ seat: role, pseudonym: oneOfSeveral }),
  answer: roomView,
  status: 201,
  refusals: [
    'kept-apart',
    'relay-not-ready',
    'supporter-wished',
    'wished-in-camera',
    'in-camera',
    'condition-not-kept',
    'hold-not-confirmed',
    'gates-closed',
    'outside-window',
    'room-not-open',
    'room-ended',
    'not-waiting',
    'media-unreachable',
  ],
});

export const remove = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/removals',
  summary:
    'Whoever runs the session puts one seat out: the room is replaced, so that the old pass is worth nothing.',
  urgency: 'stopping',
  who: ['clerk', 'judge', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({
    seat: role,
    pseudonym: oneOfSeveral,
    /** Told to whoever is put out, and entered. */
    why: whyPutOut.optional(),
  }),
  answer: roomView,
  status: 201,
  refusals: ['room-ended', 'not-admitted', 'media-unreachable'],
});

export const acknowledgeAlarms = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/acknowledgements',
  summary:
    'Whoever runs the session takes note of the intruders that were met: the banner goes, the entries stay.',
  who: ['clerk', 'judge', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: roomView,
  status: 201,
  refusals: ['room-ended', 'media-unreachable'],
});

export const requestPass = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/passes',
  summary: 'Mints a pass to the media room for an admitted seat, if at this moment every rule allows it.',
  urgency: 'entering',
  who: roomRoles,
  params: sessionParams,
  body: z.strictObject({
    /** The room that is meant, as `places` names it; where the caller is heard unless told. */
    room: roomKey.optional(),
  }),
  answer: z.strictObject({
    /** WebSocket address of the media server. */
    url: z.string(),
    token: z.string(),
    identity: z.string(),
    epoch: z.number().int(),
    sends,
  }),
  status: 201,
  refusals: [
    'not-confirmed-today',
    'case-closed',
    'kept-apart',
    'in-camera',
    'condition-not-kept',
    'hold-not-confirmed',
    'gates-closed',
    'outside-window',
    'room-not-open',
    'room-paused',
    'room-ended',
    'not-admitted',
    'asked-too-often',
    'media-unreachable',
  ],
});

export const pause = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/pauses',
  summary: 'Takes the room away until the same seat says go on. The witness needs no reason.',
  urgency: 'stopping',
  who: [
    'witness',
    'guardian',
    'support-officer',
    'attending-officer',
    'clerk',
    'judge',
    'prosecutor',
    'interpreter',
  ],
  params: sessionParams,
  body: z.strictObject({ kind: pauseKind }),
  answer: roomView,
  status: 201,
  refusals: ['room-ended', 'not-admitted', 'media-unreachable'],
});

export const resume = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/resumptions',
  summary:
    'The seat that paused, or that went and is back, says go on; when nobody else pauses the room, there is a new one.',
  who: [
    'witness',
    'guardian',
    'support-officer',
    'attending-officer',
    'clerk',
    'judge',
    'prosecutor',
    'interpreter',
  ],
  params: sessionParams,
  /** A clerk ends the court’s own pause on the word of the judge who presides. */
  body: z.strictObject({ onWordOf: z.literal('judge').optional() }),
  answer: roomView,
  status: 201,
  refusals: [
    'condition-not-kept',
    'judges-word-needed',
    'relay-not-ready',
    'hold-not-confirmed',
    'not-yours-to-resume',
    'gates-closed',
    'outside-window',
    'room-not-open',
    'room-ended',
    'media-unreachable',
  ],
});

export const withdraw = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/withdrawal',
  summary:
    'The witness, or a child’s guardian, withdraws consent for the whole case from their own page: no pass is minted from now on.',
  urgency: 'stopping',
  who: ['witness', 'guardian'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ gate: z.enum(['refused']) }),
  status: 201,
});

export const waiveOwnWish = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/wishes',
  summary:
    'Whoever wished for a woman as interpreter or for a supporter, or a child’s guardian, waives it from their own page: the gate of a confirmed interpreter opens, or they are let in alone.',
  // Their own word, as a withdrawal is; and no further function may write what stands for them.
  urgency: 'stopping',
  who: ['witness', 'guardian'],
  params: sessionParams,
  body: z.strictObject({ waived: waivableWish }),
  answer: z.strictObject({ gate: z.enum(['open', 'missing', 'refused']) }),
  status: 201,
  refusals: ['gate-not-needed', 'guardian-needed'],
});

export const sayToday = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/today',
  summary:
    'Whoever is heard takes part today or does not: by themselves, or by the officer beside them. Until they do there is no pass for them.',
  urgency: 'stopping',
  who: ['support-officer', 'witness'],
  params: sessionParams,
  body: z.strictObject({ takesPart, pseudonym: oneOfSeveral }),
  answer: roomView,
  status: 201,
  refusals: [
    'gate-not-needed',
    'hold-not-confirmed',
    'not-yours-to-resume',
    'outside-window',
    'room-ended',
    'media-unreachable',
  ],
});

/** How it was established who somebody is (domain notes A1, C6): a paper, the officer's own knowledge, or another one's word. */
export const waysOfIdentifying = [
  'document-seen',
  'known-to-officer',
  'confirmed-by-authority',
  'word-of-supporter',
] as const;

/** Which document, which authority, what did not fit. It is sealed, and no view has it. */
const whatWasSeen = humanText('identity', 300, { lines: true });

/** What was found of who somebody is. */
const identified = z.discriminatedUnion('found', [
  z.strictObject({
    found: z.literal('established'),
    how: z.enum(waysOfIdentifying),
    detail: whatWasSeen,
    pseudonym: oneOfSeveral,
  }),
  z.strictObject({
    found: z.literal('other-person'),
    detail: whatWasSeen.optional(),
    pseudonym: oneOfSeveral,
  }),
]);

export const identify = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/identity',
  summary:
    'The host State’s attending officer, or where none has a seat the clerk, enters who came: the one who is to be heard, or somebody else, which closes the door.',
  urgency: 'stopping',
  who: ['attending-officer', 'clerk'],
  params: sessionParams,
  body: identified,
  answer: roomView,
  status: 201,
  refusals: ['gate-not-needed', 'hold-not-confirmed', 'outside-window', 'room-ended', 'media-unreachable'],
});

export const endSession = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/ending',
  summary: 'Whoever runs the session ends it: rooms are gone, passes and invitations are worth nothing.',
  urgency: 'stopping',
  who: ['clerk', 'judge', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: roomView,
  status: 201,
  refusals: ['hold-not-confirmed', 'room-not-open', 'room-ended', 'media-unreachable'],
});

export const mediaHook = route({
  method: 'POST',
  path: '/api/rooms/hooks/livekit',
  summary: 'The media server’s signed events. A forged one is acknowledged and has no effect.',
  urgency: 'knocking',
  who: 'anyone',
  body: z.unknown(),
  answer: z.strictObject({}),
  ownIds: true,
  signed: true,
});
