import type { BodyIn } from '../../functions/shared/http/contract.ts';
import type { CountryCode } from '../../functions/shared/values/countries.ts';
import { addMinutes, instantOf } from '../../functions/shared/values/instants.ts';
import { uiLanguage } from '../../functions/shared/values/languages.ts';
import { toldItems } from '../../functions/witnesses/consent/contract.ts';
import type * as witnesses from '../../functions/witnesses/contract.ts';
import { currentText } from '../../functions/witnesses/material/register.ts';

/** What the witnesses of the demonstration agree to, and how they are kept safe. */

const yes = { answer: 'yes' } as const;
const inDays = (now: Date, days: number): string =>
  addMinutes(instantOf(now.getTime()), days * 24 * 60).slice(0, 10);

/** Explained with the text that is shipped, which is a draft: so an interpreter reads it out. */
export function demoConsent(
  language: string,
  askedBy: CountryCode,
  now: Date,
): BodyIn<typeof witnesses.recordConsent> {
  const text = currentText('consent', uiLanguage.parse(language), inDays(now, 0));
  if (text === undefined) throw new Error(`Nothing to explain consent with in ${language}.`);
  const { version, hash } = text;
  return {
    scopes: {
      takePart: yes,
      liveVideo: yes,
      recording: { answer: 'no' },
      alteredPictureOrVoice: { answer: 'no' },
      supporter: yes,
      womanInterpreter: { answer: 'no' },
      transferAbroad: { answer: 'limited', how: 'To the court of this case alone.' },
    },
    sharing: [{ authority: 'The prosecution of this case', state: askedBy, purpose: 'this-prosecution' }],
    language,
    interpreter: { was: 'present', who: 'The interpreter of the shelter' },
    method: 'read-out-by-interpreter',
    material: { language: text.language, version, hash },
    told: [...toldItems],
    capacity: { is: 'able', assessedBy: 'The nurse of the shelter', how: 'In a talk the day before.' },
    teachBack: { understanding: 'own-words', asked: 'Who will see me?' },
    mark: { kind: 'thumbprint' },
    person: 'adult',
    wishes: { inCamera: 'yes', breakEvery: 30 },
    validUntil: inDays(now, 180),
    toldTo: ['prosecutor'],
  };
}

/** The same for a child, of whose age the case knows: the guardian’s word, what is best for the child, and the child’s own. */
export const ofChild = (
  consent: BodyIn<typeof witnesses.recordConsent>,
  guardian: string,
): BodyIn<typeof witnesses.recordConsent> => ({
  ...consent,
  person: 'child',
  guardian: {
    who: guardian,
    agrees: 'yes',
    bestInterests: 'Heard once, by link, in a room made for children: no journey, and no second interview.',
    assent: 'yes',
  },
  // One who is not grown up is tired sooner.
  wishes: { ...consent.wishes, breakEvery: 20 },
});

/** @param isChild what is best for a child is weighed too */
export const demoPlan = (
  now: Date,
  zone: string,
  isChild = false,
): BodyIn<typeof witnesses.approveRiskPlan> => ({
  ...(isChild && {
    bestInterests: {
      how: 'Two talks with the child and one with the guardian, after the file of the school.',
      by: 'The child protection officer of the shelter',
      result:
        'To be heard once, by link, in the room made for children, in the morning, with the guardian there.',
    },
  }),
  ownView: { danger: 'some', words: 'Nobody at home knows where I am, and it must stay so.' },
  phases: {
    before: { threats: ['phone'], remains: 'low' },
    travel: { threats: [], remains: 'low' },
    waiting: { threats: [], remains: 'low' },
    inSession: { threats: ['health'], remains: 'medium' },
    leaving: { threats: [], remains: 'low' },
    after: { threats: ['debt'], remains: 'low' },
  },
  measures: ['pseudonym', 'supporter-beside-her', 'breaks-agreed', 'stop-signal', 'counselling-after'],
  lovedOnes: [],
  noContact: ['The two accused'],
  stopSignal: 'A hand on the table',
  escapeWord: 'Rain',
  mayHalt: ['support-officer', 'interpreter'],
  onCall: [
    {
      who: 'The duty officer of the shelter',
      zone,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      until: '24:00',
    },
  ],
  emergencyContacts: [{ who: 'The shelter', reach: 'By its house telephone', hours: 'Day and night' }],
  fallback: 'The support officer calls the clerk, and the session goes on when the line is back.',
  aftercare: ['debrief', 'transport', 'counselling'],
  nextReview: inDays(now, 180),
  decision: 'go',
});
