import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** United Kingdom. Where its parts differ, an entry says whose it is. */
export const gb: StateLaw = {
  state: 'GB',
  officialLanguages: ['en'],
  chosen: {
    permission: [
      read('needed', ['S9'], { article: 's. 30', remark: 'The Secretary of State nominates a court.' }),
    ],
    video: [
      read('express', ['S9'], {
        article: 's. 30',
        remark:
          'The Secretary of State must nominate a court unless that is inappropriate. Read in the version of 2004.',
      }),
    ],
    questions: [
      reported('direct', ['S11'], {
        article: 'Sch. 2 para 7',
        remark: 'The foreign court, under its own law, subject to agreed protection.',
      }),
    ],
    officialPresent: [
      read('required', ['S9'], {
        article: 's. 30; Sch. 2 paras 4, 5',
        remark:
          'The nominated court; that it establishes identity and steps in for the witness’s rights is reported (S11).',
      }),
    ],
    oath: [unknown('Statements on oath are covered (s. 30(4)-(5), S9, in part).')],
    interpreterOath: [believed('either', { remark: 'Oaths Act 1978.' })],
  },
  written: {
    law: [
      read(
        'Crime (International Co-operation) Act 2003, s. 30 and Schedule 2 Part 1; s. 29 for witnesses abroad.',
        ['S9', 'S9b'],
      ),
    ],
    centralAuthority: [
      readInPart('UK Central Authority, Home Office.', ['S9c'], {
        part: 'England, Wales, Northern Ireland',
        remark: 'From an older page; take the address from the current guidelines.',
      }),
      readInPart('Crown Office, for matters of Scotland only.', ['S9c'], {
        part: 'Scotland',
        remark: 'From an older page.',
      }),
      readInPart('HMRC, for its own matters.', ['S9c'], { remark: 'From an older page.' }),
    ],
    languages: [believed('English.')],
    contents: [
      reported('By telephone only with consent.', ['S11'], { article: 's. 31' }),
      read('Requests of EU States: the form of the EU-UK agreement (art. 635).', ['S9e']),
    ],
    refusal: [believed('Discretion; grounds of the treaty; policy on the death penalty.')],
    notice: [unknown('The guidelines ask for lead time; no number was read.')],
    confidentiality: [unknown()],
    record: [
      read('Rules of court must provide for a record and for sending it.', ['S10b'], {
        article: 'Sch. 2 para 10',
      }),
      readInPart('Contempt as in its own case.', ['S9'], { article: 's. 30(4)-(5)' }),
    ],
    protection: [
      reported('Nobody is compelled beyond what UK law compels.', ['S11'], {
        article: 'Sch. 2 para 9',
        remark: 'The model, Sch. 1 para 5, was read (S10).',
      }),
      believed(
        'Youth Justice and Criminal Evidence Act 1999 ss. 16 to 30: complainants of trafficking covered automatically; lifelong anonymity.',
      ),
    ],
    interpreter: [believed('Criminal Procedure Rules; Sch. 2.')],
  },
};
