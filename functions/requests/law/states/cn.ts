import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** China, the mainland alone: Hong Kong and Macao have laws of their own, which are not here. */
export const cn: StateLaw = {
  state: 'CN',
  officialLanguages: ['zh'],
  chosen: {
    permission: [
      reported('needed', ['S8', 'S8c'], {
        article: 'art. 4',
        remark: 'Without approval nobody on its territory may assist foreign criminal proceedings.',
      }),
    ],
    video: [
      read('express', ['S5'], {
        article: 'art. 36',
        remark: 'A foreign State may ask that a witness or expert testify by video or audio.',
      }),
    ],
    questions: [unknown('Not stated in what was read.')],
    officialPresent: [
      readInPart('required', ['S5'], {
        article: 'art. 37',
        remark: 'The competent authority or the case organ must send staff.',
      }),
    ],
    consent: [read('written', ['S5'], { article: 'art. 37' })],
    oath: [
      believed('undertaking', {
        remark: 'No religious oath; duty of truth, notice of liability, signed undertaking.',
      }),
    ],
    interpreterOath: [believed('undertaking', { remark: 'A signed undertaking, with notice of liability.' })],
  },
  written: {
    law: [
      readInPart(
        'International Criminal Judicial Assistance Law of 26 October 2018, 70 articles.',
        ['S8f', 'S8'],
        {
          validFrom: '2018-10-26',
        },
      ),
      readInPart('Provisional Provisions of 22 April 2024.', ['S6'], {
        validFrom: '2024-04-22',
        article: 'arts. 1, 2',
      }),
    ],
    centralAuthority: [
      reported(
        'Ministry of Justice and other foreign liaison authorities; which one depends on the treaty.',
        ['S8', 'S8b'],
      ),
    ],
    channel: [reported('Diplomatic where there is no treaty.', ['S8', 'S8b'])],
    basis: [
      readInPart(
        'Without treaty: a written, specific pledge of reciprocity by a suitable body of the requesting State.',
        ['S6'],
      ),
    ],
    languages: [
      readInPart('A translation as the Law or the treaty demands.', ['S6']),
      believed('Into Chinese.'),
    ],
    contents: [
      read('The items of art. 32 as needed, and the written guarantee of art. 33(1).', ['S5'], {
        article: 'art. 36',
        remark:
          'What the guarantee is about (no prosecution or restraint for earlier acts) is general knowledge.',
      }),
    ],
    conditions: [
      read(
        'The witness’s wishes, demands and conditions go from the case organ to the competent authority, to the liaison authority, to the requesting State.',
        ['S5'],
        { article: 'art. 37' },
      ),
      believed(
        'The official stops the hearing at once where sovereignty, security or public interest is harmed.',
      ),
    ],
    notice: [
      read(
        'A summons that is to be served, where no treaty has a rule: at least three months before the hearing.',
        ['S8d'],
        {
          article: 'art. 22',
          leadMonths: 3,
          remark: 'No duty to serve a summons on a citizen as suspect or defendant.',
        },
      ),
    ],
    refusal: [
      reported('An open clause.', ['S8c']),
      believed(
        'An article of its own: dual criminality, political or military offence, discrimination, ne bis in idem, sovereignty, no real link.',
      ),
    ],
    confidentiality: [believed('In the Law; the articles on confidentiality and speciality were not read.')],
    blocking: [
      reported(
        'No foreign proceedings, no evidence and no assistance abroad without approval.',
        ['S8', 'S8c'],
        {
          article: 'art. 4',
        },
      ),
    ],
    safeConduct: [
      read('A written guarantee is given with the request.', ['S5'], { article: 'art. 36 with 33(1)' }),
    ],
    protection: [
      believed(
        'Closed trial for privacy and minors; anonymity, no exposure of face and voice for listed kinds of case.',
      ),
    ],
    interpreter: [believed('Right to one’s own language under the code of criminal procedure.')],
  },
};
