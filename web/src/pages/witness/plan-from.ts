import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { approveRiskPlan } from '../../../../functions/witnesses/contract.ts';
import { planPhases } from '../../../../functions/witnesses/plan/contract.ts';
import { answersOf, type Unsaid } from '../../api/check-body.ts';
import { rowsOf } from '../../parts/rows.tsx';

type FullPlan = BodyIn<typeof approveRiskPlan>;

export const maxOnCall = 6;
export const maxContacts = 4;
export const maxLovedOnes = 4;

/** By their place in the list, which nothing else is known by. @param at `lovedOnes.0` */
export const nameOfLoved = (at: string): string => `L-${Number(at.split('.')[1]) + 1}`;

/** A plan as the form gives it, complete or not. @param zone on whose clock the hours of those on call are typed */
export const planFrom =
  (zone: string) =>
  (values: FormData): Unsaid<FullPlan> => {
    const { text, all } = answersOf(values);
    const given = (name: string) => {
      const value = text(name);
      return value === undefined ? {} : { [name.split('.').at(-1) ?? name]: value };
    };
    const ownView = { ...given('ownView.danger'), ...given('ownView.words'), ...given('ownView.answered') };
    const interests = {
      ...given('bestInterests.how'),
      ...given('bestInterests.by'),
      ...given('bestInterests.result'),
    };
    return {
      ...(Object.keys(interests).length > 0 && {
        bestInterests: { how: undefined, by: undefined, result: undefined, ...interests },
      }),
      ...(Object.keys(ownView).length > 0 && {
        ownView: { danger: undefined, words: undefined, ...ownView },
      }),
      phases: Object.fromEntries(
        planPhases.map((phase) => [
          phase,
          { threats: all(`phases.${phase}.threats`), ...given(`phases.${phase}.remains`) },
        ]),
      ) as Unsaid<FullPlan>['phases'],
      measures: all('measures'),
      lovedOnes: rowsOf(values, 'lovedOnes', ['relation', 'measures'], (at) => ({
        name: nameOfLoved(at),
        relation: text(`${at}.relation`),
        danger: text(`${at}.danger`),
        measures: text(`${at}.measures`),
      })),
      noContact: (text('noContact') ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      ...given('stopSignal'),
      ...given('escapeWord'),
      mayHalt: all('mayHalt'),
      onCall: rowsOf(values, 'onCall', ['who', 'from', 'until'], (at) => ({
        who: text(`${at}.who`),
        zone,
        weekdays: all(`${at}.weekdays`).map(Number),
        from: text(`${at}.from`),
        // Midnight as an end is the end of the day.
        until: text(`${at}.until`) === '00:00' ? '24:00' : text(`${at}.until`),
      })),
      emergencyContacts: rowsOf(values, 'emergencyContacts', ['who', 'reach', 'hours'], (at) => ({
        who: text(`${at}.who`),
        reach: text(`${at}.reach`),
        hours: text(`${at}.hours`),
      })),
      ...given('fallback'),
      aftercare: all('aftercare'),
      ...given('nextReview'),
      decision: text('decision'),
      ...given('dissent'),
    };
  };
