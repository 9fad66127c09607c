import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Thailand. */
export const th: StateLaw = {
  state: 'TH',
  officialLanguages: ['th'],
  chosen: {
    video: [
      unknown(
        'For incoming requests. The parts of the Act that were read have nothing on video; a court of its own may hear a witness abroad or far away by video conference (court rule, S46; CPC 230/1 by general knowledge). A bill of 2022 on video in CPC 172 (S46c): outcome not known.',
      ),
    ],
    questions: [
      believed('local_judge', {
        remark:
          'A statement: police or prosecutor; evidence in court: the prosecutor applies, the court examines.',
      }),
    ],
    officialPresent: [unknown()],
    oath: [believed('either', { remark: 'By religion, with exceptions for children and monks.' })],
    interpreterOath: [
      believed('either', {
        article: 'CPC s. 13',
        remark: 'By the interpreter’s own religion, before interpreting.',
      }),
    ],
  },
  written: {
    law: [
      readInPart('Act on Mutual Assistance in Criminal Matters B.E. 2535 (1992).', ['S21']),
      believed('Amended B.E. 2559 (2016).', { remark: 'What was amended is not known.' }),
    ],
    centralAuthority: [
      reported('The Office of the Attorney General has the role.', ['S21c']),
      believed('Attorney General or delegate; International Affairs Department of that office.'),
    ],
    channel: [believed('By treaty direct; otherwise diplomatic.')],
    languages: [believed('Thai, or a certified translation into English.')],
    contents: [
      reported(
        'A recorded statement of a witness who lives abroad may be put in; the rule on its signature points to a consul or the like.',
        ['S46b'],
        { article: 'CPC 230/2' },
      ),
    ],
    refusal: [
      believed(
        'Act s. 9 and others: dual criminality, sovereignty, security, public interest, political, military.',
      ),
    ],
    notice: [
      read('A document that is to be served: a reasonable time before the date.', ['S21'], {
        article: 's. 21',
        remark: 'No penalty for somebody of another nationality who ignores a foreign summons (s. 22).',
      }),
    ],
    confidentiality: [unknown()],
    protection: [
      read('Early testimony before a charge; cross-examination if permitted; usable later.', ['S47'], {
        article: 'Anti-Trafficking Act s. 31',
      }),
      read('The person’s opinion is sought; compensation and legal aid are explained.', ['S47b'], {
        article: 'Anti-Trafficking Act ss. 33, 34',
      }),
      readInPart('Witness Protection Act B.E. 2546.', ['S47c']),
      reported('Trafficking Case Procedure Act B.E. 2559.', ['S47d']),
      believed('A child witness under 18 is heard through a specialist, with image and sound (CPC).'),
    ],
    interpreter: [believed('CPC, sign language included.')],
  },
};
