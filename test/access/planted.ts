import type { PersonalField } from '../../functions/cases/port/who-may-know-a-field.ts';
import { fullConsent, fullGo } from '../support/consent-and-plan.ts';

/** Canaries in every personal field: what they are, how they are planted, and where they may lie. */

/** What a case has from its beginning. */
type Given = 'reference' | 'label';

/** Texts that are nowhere else, by the field that the table has; several where a field has several places. */
const canaries: Readonly<Record<Exclude<PersonalField, Given>, readonly string[]>> = {
  place: ['Antarctica/Vostok'],
  language: ['"urk"'],
  consent: ['kanari-consent-question', 'kanari-consent-interpreter', 'kanari-consent-assessor'],
  plan: ['kanari-plan-view', '+95 1 555 0199', 'kanari-plan-loved-one', 'kanari-plan-no-contact'],
  information: ['kanari-information'],
  unmaskingReason: ['kanari-reason'],
  identity: [
    'Kanari Maung',
    'kanari-other-name',
    '+95999000111',
    'kanari-street',
    'kanari-note',
    '1998-04-12',
  ],
};

/** Each with its field. @param given file number and labels of the case in which they are planted */
export const everyCanary = (given: Readonly<Record<Given, readonly string[]>>) =>
  Object.entries({ ...given, ...canaries } satisfies Record<PersonalField, readonly string[]>).flatMap(
    ([field, texts]) => texts.map((canary) => [field as PersonalField, canary] as const),
  );

/** In which tables a field may lie in clear. Nothing in a custody log: there are commitments. */
export const liesIn: Readonly<Record<PersonalField, readonly string[]>> = {
  reference: ['cases'],
  label: ['cases'],
  place: ['cases'],
  language: ['cases'],
  consent: ['witnesses'],
  plan: ['witnesses'],
  information: ['sharing'],
  // Sealed, as the identity is.
  unmaskingReason: [],
  identity: [],
};

/** What is asked of the API to plant them, but file number and labels, which a case has from its beginning. */
export function planting({
  caseId,
  party,
  attending,
  receiver,
}: {
  readonly caseId: string;
  readonly party: string;
  readonly attending: string;
  /** The agency with which what was told may be shared, where it is. */
  readonly receiver?: string;
}): readonly { readonly by: 'support-officer'; readonly path: string; readonly body: object }[] {
  const ofCase = `/api/cases/${caseId}/witnesses/${party}`;
  const ofPerson = `/api/witnesses/${caseId}/${party}`;
  const by = 'support-officer' as const;
  return [
    {
      by,
      path: `${ofCase}/protection`,
      body: { protected: true, zone: 'Antarctica/Vostok', mayKnow: [attending] },
    },
    {
      by,
      path: `${ofCase}/description`,
      body: { capacity: 'victim', languages: [{ language: 'my' }, { language: 'urk' }] },
    },
    {
      by,
      path: `${ofPerson}/consent`,
      body: {
        ...fullConsent,
        sharing: fullConsent.sharing.map((each) =>
          receiver === undefined ? each : { ...each, agency: receiver },
        ),
        // Whoever has a seat may listen.
        wishes: { ...fullConsent.wishes, inCamera: 'no' },
        language: 'my',
        interpreter: { was: 'present', who: 'kanari-consent-interpreter' },
        capacity: { is: 'able', assessedBy: 'kanari-consent-assessor', how: 'A talk.' },
        teachBack: { understanding: 'own-words', asked: 'kanari-consent-question' },
      },
    },
    {
      by,
      path: `${ofPerson}/risk-plan`,
      body: {
        ...fullGo,
        ownView: { danger: 'some', words: 'kanari-plan-view' },
        lovedOnes: [{ name: 'L-1', relation: 'parent', danger: 'low', measures: 'kanari-plan-loved-one' }],
        noContact: ['kanari-plan-no-contact'],
        emergencyContacts: [{ who: 'the shelter', reach: '+95 1 555 0199', hours: 'always' }],
      },
    },
    { by, path: `/api/sharing/${caseId}/${party}/information`, body: { text: 'kanari-information' } },
    {
      by,
      path: `${ofPerson}/identity`,
      body: {
        name: 'Kanari Maung',
        otherNames: ['kanari-other-name'],
        born: '1998-04-12',
        documents: [],
        reach: { ways: ['phone'], phones: ['+95999000111'], address: 'kanari-street' },
        note: 'kanari-note',
      },
    },
    {
      by,
      path: `${ofPerson}/identity/unmaskings`,
      body: { ground: 'to-reach-them', reason: 'kanari-reason', minutes: 5 },
    },
  ];
}
