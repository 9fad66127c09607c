import * as z from 'zod';
import { role, roomRoles } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { mostPages, mostPaperBytes, paperFaults, paperKinds, partBytes } from '../shared/values/papers.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';

/** What a court looks at: handed in as a file, made into pages, shown to whom it is said. */

export const sessionParams = z.strictObject({ sessionId: id });
const handers = ['prosecutor', 'clerk', 'defence-counsel', 'victim-counsel'] as const;
const readers = [...handers, 'judge'] as const;

/**
 * To whom an exhibit is never sent, whoever shows it to all: `witness`, those who are heard and whoever sits beside them by
 * invitation; `screened`, the side from which somebody is screened.
 */
export const keptFrom = z.enum(['witness', 'screened']);

/** A part as it is sent, in base64. */
const partLetters = Math.ceil(partBytes / 3) * 4;

export const beginUpload = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/uploads',
  summary:
    'A file is about to be handed in: PDF, PNG or JPEG, at most 20 MiB and 100 pages. It is sent in parts, and is no exhibit before it is entered.',
  who: handers,
  params: sessionParams,
  body: z.strictObject({
    /** By which the court tells it from others; no name of a file. */
    title: humanText('exhibit', 80),
    bytes: z.int().min(1).max(mostPaperBytes),
    /** Nobody is left out unless it is said, and nobody is shown it unless it is said: both are asked for. */
    notFor: z.array(keptFrom).max(2),
  }),
  answer: z.strictObject({
    exhibitId: id,
    /** Bytes of each part but the last, and how many there are. */
    partBytes: z.int(),
    parts: z.int(),
    until: instant,
  }),
  status: 201,
  refusals: ['hold-not-confirmed', 'room-ended', 'too-many-entries'],
});

export const putPart = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/parts',
  summary: 'One part of a file. The same part again takes its place.',
  who: handers,
  params: sessionParams,
  mostBytes: partLetters + 1024,
  body: z.strictObject({
    exhibitId: id,
    /** From 1. */
    part: z
      .int()
      .min(1)
      .max(Math.ceil(mostPaperBytes / partBytes)),
    /** As long as the file that was announced says. */
    bytes: z
      .base64()
      .min(1)
      .meta({ examples: ['JVBERi0xLjc='] }),
  }),
  answer: z.strictObject({ part: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'hold-not-confirmed', 'room-ended'],
});

const exhibitNumber = z.string().regex(/^[PCDV]-[1-9][0-9]?$/);

const exhibitView = z.strictObject({
  exhibitId: id,
  /** As the court calls it, by the side that handed it in: `P-1`, `D-1`. */
  number: exhibitNumber,
  by: z.strictObject({ seat: role, pseudonym: z.string() }),
  mine: z.boolean(),
  /** For whoever handed it in, and for the court. */
  title: tells('exhibit', z.string()),
  notFor: z.array(keptFrom),
  kind: z.enum(paperKinds),
  bytes: z.int(),
  /** SHA-256 of the file as it was handed in, in hexadecimal; it stands in the log. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int(),
  /** Pages that can be looked at so far. */
  drawn: z.int(),
  state: z.enum(['drawing', 'ready', 'failed']),
  why: z.enum(paperFaults).optional(),
  /** Whether the judge lets its party show it. */
  allowed: z.boolean(),
});

export const enterExhibit = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/exhibits',
  summary:
    'The file is whole: it is looked at, its hash is entered in the log, and it has a number. Its pages are drawn from then on.',
  who: handers,
  params: sessionParams,
  body: z.strictObject({ exhibitId: id }),
  answer: exhibitView,
  status: 201,
  refusals: ['does-not-fit', 'paper-not-usable', 'hold-not-confirmed', 'room-ended', 'too-many-entries'],
});

export const listExhibits = route({
  method: 'GET',
  path: '/api/exhibits/:sessionId',
  entered: 'case',
  summary: 'The exhibits of a session: all of them for the court, for a party its own.',
  who: readers,
  params: sessionParams,
  answer: z.strictObject({
    exhibits: z.array(exhibitView),
    /** Whether the reader can hand something in. */
    handsIn: z.boolean(),
  }),
});

