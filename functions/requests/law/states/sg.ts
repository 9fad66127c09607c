import { believed, read, readInPart, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Singapore. */
export const sg: StateLaw = {
  state: 'SG',
  officialLanguages: ['en'],
  chosen: {
    video: [
      readInPart('silent', ['S12'], {
        article: 's. 21',
        remark:
          'Evidence is taken before a Magistrate, written down and certified; the Attorney-General may set conditions. Ask in writing whether a live link is accepted.',
      }),
    ],
    questions: [
      readInPart('local_judge', ['S12'], {
        article: 's. 21',
        remark:
          'As on a charge. That lawyers of the accused, the witness and the foreign authority are admitted is general knowledge.',
      }),
    ],
    officialPresent: [read('required', ['S12'], { article: 's. 21', remark: 'The Magistrate.' })],
    oath: [
      unknown('As in a domestic criminal case (s. 21, read by reference); the form itself was not read.'),
    ],
    interpreterOath: [believed('either', { remark: 'Oaths and Declarations Act.' })],
  },
  written: {
    law: [read('Mutual Assistance in Criminal Matters Act 2000 (MACMA).', ['S12'])],
    centralAuthority: [
      read(
        'The Attorney-General, who must notify the Minister; the Minister may direct for sovereignty, security, public order.',
        ['S12', 'S14'],
        { article: 's. 41' },
      ),
    ],
    languages: [believed('English; otherwise a translation.')],
    contents: [
      readInPart(
        'Purpose and nature; who initiates; certificate or description of the criminal matter; facts and law; offence with maximum penalty; the procedure wished, in manner and form; wishes of confidentiality.',
        ['S13b'],
        { article: 's. 19', remark: 'From an earlier text.' },
      ),
      believed('Wishes of time.'),
    ],
    refusal: [
      readInPart(
        'Treaty terms not met; political; military; discrimination; ne bis in idem; no dual criminality; not grave enough; unimportant or to be had otherwise; public interest; no undertaking on limited use; no undertaking to return; prejudice to its own case.',
        ['S13'],
        {
          article: 's. 20(1)',
          remark: 'From an earlier edition; the amendments of 2014 and 2024 are to be checked.',
        },
      ),
    ],
    notice: [unknown()],
    confidentiality: [
      readInPart('Refused where no undertaking on limited use is given.', ['S13'], {
        article: 's. 20(1)(j)',
      }),
    ],
    record: [
      readInPart(
        'Statements for investigations: an officer takes it, may record it on video, with an interpreter where there is no English; not usable in proceedings in Singapore.',
        ['S12b'],
        { article: 's. 21A', remark: 'Read in the Bill; whether it is in force is to be confirmed.' },
      ),
    ],
    protection: [
      read(
        'Sexual exploitation alone: a child is heard in closed court, others may be; no identification. Cases of labour need another basis.',
        ['S48'],
        { article: 'Prevention of Human Trafficking Act 2014 s. 18' },
      ),
      read('Closed evidence for victims of sexual offences and child abuse.', ['S48b'], {
        article: 'CPC s. 281B',
      }),
      readInPart('Screen.', ['S48c'], { article: 'CPC s. 281A', remark: 'Read in the Bill.' }),
      believed('Live link, CPC s. 281.'),
    ],
    interpreter: [believed('The court.')],
  },
};
