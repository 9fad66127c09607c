import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Myanmar. */
export const mm: StateLaw = {
  state: 'MM',
  officialLanguages: ['my'],
  chosen: {
    video: [unknown()],
    questions: [
      unknown(
        'A police officer, an authorised person or a judge may inquire (s. 3(c), S20); for video it is not known.',
      ),
    ],
    officialPresent: [unknown()],
    oath: [believed('either', { remark: 'Oath or affirmation by religion.' })],
    interpreterOath: [believed('either', { remark: 'Oaths Act.' })],
  },
  written: {
    law: [
      readInPart(
        'Mutual Assistance in Criminal Matters Law, Law 4/2004 of 28 April 2004, with Rules.',
        ['S20'],
        {
          validFrom: '2004-04-28',
        },
      ),
      reported('9 chapters, 43 sections.', ['S20b'], { validFrom: '2004-04-28' }),
    ],
    centralAuthority: [
      reported(
        'A committee of 11 members, chaired by the Minister of Home Affairs; not a single office.',
        ['S20b'],
        {
          remark:
            'Its present members are not known. Which authority a partner accepts is that State’s decision.',
        },
      ),
    ],
    channel: [reported('Direct or diplomatic.', ['S30'])],
    basis: [
      read('A convention, a regional or bilateral treaty, or reciprocity.', ['S20'], { article: 's. 2' }),
      read(
        'An offence that is punished with at least one year, by its own law or the foreign one.',
        ['S20'],
        {
          article: 's. 3(a)',
        },
      ),
    ],
    languages: [unknown('Myanmar; whether English is accepted.')],
    refusal: [unknown()],
    notice: [unknown()],
    confidentiality: [unknown()],
    protection: [
      reported('The judge may exclude persons.', ['S45'], { article: 'CrPC s. 352' }),
      readInPart('Anti-Trafficking in Persons Law 5/2005.', ['S45b'], {
        validTo: '2022-06-15',
        remark: 'Child under 16, youth 16 to under 18 (S45d).',
      }),
      reported('The law against trafficking, revised and strengthened on 16 June 2022.', ['S45c'], {
        validFrom: '2022-06-16',
        remark: 'The text was not read, ages of a child included.',
      }),
    ],
  },
};
