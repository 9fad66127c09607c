/** The closed words of a hearing’s acts. Source: domain notes A3, A5, e 17–31. */

export const oathForms = ['oath', 'affirmation', 'undertaking'] as const;
/** What is told to whoever is heard, before the first question and again where the court does. */
export const toldTexts = ['rights', 'warning'] as const;
export const outcomes = { oath: ['taken', 'refused'], readBack: ['confirmed', 'refused'] } as const;

export const grounds = [
  'leading',
  'relevance',
  'hearsay',
  'form-of-question',
  'privilege',
  'harassing',
  'outside-permission',
  'screening',
  'other',
] as const;
/** What somebody says is wrong with a rendition. */
export const challengeKinds = ['left-out', 'added', 'wrong-word', 'wrong-meaning', 'not-understood'] as const;

/** `reserved` is no end: it is ruled on again. */
export const rulings = {
  objection: ['sustained', 'overruled', 'reserved'],
  challenge: ['stands', 'corrected', 'asked-again', 'interpreter-changed', 'reserved'],
  stop: [
    'answer-again',
    'question-again',
    'answer-stands',
    'question-withdrawn',
    'no-more-questions',
    'reserved',
  ],
} as const;
export type RuledOn = keyof typeof rulings;
export type Ruling = (typeof rulings)[RuledOn][number];

/** After each speaker, while they speak, or by way of another interpreter. */
export const interpretedHow = ['consecutive', 'simultaneous', 'relay'] as const;

/** By whoever is heard, on their own page. */
export const signals = ['say-again', 'not-understood'] as const;
