import type { BodyIn, ParamsIn } from '../../../../functions/shared/http/contract.ts';
import { consentScopes } from '../../../../functions/witnesses/consent/contract.ts';
import type { readWitness, recordConsent } from '../../../../functions/witnesses/contract.ts';
import { answersOf, type Unsaid } from '../../api/check-body.ts';
import { rowsOf } from '../../parts/rows.tsx';

export type WitnessParams = ParamsIn<typeof readWitness>;
type Consent = BodyIn<typeof recordConsent>;

export const maxShares = 6;

/**
 * A record of consent as the form gives it, complete or not. What hangs on an answer that was not given, such as the guardian
 * of an adult, is left out with it.
 */
export function consentFrom(values: FormData): Unsaid<Consent> {
  const { text, all } = answersOf(values);
  const isThere = (...names: readonly string[]) => names.some((name) => text(name) !== undefined);
  const breakEvery = text('wishes.breakEvery');
  const child = text('person') === 'child';
  const twoWitnesses = text('mark.kind') === 'two-witnesses';
  return {
    scopes: Object.fromEntries(
      consentScopes
        .filter((scope) => scope === 'takePart' || isThere(`scopes.${scope}.answer`))
        .map((scope) => [scope, answerTo(scope, text)]),
    ) as Unsaid<Consent>['scopes'],
    sharing: rowsOf(values, 'sharing', ['authority', 'state', 'purpose'], (at) => ({
      authority: text(`${at}.authority`),
      state: text(`${at}.state`),
      purpose: text(`${at}.purpose`),
      ...(isThere(`${at}.agency`) && { agency: text(`${at}.agency`) }),
    })),
    language: text('language'),
    interpreter: {
      was: text('interpreter.was'),
      ...(text('interpreter.was') === 'present' && { who: text('interpreter.who') }),
    },
    ...(isThere('method') && { method: text('method') }),
    ...(isThere('material.hash') && {
      material: {
        language: text('material.language'),
        version: Number(text('material.version')),
        hash: text('material.hash'),
      },
    }),
    told: all('told'),
    ...(isThere('capacity.is', 'capacity.assessedBy', 'capacity.how') && {
      capacity: {
        is: text('capacity.is'),
        assessedBy: text('capacity.assessedBy'),
        how: text('capacity.how'),
      },
    }),
    ...(isThere('teachBack.understanding', 'teachBack.asked') && {
      teachBack: {
        understanding: text('teachBack.understanding'),
        ...(isThere('teachBack.asked') && { asked: text('teachBack.asked') }),
      },
    }),
    ...(isThere('mark.kind') && {
      mark: {
        kind: text('mark.kind'),
        ...(twoWitnesses && { witnesses: [text('mark.witnesses.0'), text('mark.witnesses.1')] }),
      },
    }),
    person: text('person'),
    ...(child && isThere('ofAgeOn') && { ofAgeOn: text('ofAgeOn') }),
    ...(child &&
      isThere('guardian.who', 'guardian.agrees', 'guardian.assent', 'guardian.bestInterests') && {
        guardian: {
          who: text('guardian.who'),
          agrees: text('guardian.agrees'),
          bestInterests: text('guardian.bestInterests'),
          assent: text('guardian.assent'),
        },
      }),
    wishes: {
      inCamera: text('wishes.inCamera'),
      ...(breakEvery !== undefined && { breakEvery: Number(breakEvery) }),
    },
    ...(isThere('validUntil') && { validUntil: text('validUntil') }),
    toldTo: all('toldTo'),
  };
}

function answerTo(scope: string, text: (name: string) => string | undefined) {
  const answer = text(`scopes.${scope}.answer`);
  return { answer, ...(answer === 'limited' && { how: text(`scopes.${scope}.how`) }) };
}
