import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
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
