import { believed, read, readInPart, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Republic of Korea. */
export const kr: StateLaw = {
  state: 'KR',
  officialLanguages: ['ko'],
  chosen: {
    video: [
      unknown(
        'The Act was not read on this. ETS 182 art. 9 with European parties, if Korea’s accession is confirmed.',
      ),
    ],
    questions: [unknown('Court or prosecutor.')],
    officialPresent: [unknown()],
    oath: [believed('oath', { remark: 'Under the criminal procedure act; under 16 excused.' })],
    interpreterOath: [believed('oath', { remark: 'As of an expert, under the criminal procedure act.' })],
  },
  written: {
    law: [
      readInPart(
        'Act on International Judicial Mutual Assistance in Criminal Matters, Act 4343 of 1991.',
        ['S23'],
        {
          remark: 'The last amendment that was read is of 5 January 2021.',
        },
      ),
    ],
    centralAuthority: [believed('Ministry of Justice; without treaty through Foreign Affairs.')],
    basis: [read('A treaty prevails; else a guarantee of reciprocity.', ['S23'], { article: 'arts. 3, 4' })],
    languages: [believed('A Korean translation.')],
    refusal: [
      believed(
        'Of the kind of art. 6: sovereignty, security, order; discrimination; political; no dual criminality; no guarantee.',
      ),
    ],
    notice: [unknown()],
    confidentiality: [unknown()],
    protection: [
      read('Closed hearing; hearing by relay device.', ['S51'], {
        article: 'special Act on sexual crimes arts. 31, 40',
      }),
      believed('CPA 165-2: video for child and vulnerable witnesses.'),
      believed('Human Trafficking Prevention and Victim Protection Act (2023).'),
    ],
  },
};
