import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import type { applyForOrder, decideOrder, readOrders } from '../../../../../functions/orders/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { addDays, dayStart } from '../../../parts/local-day.ts';

export type Matter = AnswerOf<typeof readOrders>['matters'][number];
export type Testimony = AnswerOf<typeof readOrders>['testimony'][number];
export type Person = AnswerOf<typeof readOrders>['people'][number];
export type Wanted = BodyIn<typeof applyForOrder>['wanted'];
export type Decision = BodyIn<typeof decideOrder>;

export type About = Matter['about'];
export const sameAbout = (one: About, other: About): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is wanted, as a form gives it, complete or not. @param about said already, where the form is about one matter */
export function wantedFrom(values: FormData, prefix: string, about: About | undefined): Unsaid<Wanted> {
  const { text, yes } = answersOf(values);
  const kind = about?.kind ?? text(`${prefix}.kind`);
  if (kind === 'in-camera') {
    const sessionId = about?.kind === 'in-camera' ? about.sessionId : text(`${prefix}.sessionId`);
    return { kind, sessionId };
  }
  const pair = about?.kind === 'pair' ? about : undefined;
  return {
    kind: 'pair',
    protected: pair?.protected ?? text(`${prefix}.protected`),
    from: pair?.from ?? text(`${prefix}.from`),
    measures: {
      meet: yes(`${prefix}.measures.meet`),
      seen: text(`${prefix}.measures.seen`),
      heard: text(`${prefix}.measures.heard`),
      sees: text(`${prefix}.measures.sees`),
      hears: text(`${prefix}.measures.hears`),
    },
  };
}

/** A decision, as a form gives it. @param read how far the judge has read on what it is about */
export function decisionFrom(
  values: FormData,
  {
    zone,
    about,
    plan,
    read,
  }: { zone: string; about: About | undefined; plan: Matter['plan']; read: (of: About) => number },
): Unsaid<Decision> {
  const { text } = answersOf(values);
  const decision = about === undefined ? 'order' : text('ruling.decision');
  const [from, until] = [text('ruling.from'), text('ruling.until')];
  const heard = text('ruling.defence.was');
  const defence =
    heard === 'not-heard' ? { was: heard, reason: text('ruling.defence.reason') } : { was: heard };
  const wanted = wantedFrom(values, 'ruling.wanted', about);
  const days = {
    ...(from === undefined ? {} : { from: dayStart(zone, from) }),
    ...(until === undefined ? {} : { until: dayStart(zone, addDays(until, 1)) }),
  };
  const rules = text('overPlan') === 'yes' && plan !== undefined ? { overPlan: plan } : {};
  const ruling =
    decision === 'order'
      ? { decision, wanted, ...days, ...rules, defence }
      : decision === 'lift'
        ? { decision, about, ...(days.from === undefined ? {} : { from: days.from }), defence }
        : { decision, about };
  return {
    ruling,
    read: read(about ?? (aboutOf(wanted) as About)),
    reasons: text('reasons'),
  } as Unsaid<Decision>;
}

const aboutOf = (wanted: Unsaid<Wanted>) => {
  const { kind, protected: one, from, sessionId } = wanted as Record<string, unknown>;
  return kind === 'in-camera' ? { kind, sessionId } : { kind: 'pair', protected: one, from };
};
