import { believed, read, readInPart, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Malaysia. */
export const my: StateLaw = {
  state: 'MY',
  officialLanguages: ['ms'],
  chosen: {
    video: [
      unknown(
        'Not in the part of s. 22 that was read (S16). At home CPC s. 272B allows live video with leave (S49).',
      ),
    ],
    questions: [
      read('local_judge', ['S16'], {
        article: 's. 22',
        remark: 'A Sessions Court Judge; accused, witness and foreign authority may have lawyers (s. 22(4)).',
      }),
    ],
    officialPresent: [read('required', ['S16'], { article: 's. 22', remark: 'The Sessions Court Judge.' })],
    oath: [read('oath', ['S16'], { article: 's. 22' })],
    interpreterOath: [believed('affirmation', { remark: 'Oaths and Affirmations Act 1949.' })],
  },
  written: {
    law: [
      read('Mutual Assistance in Criminal Matters Act 2002 (Act 621), amended among others by Act A1709.', [
        'S16',
      ]),
    ],
    centralAuthority: [
      readInPart('Attorney General’s Chambers, International Affairs Division.', ['S15'], {
        remark: 'As of 2012; its name today is to be confirmed.',
      }),
    ],
    channel: [read('Diplomatic, or direct where circumstances require.', ['S16b'], { article: 's. 19(2)' })],
    basis: [
      read(
        'A prescribed foreign State (s. 17), or a special direction of the Minister (s. 18); conventions are no basis by themselves.',
        ['S15'],
        { article: 'ss. 17, 18' },
      ),
    ],
    languages: [believed('English or Malay.')],
    contents: [
      readInPart(
        'Purpose, nature; who initiates; criminal matter, facts, law; offence with maximum penalty; the procedure wished; wishes of confidentiality with reasons.',
        ['S16b'],
        { article: 's. 19(3)' },
      ),
      believed('Time limit.'),
    ],
    refusal: [
      readInPart(
        'Treaty terms, political, military, discrimination, ne bis in idem, dual criminality, gravity, to be had otherwise, and more.',
        ['S16c'],
        { article: 's. 20' },
      ),
    ],
    notice: [unknown()],
    confidentiality: [unknown()],
    record: [read('Evidence on oath, written and certified.', ['S16'], { article: 's. 22' })],
    protection: [
      read(
        'Evidence of Child Witness Act 2007, under 18: screen (s. 4); live link (s. 5: staff, interpreter, companion, who sees and hears whom).',
        ['S49b'],
        { article: 'ss. 2, 4, 5' },
      ),
      read('The same list of orders for live video.', ['S49'], { article: 'CPC s. 272B' }),
      readInPart('Immunity of trafficked persons (s. 25); consent irrelevant (s. 16).', ['S49c'], {
        article: 'Act 670 ss. 16, 25',
        remark: 'Headings alone were read.',
      }),
      believed('Limits on the media in Act 670.'),
    ],
    interpreter: [believed('The court.')],
  },
};