export const lookAtPage = route({
  method: 'GET',
  path: '/api/exhibits/:sessionId/pages',
  entered: 'case',
  summary: 'One page of an exhibit, for whoever handed it in and for the court, whether it is shown or not.',
  who: readers,
  params: sessionParams,
  query: z.strictObject({
    exhibitId: id,
    page: z.coerce.number().int().min(1).max(mostPages),
    size: z.enum(['large', 'small']),
  }),
  answer: z.strictObject({
    /** WebP, in base64; absent where there is no such page that the reader may look at. */
    image: z.base64().optional(),
  }),
});

const stands = z.strictObject({ exhibitId: id, allowed: z.boolean() });

export const allowExhibit = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/allowances',
  summary:
    'Whoever presides, or the clerk on their word, lets a party show its exhibit, or no more: what is shown by it then is hidden.',
  who: ['judge', 'clerk'],
  params: sessionParams,
  body: stands,
  answer: stands,
  status: 201,
  refusals: ['outside-window', 'room-not-open', 'not-admitted', 'room-ended'],
});

const page = z.int().min(1).max(mostPages);
const done = z.strictObject({ done: z.literal(true) });

export const showExhibit = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/showings',
  summary:
    'A page is shown to all who are in the room, or to named seats, in place of what was shown: by whoever presides, by the clerk, or by its party once that is allowed. Those from whom it is kept are never among them.',
  who: readers,
  params: sessionParams,
  body: z.strictObject({
    exhibitId: id,
    page,
    to: z.union([z.literal('all'), z.array(pseudonym).min(1).max(40)]),
  }),
  answer: done,
  status: 201,
  refusals: ['does-not-fit', 'outside-window', 'room-not-open', 'not-admitted', 'room-ended'],
});

export const turnPage = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/turns',
  summary: 'Another page of what is shown, for all to whom it is shown.',
  who: readers,
  params: sessionParams,
  body: z.strictObject({ page }),
  answer: done,
  status: 201,
  refusals: [
    'does-not-fit',
    'nothing-to-decide',
    'outside-window',
    'room-not-open',
    'not-admitted',
    'room-ended',
  ],
});

const fraction = z.number().min(0).max(1);

export const pointAt = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/pointers',
  summary:
    'Where whoever shows points to, as fractions of the page. The latest counts; it is entered nowhere, and one that comes at once after another is dropped.',
  who: readers,
  params: sessionParams,
  body: z.strictObject({ x: fraction, y: fraction }),
  answer: done,
  status: 201,
  refusals: ['nothing-to-decide', 'outside-window', 'room-not-open', 'not-admitted', 'room-ended'],
});

export const hideExhibit = route({
  method: 'POST',
  path: '/api/exhibits/:sessionId/hidings',
  summary: 'What is shown is shown no more. Where nothing is, that is fine.',
  who: readers,
  params: sessionParams,
  body: z.strictObject({}),
  answer: done,
  status: 201,
  refusals: ['outside-window', 'room-not-open', 'not-admitted', 'room-ended'],
});

export const readShown = route({
  method: 'GET',
  path: '/api/exhibits/:sessionId/shown',
  summary:
    'What is shown to the caller at this moment: nothing unless they are in the room, it is open, and it is shown to them. Asked again and again; it leaves no trace.',
  who: roomRoles,
  params: sessionParams,
  answer: z.strictObject({
    shown: z
      .strictObject({
        /** Rises with everything that is shown, hidden or turned: another one, another picture. */
        turn: z.int(),
        number: exhibitNumber,
        page,
        pages: z.int(),
        pointer: z.strictObject({ x: fraction, y: fraction }).optional(),
        /** The reader may turn, point and hide. */
        mine: z.literal(true).optional(),
        /** To whom: for those who may show it, and for nobody else. */
        to: z.array(pseudonym).optional(),
      })
      .optional(),
    /** The reader presides, or enters on the word of whoever does. */
    allows: z.literal(true).optional(),
  }),
});

export const readShownPage = route({
  method: 'GET',
  path: '/api/exhibits/:sessionId/shown/page',
  summary: 'The picture of what is shown to the caller at this moment, by the same rule.',
  who: roomRoles,
  params: sessionParams,
  query: z.strictObject({ size: z.enum(['large', 'small']) }),
  answer: z.strictObject({
    turn: z.int(),
    /** WebP, in base64; absent where nothing is shown to the caller. */
    image: z.base64().optional(),
  }),
});
