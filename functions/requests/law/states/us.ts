import { believed, read, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** United States of America, federal law; its States’ own laws are not here. */
export const us: StateLaw = {
  state: 'US',
  officialLanguages: ['en'],
  chosen: {
    video: [
      read('silent', ['S25'], {
        article: '18 U.S.C. 3512',
        remark:
          'A judge may order somebody to appear to give testimony and appoint a person to take it. That voluntary testimony by video is arranged by the Office of International Affairs is general knowledge.',
      }),
    ],
    questions: [
      read('local_judge', ['S26'], {
        remark:
          'A commissioner who is appointed, usually a federal prosecutor; a foreign judge or officer may be co-commissioner.',
      }),
    ],
    officialPresent: [
      read('required', ['S25'], {
        article: '18 U.S.C. 3512',
        remark: 'Where testimony is compelled; where it is voluntary, by arrangement (general knowledge).',
      }),
    ],
    oath: [
      read('oath', ['S25'], {
        article: '18 U.S.C. 3512(b)(2)(B)',
        remark: 'The commissioner administers any necessary oath.',
      }),
    ],
    interpreterOath: [believed('either', { article: 'Fed. R. Evid. 604' })],
  },
  written: {
    law: [read('18 U.S.C. 3512; 28 U.S.C. 1782.', ['S25', 'S26'])],
    centralAuthority: [
      read('Office of International Affairs, Criminal Division, Department of Justice.', ['S27']),
    ],
    languages: [believed('English.')],
    refusal: [believed('Grounds of the treaty; constitutional privileges.')],
    notice: [unknown()],
    confidentiality: [unknown()],
    defence: [
      read('Private parties and the defence cannot use treaties: letters rogatory instead.', ['S27']),
    ],
    protection: [
      believed(
        '18 U.S.C. 3509 (a child by two-way CCTV), 3771 (rights of victims), 22 U.S.C. 7105; the right of confrontation limits video against an accused.',
      ),
    ],
    interpreter: [believed('Court Interpreters Act, 28 U.S.C. 1827.')],
    treaties: [unknown('Whether there is one with Viet Nam, Cambodia, Lao PDR or Myanmar: none is known.')],
  },
};
