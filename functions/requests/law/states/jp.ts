import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Japan. */
export const jp: StateLaw = {
  state: 'JP',
  officialLanguages: ['ja'],
  chosen: {
    video: [
      believed('silent', {
        remark:
          'Nothing known in the Act. The agreement with the EU has it expressly (S22, reported); other treaties are not known.',
      }),
    ],
    questions: [
      believed('local_judge', {
        remark:
          'A judge, on the prosecutor’s motion; under the agreement with the EU believed direct, a Japanese authority present.',
      }),
    ],
    officialPresent: [unknown()],
    oath: [believed('oath', { remark: 'A written oath (CCP), not for those who cannot grasp it.' })],
    interpreterOath: [believed('oath', { remark: 'A written oath, as of an expert (CCP).' })],
  },
  written: {
    law: [readInPart('Act on International Assistance in Investigations, Act 69 of 1980.', ['S24'])],
    centralAuthority: [
      read(
        'The Minister of Foreign Affairs receives; the Minister of Justice where a treaty says so, or in urgency with consent.',
        ['S24'],
        { article: 'art. 3' },
      ),
      read('Working contact: Criminal Affairs Bureau, Ministry of Justice.', ['S24b']),
    ],
    channel: [read('A draft is shown to the Ministry of Justice first.', ['S24b'])],
    languages: [
      readInPart('Early contact in English or Japanese is welcome.', ['S24b']),
      believed('A Japanese translation; treaties may differ.'),
    ],
    basis: [
      read(
        'Hearing a witness needs a written showing that the evidence is essential, unless a treaty differs.',
        ['S24', 'S24c'],
        { article: 'arts. 2(iii), 11' },
      ),
    ],
    contents: [
      read(
        'Authority and a contact that can be reached; suspect; nature and stage; facts in detail, since dual criminality is tested on facts.',
        ['S24b'],
      ),
    ],
    refusal: [
      read('Political offence; dual criminality; necessity not shown.', ['S24'], { article: 'art. 2' }),
    ],
    notice: [unknown()],
    confidentiality: [unknown()],
    protection: [
      read('Companion; screen.', ['S50'], { article: 'CCP 157-4, 157-5' }),
      reported('Video link, widened 2016.', ['S50b'], {
        remark: 'Believed CCP 157-6; an older text had the same premises only (S50c).',
      }),
      read('Closed court by a unanimous decision.', ['S50d']),
    ],
    interpreter: [believed('CCP 175 and following.')],
    treaties: [believed('Hong Kong, Russia.')],
  },
};
