import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Australia, the Commonwealth; its States’ own laws are not here. */
export const au: StateLaw = {
  state: 'AU',
  officialLanguages: ['en'],
  chosen: {
    permission: [
      read('needed', ['S7'], { article: 's. 13(1A)', remark: 'The Attorney-General authorises.' }),
    ],
    video: [
      read('express', ['S7'], {
        article: 's. 13(1)(a)(iii)',
        remark: 'Evidence taken in Australia for live transmission to a courtroom or other place.',
      }),
    ],
    questions: [unknown('Examination by video from abroad is regulated in s. 13; that part was not read.')],
    officialPresent: [
      read('required', ['S7'], { article: 's. 13', remark: 'A Magistrate or an eligible Judge presides.' }),
    ],
    oath: [read('either', ['S7'], { article: 's. 13(2)(a)(i)' })],
    interpreterOath: [believed('either', { remark: 'Evidence Acts; the interpreter’s own choice.' })],
  },
  written: {
    law: [
      read('Mutual Assistance in Criminal Matters Act 1987.', ['S7']),
      read('Foreign Evidence Act 1994, for the use of evidence in Australia.', ['S7']),
    ],
    centralAuthority: [
      read('International Crime Cooperation Central Authority, Attorney-General’s Department.', ['S7a']),
    ],
    channel: [read('Direct or diplomatic; from countries only, not from individuals.', ['S7a', 'S7b'])],
    languages: [read('In writing, in English with all annexes.', ['S7a', 'S7b'])],
    contents: [
      readInPart('Authority; text of the offence and maximum penalty; facts; more on the official list.', [
        'S7b',
      ]),
    ],
    refusal: [
      readInPart('Policy on the death penalty.', ['S7a']),
      believed(
        's. 8: political, military, discrimination, death penalty, torture, double jeopardy, sovereignty, others.',
      ),
    ],
    notice: [
      read('As early as possible; court time must be arranged.', ['S7b'], { remark: 'No number was read.' }),
    ],
    confidentiality: [unknown('Speciality too.')],
    defence: [
      reported(
        'A court’s certificate (s. 39A) makes the Attorney-General send the defence’s request abroad.',
        ['S7c'],
        { article: 's. 39A' },
      ),
    ],
    protection: [
      read(
        'Private hearing; order persons out; ban on publishing evidence and the names of parties and witnesses.',
        ['S7', 'S7f'],
        { article: 's. 13AA' },
      ),
      readInPart('Compulsion by the rules at home; an accused is competent, not compellable.', ['S7f'], {
        article: 's. 13AB',
      }),
      believed(
        'Crimes Act 1914 Part IAD: vulnerable persons in cases of trafficking and slavery, CCTV, screens, no identification.',
      ),
    ],
    interpreter: [believed('The court appoints.')],
  },
};
