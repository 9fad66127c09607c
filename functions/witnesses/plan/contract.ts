import * as z from 'zod';
import { humanText } from '../../shared/values/text.ts';
import { together } from '../../shared/values/together.ts';
import { zoneName } from '../../shared/values/zones.ts';

/** The plan for the risks that testimony brings to a person and those they love. Source: domain notes C5. */

export const planPhases = ['before', 'travel', 'waiting', 'inSession', 'leaving', 'after'] as const;
export type PlanPhase = (typeof planPhases)[number];

export const threats = [
  'trafficker',
  'family',
  'debt',
  'community',
  'official',
  'detention',
  'phone',
  'health',
  'self-harm',
] as const;

export const riskLevels = ['low', 'medium', 'high'] as const;

export const planMeasures = [
  'pseudonym',
  'separate-arrival',
  'supporter-beside-her',
  'breaks-agreed',
  'stop-signal',
  'safe-phone',
  'contact-by-script',
  'childcare',
  'medicine-at-hand',
  'escort-home',
  'counselling-after',
] as const;

export const aftercare = ['debrief', 'transport', 'shelter', 'counselling', 'told-of-outcome'] as const;

export type PlanMeasure = (typeof planMeasures)[number];

/** Who beside the witness may halt: the witness always may, and needs no list for it. */
export const mayHalt = [
  'support-officer',
  'interpreter',
  'attending-officer',
  'clerk',
  'prosecutor',
] as const;

/** How great the person sees it. */
export const dangers = ['none', 'some', 'great'] as const;

const somebody = humanText('plan', 80);
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Not a time of day: give HH:mm, such as 08:30.')
  .meta({ examples: ['08:30'] });
const clockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Not a time of day: give HH:mm, such as 16:30, or 24:00.')
  .meta({ examples: ['16:30'] });

/** Who answers the silent alarm, on which days of the week (ISO: Monday is 1) and between which hours of which place. */
export const onCallHours = z
  .strictObject({
    who: somebody,
    zone: zoneName,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: clock,
    until: clockEnd,
  })
  .refine((hours) => hours.from < hours.until, together('The hours must end after they begin.', 'until'));

const phase = z.strictObject({
  threats: z.array(z.enum(threats)).max(threats.length),
  /** What remains after the measures. */
  remains: z.enum(riskLevels).optional(),
});

/** What somebody is to the person who is heard. */
export const relations = [
  'child',
  'parent',
  'sibling',
  'partner',
  'grandparent',
  'other-relative',
  'friend',
] as const;

const mostLovedOnes = 6;
const watched = { danger: z.enum(riskLevels), measures: humanText('plan', 300) };
/** Somebody whom the person loves, by a name of this plan alone and by what they are to them: no name, and no place. */
const lovedOne = z.strictObject({
  name: z.string().regex(/^L-[1-9]$/, 'Not a name of a plan: give L-1, L-2, ….'),
  relation: z.enum(relations),
  ...watched,
});
const lovedOneInWords = z.strictObject({ who: somebody, ...watched });

/** All but the decision can be left out of a no-go: whoever doubts may always say no. What a go lacks, the rule names. */
export const fullPlan = z.strictObject({
  /** The person's own view of the danger, in their words, before anybody else's. */
  ownView: z
    .strictObject({
      danger: z.enum(dangers),
      words: humanText('plan', 800, { lines: true }),
      /** What was done about it. */
      answered: humanText('plan', 400, { lines: true }).optional(),
    })
    .optional(),
  /** What is best for a child: how that was assessed, by whom (a role or an office), and what came of it. Older plans do not say. */
  bestInterests: z
    .strictObject({
      how: humanText('plan', 400, { lines: true }),
      by: somebody,
      result: humanText('plan', 600, { lines: true }),
    })
    .optional(),
  phases: z.strictObject(
    Object.fromEntries(planPhases.map((name) => [name, phase])) as Record<PlanPhase, typeof phase>,
  ),
  measures: z.array(z.enum(planMeasures)).max(planMeasures.length),
  /** Those whom the plan protects too; in plans of before December 2026 in words of the holder. */
  lovedOnes: z.array(z.union([lovedOne, lovedOneInWords])).max(mostLovedOnes),
  /** Whom the person must never meet, see or hear: screening goes by it. */
  noContact: z.array(humanText('plan', 120)).max(20),
  stopSignal: humanText('stopSign', 80).optional(),
  /** What they say when somebody who must not be is in their room. */
  escapeWord: humanText('plan', 40).optional(),
  mayHalt: z.array(z.enum(mayHalt)).max(mayHalt.length),
  onCall: z.array(onCallHours).max(12),
  emergencyContacts: z
    .array(z.strictObject({ who: somebody, reach: humanText('plan', 80), hours: humanText('plan', 80) }))
    .max(6),
  /** What is done when the line is lost. */
  fallback: humanText('plan', 300).optional(),
  aftercare: z.array(z.enum(aftercare)).max(aftercare.length),
  /** The day until which it is looked at again. */
  nextReview: z.iso.date().optional(),
  decision: z.enum(['go', 'no-go']),
  /** Where somebody sees it otherwise. */
  dissent: humanText('plan', 400, { lines: true }).optional(),
});
export type FullPlan = z.output<typeof fullPlan>;

/** A plan as it is entered today. */
export const enteredPlan = fullPlan.extend({
  lovedOnes: z
    .array(lovedOne)
    .max(mostLovedOnes)
    .refine(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      together('Two have the same name.'),
    ),
});

/** What a prosecutor decides from; `parts.ts` says why nothing else. */
export const planOfProsecutor = fullPlan
  .pick({
    phases: true,
    measures: true,
    mayHalt: true,
    fallback: true,
    aftercare: true,
    nextReview: true,
    decision: true,
  })
  .extend({ danger: z.enum(dangers).optional() });
export type PlanOfProsecutor = z.output<typeof planOfProsecutor>;

/** What reopens the gate, whatever the plan said. */
export const reviewTriggers = ['threat', 'move', 'new-accused', 'release'] as const;
export type ReviewTrigger = (typeof reviewTriggers)[number];

/** Why the gate of a plan is not open. */
export const planReasons = [
  'nothing-entered',
  'no-go',
  'second-word',
  'review-due',
  ...reviewTriggers,
] as const;
