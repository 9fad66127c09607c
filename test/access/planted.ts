import type { PersonalField } from '../../functions/shared/values/personal-fields.ts';
import { keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { fullConsent, fullGo } from '../support/consent-and-plan.ts';
import { gateBodies } from '../support/interview.ts';
import { plainPdf } from '../shared/paper/files.ts';

/** Canaries in every personal field: what they are, how they are planted, and where they may lie. */

/** What a case has from its beginning. */
type Given = 'reference' | 'label';

/** Texts that are nowhere else, by the field that the table has; several where a field has several places. */
const canaries: Readonly<Record<Exclude<PersonalField, Given>, readonly string[]>> = {
  place: ['Antarctica/Vostok'],
  language: ['"urk"'],
  consent: ['kanari-consent-question', 'kanari-consent-interpreter', 'kanari-consent-assessor'],
  plan: ['kanari-plan-view', '+95 1 555 0199', 'kanari-plan-loved-one', 'kanari-plan-no-contact'],
  age: ['2031-11-23'],
  order: ['kanari-order-ground'],
  forTheJudge: ['kanari-for-the-judge'],
  wishes: ['kanari-wishes'],
  preparation: ['kanari-preparation-reason', 'kanari-preparation-limits'],
  taskNote: ['kanari-task-note'],
  // In no answer by their contracts, and sealed as they are entered: interpreting/actions.ts, sessions/actions.ts, cases/actions.ts.
  aside: [],
  conflict: [],
  caseNote: [],
  stopSign: ['kanari-stop-sign'],
  information: ['kanari-information'],
  unmaskingReason: ['kanari-reason'],
  // Said in a room that is open alone: test/hearing/acts.test.ts.
  saidInCourt: [],
  exhibit: ['kanari-exhibit'],
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
  age: ['cases'],
  order: ['orders'],
  forTheJudge: ['orders'],
  wishes: ['orders'],
  preparation: ['preparation'],
  taskNote: ['preparation'],
  aside: [],
  conflict: [],
  caseNote: [],
  stopSign: ['witnesses'],
  information: ['sharing'],
  saidInCourt: ['hearing'],
  exhibit: ['exhibits'],
  // Sealed, as the identity is.
  unmaskingReason: [],
  identity: [],
};

/** Where they are planted. */
interface Ground {
  readonly caseId: string;
  readonly sessionId: string;
  /** Who is heard, by pseudonym. */
  readonly party: string;
  /** Somebody else of the session, by pseudonym. */
  readonly accused: string;
  /** Person ids. */
  readonly holder: string;
  readonly attending: string;
  /** The agency with which what was told may be shared, where it is. */
  readonly receiver?: string;
}

type By = 'support-officer' | 'prosecutor' | 'clerk' | 'judge';
/** Asks, and is answered with the body, or the test is over. */
type Enter = (by: By, path: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Plants all of them by the API, but file number and labels, which a case has from its beginning.
 * @returns the number of the risk plan that waits for the prosecutor
 */
export async function plant(ground: Ground, enter: Enter): Promise<unknown> {
  const { caseId, sessionId, party, accused, holder, attending, receiver } = ground;
  const ofCase = `/api/cases/${caseId}/witnesses`;
  const ofPerson = `/api/witnesses/${caseId}/${party}`;
  const asHolder = (path: string, body: object) => enter('support-officer', path, body);
  await asHolder(`${ofCase}/${party}/protection`, {
    protected: true,
    zone: 'Antarctica/Vostok',
    mayKnow: [attending],
  });
  await asHolder(`${ofCase}/${party}/description`, {
    capacity: 'victim',
    languages: [{ language: 'my' }, { language: 'urk' }],
  });
  await asHolder(`${ofPerson}/consent`, {
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
  });
  const { plan } = await asHolder(`${ofPerson}/risk-plan`, {
    ...fullGo,
    stopSignal: 'kanari-stop-sign',
    ownView: { danger: 'some', words: 'kanari-plan-view' },
    lovedOnes: [{ name: 'L-1', relation: 'parent', danger: 'low', measures: 'kanari-plan-loved-one' }],
    noContact: ['kanari-plan-no-contact'],
    emergencyContacts: [{ who: 'the shelter', reach: '+95 1 555 0199', hours: 'always' }],
  });
  await asHolder(`/api/sharing/${caseId}/${party}/information`, { text: 'kanari-information' });
  await asHolder(`${ofPerson}/identity`, {
    name: 'Kanari Maung',
    otherNames: ['kanari-other-name'],
    born: '1998-04-12',
    documents: [],
    reach: { ways: ['phone'], phones: ['+95999000111'], address: 'kanari-street' },
    note: 'kanari-note',
  });
  await asHolder(`${ofPerson}/identity/unmaskings`, {
    ground: 'to-reach-them',
    reason: 'kanari-reason',
    minutes: 5,
  });
  await asHolder(`/api/orders/${caseId}/applications`, {
    wanted: { kind: 'pair', protected: party, from: accused, measures: keptWhollyApart },
    ground: 'kanari-order-ground',
    forTheJudge: 'kanari-for-the-judge',
  });
  await enter('clerk', `/api/preparation/${sessionId}/ticks`, {
    item: 'documentsSealed',
    state: 'not-applicable',
    reason: 'kanari-preparation-reason',
  });
  await asHolder(`/api/preparation/${sessionId}/results`, {
    ...gateBodies.rehearsal,
    limits: 'kanari-preparation-limits',
  });
  const file = plainPdf();
  const { exhibitId } = await enter('clerk', `/api/exhibits/${sessionId}/uploads`, {
    title: 'kanari-exhibit',
    bytes: file.length,
    notFor: [],
  });
  const bytes = Buffer.from(file).toString('base64');
  await enter('clerk', `/api/exhibits/${sessionId}/parts`, { exhibitId, part: 1, bytes });
  await enter('clerk', `/api/exhibits/${sessionId}/exhibits`, { exhibitId });
  const oneMore = async (description: object): Promise<string> => {
    const body = { protected: true, holder, zone: 'Asia/Yangon', mayKnow: [] };
    const { pseudonym } = await enter('prosecutor', ofCase, body);
    await asHolder(`${ofCase}/${String(pseudonym)}/description`, {
      languages: [{ language: 'my' }],
      ...description,
    });
    return String(pseudonym);
  };
  const child = await oneMore({ capacity: 'victim', ofAgeOn: '2031-11-23' });
  await asHolder(`/api/witnesses/${caseId}/${child}/withdrawal`, {});
  await asHolder(`/api/preparation/tasks/${caseId}/${child}`, {
    occasion: 'withdrawal',
    task: 'debrief',
    state: 'done',
    note: 'kanari-task-note',
  });
  const compelled = await oneMore({ capacity: 'witness' });
  await enter('judge', `/api/orders/${caseId}/testimony/${compelled}`, {
    decision: { is: 'ordered', basis: 'An act, section 1', wishes: 'kanari-wishes' },
    read: 0,
    reasons: 'As was said.',
  });
  return plan;
}
