import type { z } from 'zod';
import { bindingTexts } from '../../functions/witnesses/material/contract.ts';
import { currentText } from '../../functions/witnesses/material/register.ts';
import type { consentRecord, toldItems } from '../../functions/witnesses/consent/contract.ts';
import type { enteredPlan, fullPlan } from '../../functions/witnesses/plan/contract.ts';

/** A consent and a plan with nothing missing; a test changes one field to see the gate stay shut. */

const text = currentText(bindingTexts[0], 'my', '2026-11-28');
if (text === undefined) throw new Error('Nothing is shipped to explain consent with.');
const { language, version, hash } = text;

const yes = { answer: 'yes' } as const;
export const told = [
  'voluntary',
  'mayStop',
  'helpDoesNotDepend',
  'risks',
  'publicity',
  'whoSees',
  'retention',
  'feedback',
  'evidenceTaken',
] as const satisfies readonly (typeof toldItems)[number][];

export const fullConsent = {
  scopes: {
    takePart: yes,
    liveVideo: { answer: 'limited', how: 'Seen by the court, not by the accused.' },
    recording: { answer: 'no' },
    alteredPictureOrVoice: yes,
    supporter: yes,
    womanInterpreter: { answer: 'no' },
    transferAbroad: yes,
  },
  sharing: [{ authority: 'Office of the Attorney General', state: 'TH', purpose: 'this-prosecution' }],
  language: 'shn',
  interpreter: { was: 'present', who: 'I-4K7Q' },
  method: 'read-out-by-interpreter',
  material: { language, version, hash },
  told: [...told],
  capacity: { is: 'able', assessedBy: 'Nurse of the shelter', how: 'A talk of half an hour.' },
  teachBack: { understanding: 'own-words', asked: 'Will my mother hear of it?' },
  mark: { kind: 'thumbprint' },
  person: 'adult',
  wishes: { inCamera: 'yes', breakEvery: 30 },
  validUntil: '2036-12-31',
  toldTo: ['prosecutor'],
} satisfies z.input<typeof consentRecord>;

const calm: z.input<typeof fullPlan>['phases']['before'] = { threats: [], remains: 'low' };

export const fullGo = {
  ownView: { danger: 'some', words: 'My uncle must not hear of it.' },
  phases: {
    before: { threats: ['family'], remains: 'medium' },
    travel: calm,
    waiting: calm,
    inSession: calm,
    leaving: calm,
    after: calm,
  },
  measures: ['pseudonym', 'supporter-beside-her', 'stop-signal'],
  lovedOnes: [{ name: 'L-1', relation: 'parent', danger: 'low', measures: 'Visited once a week.' }],
  noContact: ['the uncle'],
  stopSignal: 'hand on the heart',
  escapeWord: 'papaya',
  mayHalt: ['support-officer', 'interpreter'],
  onCall: [
    {
      who: 'duty officer of the shelter',
      zone: 'Asia/Yangon',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      until: '24:00',
    },
  ],
  emergencyContacts: [{ who: 'the shelter', reach: '+95 1 234 567', hours: 'always' }],
  fallback: 'The support officer calls the clerk; the session goes on another day.',
  aftercare: ['debrief', 'transport'],
  nextReview: '2036-12-31',
  decision: 'go',
} satisfies z.input<typeof enteredPlan>;
