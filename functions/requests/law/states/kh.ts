import { believed, read, reported, unknown } from '../entry.ts';
import type { StateLaw } from '../fields.ts';

/** Cambodia. */
export const kh: StateLaw = {
  state: 'KH',
  officialLanguages: ['km'],
  chosen: {
    video: [
      unknown(
        'A study of 2018 (S38) says that the law then neither allowed nor forbade remote testimony; the Law of 2020 came later and was not read.',
      ),
    ],
    questions: [
      believed('local_judge', {
        remark: 'Investigating or trial judge by tradition; for video it is not known.',
      }),
    ],
    officialPresent: [unknown()],
    oath: [
      read('oath', ['S39'], {
        article: 'CPC arts. 154, 156',
        remark:
          'By the witness’s own religion or belief; none for parents, children, siblings, in-laws and spouse of the accused, nor for a child under 14.',
      }),
    ],
    interpreterOath: [
      believed('oath', {
        article: 'CPC art. 144',
        remark: 'That article was read on who may call an interpreter; its words on the oath were not noted.',
      }),
    ],
  },
  written: {
    law: [
      reported(
        'Law on Mutual Legal Assistance in Criminal Matters, passed by the National Assembly in June 2020; 6 chapters, 44 articles.',
        ['S37c'],
        { remark: 'The text was not read.' },
      ),
    ],
    centralAuthority: [
      reported(
        'Central Authority at the Ministry of Justice (since 2011, then under the General Department of Research and Judicial Development), for criminal, civil and commercial matters; it arranges translation.',
        ['S37b'],
        { remark: 'From an older paper of a ministry official; which unit it is now is not known.' },
      ),
      unknown('Under which notification it is named: UNTOC, UNCAC, ASEAN MLAT.'),
    ],
    channel: [reported('Direct or diplomatic contact.', ['S37b'])],
    languages: [unknown('Khmer; whether English is accepted.')],
    refusal: [unknown()],
    notice: [unknown()],
    confidentiality: [unknown('Speciality too.')],
    protection: [
      reported(
        'Children may ask for a screen or for video; in the provinces there was often no equipment.',
        ['S40'],
        {
          remark: 'As of 2016.',
        },
      ),
      believed('A ministry order (Prakas) of 2008 on screens and testimony by TV link.'),
      reported(
        'A letter of the Minister on child victims, after the request that children of 5 and under be not called to trial.',
        ['S40b'],
        { remark: 'The year is to be confirmed.' },
      ),
    ],
    interpreter: [read('The judge may call one.', ['S39'], { article: 'CPC art. 155 with 144' })],
    treaties: [believed('Russia.', { remark: 'Noted as reported, without its source.' })],
  },
};
