import { believed, readInPart, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Until this day requests go by the Law of 2007, from the next by that of 2025. */
const old = { validTo: '2026-06-30' };
const current = { validFrom: '2026-07-01' };

/** Viet Nam. */
export const vn: StateLaw = {
  state: 'VN',
  officialLanguages: ['vi'],
  chosen: {
    video: [
      unknown('The Law of 2007 was read to art. 5 only.', old),
      reported('express', ['S18', 'S17c'], {
        ...current,
        remark:
          'Taking statements directly and online is listed as a form of assistance; the article and its conditions were not read.',
      }),
    ],
    questions: [
      unknown(
        'The sister law on civil matters lets the foreign authority take the statement itself; this law was not read.',
      ),
    ],
    officialPresent: [unknown()],
    consent: [
      unknown('Under the Law of 2007.', old),
      unknown(
        'The sister law on civil matters demands that it be voluntary (S19); this law was not read.',
        current,
      ),
    ],
    oath: [
      believed('undertaking', {
        remark: 'No religious oath; the witness is told of duties and liability, and signs.',
      }),
    ],
    interpreterOath: [
      believed('undertaking', { remark: 'A written undertaking, under the code of criminal procedure.' }),
    ],
  },
  written: {
    law: [
      readInPart('Law on Legal Assistance 08/2007/QH12.', ['S17b'], old),
      readInPart(
        'Law on Mutual Legal Assistance in Criminal Matters 103/2025/QH15 of 26 November 2025.',
        ['S17'],
        {
          ...current,
          remark:
            'That it replaces the Law of 2007 on 1 July 2026 is reported (S17c, S18). Which law older requests go by is not known.',
        },
      ),
    ],
    centralAuthority: [
      unknown('Under the Law of 2007.', old),
      reported(
        'Supreme People’s Procuracy: contact point; may refuse or postpone within its powers.',
        ['S18'],
        current,
      ),
    ],
    languages: [
      readInPart(
        'The treaty’s language; else a translation into the language of the requested State or another that it accepts.',
        ['S17b'],
        { ...old, article: 'art. 5' },
      ),
      unknown('Under the Law of 2025.', current),
    ],
    conditions: [
      unknown(
        'Conditions for online statements. The sister law on civil matters, as an analogy only (S19): sovereignty respected, no matter of national security, voluntary, secure data, an encrypted line, a written request with commitments, a decision of the central body with other ministries.',
        current,
      ),
    ],
    refusal: [
      unknown('Under the Law of 2007.', old),
      reported('A list in the law, among them ne bis in idem and amnesty.', ['S18'], current),
    ],
    notice: [unknown()],
    confidentiality: [unknown()],
    safeConduct: [
      reported(
        'A written pledge not to prosecute, arrest or restrict a person who comes.',
        ['S17c'],
        current,
      ),
    ],
    protection: [
      readInPart('Law on Prevention and Combat of Human Trafficking 53/2024/QH15, 63 articles.', ['S32'], {
        validFrom: '2025-07-01',
        remark: 'Also for persons who are still being identified, and under-18s with them (S32b, reported).',
      }),
      reported(
        'Decree 62/2012: secrecy of identity and evidence, guard, security of the courtroom, closed trial.',
        ['S32c'],
        {
          article: 'art. 7',
          remark: 'Made for the law before; whether it is still in force is not known.',
        },
      ),
      believed('Closed trial and rules for under-18s in the code of criminal procedure.'),
    ],
    interpreter: [believed('Right to one’s own language under the code of criminal procedure.')],
    treaties: [reported('19 bilateral treaties on criminal matters since 2012.', ['S18b'])],
  },
};
