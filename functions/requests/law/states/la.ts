import { believed, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Lao PDR. */
export const la: StateLaw = {
  state: 'LA',
  officialLanguages: ['lo'],
  chosen: {
    video: [unknown()],
    questions: [unknown()],
    officialPresent: [unknown()],
    oath: [unknown()],
    interpreterOath: [unknown()],
  },
  written: {
    law: [
      reported(
        'Law on International Judicial Cooperation in Criminal Matters, adopted at the last (10th) session of the 8th legislature.',
        ['S43'],
        { remark: 'Believed to be November 2020; the text was not read.' },
      ),
    ],
    centralAuthority: [
      reported('The Office of the Supreme People’s Prosecutor signs agreements on legal assistance.', [
        'S44',
      ]),
      unknown('Which office is named for UNTOC and for the ASEAN MLAT.'),
    ],
    languages: [unknown('Lao; whether English is accepted.')],
    refusal: [unknown()],
    notice: [unknown()],
    confidentiality: [unknown()],
    protection: [
      believed(
        'Law on Anti-Trafficking in Persons 2015: protection of victims and witnesses, confidentiality.',
        {
          remark: 'Not read.',
        },
      ),
    ],
    interpreter: [believed('Right to one’s own language in criminal procedure.')],
  },
};
