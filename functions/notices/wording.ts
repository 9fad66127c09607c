import type { Instant, Interval } from '../shared/values/instants.ts';
import type { UiLanguage } from '../shared/values/languages.ts';
import { spanForPeople, timeForPeople, usualTimeSettings } from '../shared/values/times-for-people.ts';
import { offsetMinutesAt } from '../shared/values/zones.ts';
import { clocksToldAt } from './due.ts';
import { factsOf, type NoticeKind } from './notice-kinds.ts';
import { daysLeft, daysOf, type When } from './when.ts';
import { filled, noticeWords } from './words.ts';

/**
 * What a message says. It travels unprotected and may be read by anybody who takes up a telephone, so it says that there
 * is an appointment and when, and nothing else: no case, no name, no place (not even the city that a zone is named after),
 * no link, and no word that tells what saksi is for. Its subject, which is shown where nobody unlocked anything, does not
 * even tell the offset. To an officer who passes it on it is an appointment by the officer's own clock: whom it is for, and
 * where they are, stands on the page behind the sign-in.
 */

/** Who reads it: somebody with an account, somebody who comes by invitation, or an officer who passes it on. */
export type Audience = 'account' | 'invitation' | 'officer';

export interface Message {
  readonly kind: NoticeKind;
  readonly audience: Audience;
  readonly language: UiLanguage;
  /** By whose wall clock the times are given: that of whoever reads it. */
  readonly zone: string;
  readonly span: When;
  /** Where it was before; for a change. */
  readonly before?: When | undefined;
  /** When it is written: tells whether the clocks change between then and the appointment. */
  readonly now: Instant;
  /** When the message was due; that of a change of clocks follows from it. */
  readonly dueAt: Instant;
  /** Whether a calendar file goes with it. */
  readonly attached?: boolean | undefined;
}

export interface Wording {
  readonly subject: string;
  /** Paragraphs of one line each, an empty line between them; ends with a line feed. */
  readonly text: string;
  /** The times alone, for the note of a calendar entry. */
  readonly note: string;
}

export function wordingOf(message: Message): Wording {
  const { kind, language, span, before } = message;
  const words = noticeWords[language];
  // What is to be done by an hour has no end.
  const isTask = factsOf(kind).written === 'for a task';
  const long = (shown: When) => (isTask ? startInFull(shown.start, message) : daysInFull(shown, message));
  const times = [
    ...(kind === 'change' && before !== undefined ? [filled(words.before, { time: long(before) })] : []),
    filled(isTask ? words.by : words.time, { time: long(span) }),
    words.own,
    ...(tellsOfClocks(message) ? [words.clocks] : []),
  ];
  // The clock that a message to an officer is about is another one's.
  const said = message.audience === 'officer' && factsOf(kind).tellsPlace ? 'pass-on' : kind;
  const paragraphs = [
    filled(words.lead[said], { date: changeDate(message) }),
    times.join('\n'),
    ...closing(message),
    words.footer,
  ];
  return {
    subject: filled(words.title[said], { when: startInShort(message) }),
    text: `${paragraphs.join('\n\n')}\n`,
    note: times.join('\n'),
  };
}

/** When an appointment is on each of its days that are spoken of, a line each, by the reader's clock, with its offset. */
export function daysInFull(shown: When, message: Message): string {
  const { place } = timeForPeople(shown.start, message.zone, readerOf(message));
  return daysShown(shown, message)
    .map((day) => unplaced(spanForPeople(day, message.zone, { ...readerOf(message), length: 'long' }), place))
    .join('\n');
}

function startInFull(start: Instant, message: Message): string {
  const { place, text } = timeForPeople(start, message.zone, { ...readerOf(message), length: 'long' });
  return unplaced(text, place);
}

/** When it begins, without the offset, for a subject. */
export function startInShort(message: Message): string {
  const { span, zone } = message;
  const [first = span] = daysShown(span, message);
  const { place, offset, text } = timeForPeople(first.start, zone, readerOf(message));
  return without(text, ` (${offset}, ${place})`);
}

const readerOf = ({ language }: Pick<Message, 'language'>) => ({
  language,
  settings: usualTimeSettings(language),
});

/** The days still to come, and of news of a change of clocks those after it; all where there is none of these. */
function daysShown(shown: When, { kind, now, dueAt }: Message): readonly Interval[] {
  const left = daysLeft(shown, kind === 'clock-change' ? clocksToldAt(dueAt) : now);
  return left.length === 0 ? daysOf(shown) : left;
}

/** Times end in `(UTC+06:30, Yangon)`; the offset stays, the place goes. */
const unplaced = (text: string, place: string): string => without(text, `, ${place})`, ')');

function without(text: string, ending: string, instead = ''): string {
  const shown = text.replaceAll(ending, instead);
  if (shown === text) throw new RangeError('A time for people is not of the form known here.');
  return shown;
}

/** What to do with it: @param words how it is said of a file with one appointment, or with several */
export function closing(
  { kind, audience, language, attached }: Message,
  words: Readonly<Record<'calendarAdd' | 'calendarRemove', string>> = noticeWords[language],
): readonly string[] {
  const { signIn, asked, through } = noticeWords[language];
  const { calendarAdd, calendarRemove } = words;
  const over = factsOf(kind).calendar === 'removes';
  const more = {
    account: [signIn],
    officer: [through],
    invitation: over ? [] : [asked],
  }[audience];
  return [...(attached === true ? [over ? calendarRemove : calendarAdd] : []), ...more];
}

/** True where the reader's clock will stand otherwise then than now. */
export const clocksDiffer = (zone: string, now: Instant, then: Instant): boolean =>
  offsetMinutesAt(zone, now) !== offsetMinutesAt(zone, then);

export const tellsOfClocks = ({ kind, zone, now, span }: Message): boolean =>
  factsOf(kind).addsClocks && daysLeft(span, now).some(({ start }) => clocksDiffer(zone, now, start));

/** Date of that very change of the reader's clocks which the message is about; empty where it is about none. */
function changeDate({ kind, language, zone, dueAt }: Message): string {
  if (kind !== 'clock-change') return '';
  const reader = { language, settings: usualTimeSettings(language), length: 'long' } as const;
  return timeForPeople(clocksToldAt(dueAt), zone, reader).date;
}
