import type { ShownRole, Step } from './what-happens.ts';

/**
 * Our own drawings of people by what they do, and of what happens: black lines on white, so that they can be printed and are
 * seen without colour. The words stand beside them, so screen readers skip them.
 */

const head = 'M32 8a9 9 0 1 0 .1 0z';
const body = 'M14 54c1-15 8-22 18-22s17 7 18 22';
const person = `${head}${body}`;

const drawings = {
  you: `${person}M22 20a10 10 0 0 1 20 0`,
  // An arm around somebody smaller.
  'support-officer':
    'M22 8a8 8 0 1 0 .1 0zM6 54c1-14 6-22 16-22 5 0 9 2 12 6M44 22a6 6 0 1 0 .1 0zM34 54c1-10 4-14 10-14s9 4 10 14M32 36l10 4',
  'support-person':
    'M20 10a8 8 0 1 0 .1 0zM6 54c1-13 5-21 14-21s13 8 14 21M44 10a8 8 0 1 0 .1 0zM30 54c1-13 5-21 14-21s13 8 14 21',
  guardian:
    'M22 8a8 8 0 1 0 .1 0zM8 54c0-14 5-22 14-22s14 8 14 22M47 30a5 5 0 1 0 .1 0zM40 54c0-8 3-12 7-12s7 4 7 12',
  // A badge.
  'attending-officer': `${person}M38 42h8v8h-8z`,
  // Two speech bubbles.
  interpreter: 'M6 8h32v18H20l-8 7v-7H6zM28 34h30v16h-5v7l-8-7H28z',
  // A door and a key.
  clerk: 'M12 56V8h26v48M6 56h52M32 33h.1M50 24a5 5 0 1 0 .1 0zM50 34v12M50 41h4M50 46h4',
  // A question.
  prosecutor: `M22 14a8 8 0 1 0 .1 0zM6 56c1-14 6-20 16-20s15 6 16 20M46 14c0-8 12-8 12 0 0 5-6 5-6 10M52 30v.1`,
  // Scales.
  judge: 'M32 8v44M20 54h24M12 16h40M12 16l-7 16h14zM52 16l-7 16h14z',
  'victim-counsel': 'M20 10a8 8 0 1 0 .1 0zM6 56c1-14 6-22 14-22s13 8 14 22M40 14h18v14H48l-6 6v-6h-2z',
  // A book.
  expert: 'M32 14c-6-4-14-5-24-4v38c10-1 18 0 24 4 6-4 14-5 24-4V10c-10-1-18 0-24 4zM32 14v38',
  // An ear.
  observer: 'M20 28c0-24 28-22 27-2-1 11-11 11-11 21 0 11-14 11-14 1M28 28c0-10 12-10 11 0-1 5-7 5-7 11',
  // A tool.
  technician: 'M42 8a13 13 0 0 0-13 17L8 46l10 10 21-21A13 13 0 0 0 56 22l-8 8-8-2-2-8 8-8z',
  'defence-counsel': `${person}M10 10h10M10 16h6M44 10h10M48 16h6`,
  accused: `${person}M24 42l16 10M40 42L24 52`,
  'custody-officer': `${person}M20 8h24l-3-5H23z`,
  // A chair in a room.
  arrive: 'M6 56V8h52v48M2 56h60M24 26v28M24 40h16v14',
  check: 'M18 4h28v56H18zM26 16h12v10H26zM32 34v8M28 40c0 6 8 6 8 0M30 54h4',
  wait: 'M32 8a24 24 0 1 0 .1 0zM32 18v15l10 6',
  called:
    'M14 14a6 6 0 1 0 .1 0zM4 50c0-14 4-20 10-20s10 6 10 20M50 14a6 6 0 1 0 .1 0zM40 50c0-14 4-20 10-20s10 6 10 20M26 24h12M34 20l4 4-4 4',
  rights: 'M14 6h28l10 10v42H14zM42 6v10h10M22 26h20M22 34h20M22 42h12',
  questions: 'M6 10h34v22H20l-8 8v-8H6zM18 18c0-5 9-5 9 0 0 3-4 3-4 6M23 28v.1M36 42h22v12H46l-6 6v-6h-4z',
  talk: 'M6 8h32v20H20l-8 8v-8H6zM30 36h28v16H46l-6 6v-6H30z',
  end: 'M32 6a26 26 0 1 0 .1 0zM20 33l9 9 16-18',
  after:
    'M12 26h30v16a12 12 0 0 1-12 12h-6a12 12 0 0 1-12-12zM42 30h6a6 6 0 0 1 0 14h-6M20 18c-3-4 3-6 0-10M30 18c-3-4 3-6 0-10',
  pause: 'M32 6a26 26 0 1 0 .1 0zM25 22v20M39 22v20',
  stop: 'M32 6a26 26 0 1 0 .1 0zM24 24h16v16H24z',
  ask: 'M6 8h52v32H34L20 54V40H6zM26 20c0-7 13-7 13 0 0 4-6 4-6 8M33 34v.1',
} as const satisfies Readonly<Record<ShownRole | Step | 'you' | 'pause' | 'stop' | 'ask', string>>;

export type DrawingName = keyof typeof drawings;

export const Drawing = ({ name }: { readonly name: DrawingName }) => (
  <svg className="drawing" viewBox="0 0 64 64" aria-hidden="true">
    <path d={drawings[name]} />
  </svg>
);
