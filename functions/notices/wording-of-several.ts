import { numberForPeople, usualTimeSettings } from '../shared/values/times-for-people.ts';
import type { NoticeKind } from './notice-kinds.ts';
import type { When } from './when.ts';
import { closing, daysInFull, startInShort, tellsOfClocks, type Message, type Wording } from './wording.ts';
import { filled, noticeWords } from './words.ts';

/** What a message says that is about several appointments at once, and no more than `wording.ts` lets one say. */

/** Kinds of which one message can speak of several appointments. */
export const kindsOfSeveral = [
  'confirmation',
  'change',
  'cancellation',
  'release',
  'halted',
  'resumed',
  'your-turn',
] as const satisfies readonly NoticeKind[];
export type KindOfSeveral = (typeof kindsOfSeveral)[number];

export const isOfSeveral = (kind: NoticeKind): kind is KindOfSeveral =>
  kindsOfSeveral.some((each) => each === kind);

/** Messages to one reader that differ in nothing but their appointments, soonest first, at least one. */
export type OfSeveral = readonly [Spoken, ...Spoken[]];
type Spoken = Message & { readonly kind: KindOfSeveral };

/** @param unchanged the reader's other appointments of the series, which stay as they were */
export function wordingOfSeveral(
  messages: OfSeveral,
  unchanged: readonly When[],
): Pick<Wording, 'subject' | 'text'> {
  const [first] = messages;
  const { kind, language } = first;
  const words = noticeWords[language];
  const said = messages.length > 1 ? words.several : { ...words, unchanged: words.several.unchanged };
  const count = numberForPeople(messages.length, { language, settings: usualTimeSettings(language) });
  const appointments = messages.map((each) =>
    [
      ...(kind === 'change' && each.before !== undefined
        ? [filled(words.before, { time: daysInFull(each.before, each) })]
        : []),
      filled(words.time, { time: daysInFull(each.span, each) }),
    ].join('\n'),
  );
  const paragraphs = [
    filled(said.lead[kind], {}),
    appointments.join(kind === 'change' ? '\n\n' : '\n'),
    ...(unchanged.length === 0
      ? []
      : [unchanged.map((each) => filled(said.unchanged, { time: daysInFull(each, first) })).join('\n')]),
    [words.several.own, ...(messages.some(tellsOfClocks) ? [words.several.clocks] : [])].join('\n'),
    ...closing(first, said),
    words.footer,
  ];
  return {
    subject: filled(said.title[kind], { count, when: startInShort(first) }),
    text: `${paragraphs.join('\n\n')}\n`,
  };
}
