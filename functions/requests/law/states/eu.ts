import { believed, read, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/**
 * What member States of the European Union have in common. Each has a law of its own, which is not here: there is one record
 * for each where it is written, and Ireland stands as the example that was read. The European Investigation Order binds
 * member States among one another and is no basis for anybody else.
 */
export const eu: StateLaw = {
  state: 'EU',
  officialLanguages: [],
  chosen: {
    video: [unknown('By the law of the member State, a bilateral treaty or UNTOC.')],
    questions: [unknown()],
    officialPresent: [unknown()],
    oath: [unknown()],
    interpreterOath: [unknown('Each member State has its own.')],
  },
  written: {
    law: [
      read('Between member States: Directive 2014/41/EU art. 24; not for requests from outside.', ['S3'], {
        article: 'art. 24',
      }),
      readInPart('A proposal of 23 June 2026 to recast it, with an order on remote participation.', ['S4'], {
        remark: 'COM(2026) 313; not law.',
      }),
      believed('Ireland and Denmark: the Conventions of 1959 and 2000, ETS 182.'),
    ],
    centralAuthority: [unknown('Of each member State its own.')],
    languages: [unknown('Of each member State its own.')],
    contents: [
      read(
        'Name, address, nationality of the witness; court or authority; who will conduct the hearing; why not in person; likely date; for designated States.',
        ['S52'],
        { part: 'Ireland', article: 'Criminal Justice (Mutual Assistance) Act 2008 s. 68' },
      ),
    ],
    refusal: [unknown()],
    notice: [unknown()],
    confidentiality: [
      reported('Agreement with Japan: use limited to the request.', ['S22'], {
        remark: 'Requests of Japan alone.',
      }),
    ],
    protection: [
      believed(
        'Directive 2011/36/EU art. 12 (no repeated questioning, no visual contact, no needless questions on private life) and art. 15 for children; Directive (EU) 2024/1712; Directive 2012/29/EU arts. 7, 20 to 24.',
      ),
    ],
    interpreter: [believed('Directive 2012/29/EU art. 7 for victims.')],
  },
};
