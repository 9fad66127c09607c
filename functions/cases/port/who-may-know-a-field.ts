import type { Role } from '../../shared/access/roles.ts';
import type { PersonalField } from '../../shared/values/personal-fields.ts';
import { mayKnowPlace, type CaseWitness, type Member } from './membership.ts';

/**
 * The published port on personal fields: what is kept of somebody who is heard, and of the case, and who may know it. The views
 * ask it; a test plants a canary in each field and looks for it in every answer to everybody (test/access/canaries.test.ts). Of
 * places in sessions and calendars `who-may-know-a-place.ts` says more.
 */

/** Somebody of the case, by what they are to the one whom it is about. */
export interface Knower {
  readonly role: Role;
  /** Holds contact. */
  readonly isHolder: boolean;
  /** The protection order lets them know where the person is. */
  readonly knowsPlace: boolean;
  /** What they told was shared with this officer, who confirmed receipt, and their consent to that stands. */
  readonly receives?: boolean;
  /** Typed it. */
  readonly wroteIt?: boolean;
  /** Handed in what it is about. */
  readonly handedItIn?: boolean;
}

const withoutTheCase: readonly Role[] = ['agency-administrator'];
const ofTheFile: readonly Role[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
];

const ofTheHearing: readonly Role[] = ['judge', 'prosecutor', 'clerk', 'defence-counsel', 'victim-counsel'];
const whoPrepare: readonly Role[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'judge',
  'technician',
];

const isGuest = (role: Role): boolean =>
  ['witness', 'interpreter', 'accused', 'guardian', 'support-person', 'expert', 'observer'].includes(role);

const knowers: Readonly<Record<PersonalField, (knower: Knower) => boolean>> = {
  /** The office's own file number: everybody of the case who has an account, and nobody who comes by invitation. */
  reference: ({ role }) => !isGuest(role) && !withoutTheCase.includes(role),
  /** By which the office tells parties apart: those who read the file. */
  label: ({ role }) => ofTheFile.includes(role),
  /** Zone and site: the holder, and those whom the protection order names. */
  place: ({ isHolder, knowsPlace }) => isHolder || knowsPlace,
  /**
   * It tells where somebody comes from: whoever arranges interpreting too. The interpreter learns from the briefing between which
   * languages to interpret, and nothing of what else somebody speaks.
   */
  language: ({ role, isHolder, knowsPlace }) => role === 'clerk' || isHolder || knowsPlace,
  /** When a child is of age, which is nearly a date of birth. */
  age: ({ isHolder }) => isHolder,
  /** What somebody said, in their words; those who run a session learn what they need of it, which is no words of theirs. */
  consent: ({ isHolder }) => isHolder,
  /** Own view, threats, loved ones, contacts. */
  plan: ({ isHolder }) => isHolder,
  /** How somebody shows that they stop: whoever runs the session must see it. */
  stopSign: ({ role, isHolder }) =>
    isHolder || ['prosecutor', 'clerk', 'attending-officer', 'judge'].includes(role),
  /** What somebody told a support agency: the holder, and whoever it was shared with within their consent. */
  information: ({ isHolder, receives = false }) => isHolder || receives,
  /** What is asked of a court, said on it, and its reasons: those who are heard on it, as far as it is about theirs (orders/who-speaks.ts). */
  order: ({ role, isHolder }) => ofTheHearing.includes(role) || isHolder,
  forTheJudge: ({ role, wroteIt = false }) => role === 'judge' || wroteIt,
  /** What somebody wants who is made to testify. */
  wishes: ({ role, isHolder }) => role === 'judge' || isHolder,
  /** What does not work of a line or a room: those who see to it. Nobody’s name, nor a place. */
  preparation: ({ role }) => whoPrepare.includes(role),
  /** What was done for somebody afterwards. */
  taskNote: ({ isHolder }) => isHolder,
  /** Why a gate was set aside, what conflict an interpreter declared, why a case ended: sealed in its log, and in no view. */
  aside: () => false,
  conflict: () => false,
  caseNote: () => false,
  /** Why somebody asks to know who it is: those who could be the second person, and the auditor. */
  unmaskingReason: ({ role, isHolder }) =>
    isHolder || role === 'judge' || role === 'central-authority' || role === 'auditor',
  /** By what an exhibit is told from others: the court, and whoever handed it in. To all others it is a number. */
  exhibit: ({ role, handedItIn = false }) => role === 'judge' || role === 'clerk' || handedItIn,
  /** Nobody by any view: it takes two people (witnesses/vault). */
  identity: () => false,
  /** What a party said to an objection or a rendition, and what was corrected in the record: those who hear the parties (hearing/for-whom.ts). */
  saidInCourt: ({ role, wroteIt = false }) =>
    wroteIt || role === 'attending-officer' || ofTheHearing.includes(role),
};

export const mayKnowField = (field: PersonalField, knower: Knower): boolean => knowers[field](knower);

/** What somebody is to one who is heard. */
export const knowerOf = (
  { role, personId }: Pick<Member, 'personId' | 'role'>,
  witness: Pick<CaseWitness, 'protected' | 'holder' | 'mayKnow'>,
): Knower => ({
  role,
  isHolder: witness.holder === personId,
  knowsPlace: mayKnowPlace(witness, personId),
});

/**
 * Who may know what these people speak; of nobody, whoever arranges interpreting. Each counts as protected, also who is not yet: a
 * language that was told cannot be taken back.
 */
export const mayKnowLanguages = (
  self: Pick<Member, 'personId' | 'role'>,
  heard: readonly Pick<CaseWitness, 'holder' | 'mayKnow'>[],
): boolean =>
  heard.length === 0
    ? mayKnowField('language', { role: self.role, isHolder: false, knowsPlace: false })
    : heard.every((each) => mayKnowField('language', knowerOf(self, { ...each, protected: true })));
