import type { LegalBasis, Provision } from '../contract.ts';
import { believed, read, readInPart, unknown, type Entry } from '../entry.ts';

interface Instrument {
  readonly title: string;
  readonly says: { readonly [Name in Provision]?: Entry };
}

const untoc: Instrument = {
  title: 'United Nations Convention against Transnational Organized Crime, art. 18',
  says: {
    video: read(
      'The requested State may permit it, where possible and in line with its fundamental principles, when coming in person is not possible or not desirable. It gives no right to it.',
      ['S1'],
      { article: '18(18), first sentence' },
    ),
    conducts: believed(
      'The States may agree that the requesting judicial authority conducts the hearing and a judicial authority of the requested State attends.',
      { article: '18(18), second sentence' },
    ),
    channel: believed(
      'Between central authorities that are notified; the diplomatic channel may be required; in urgency through INTERPOL if agreed.',
      {
        article: '18(13)',
      },
    ),
    language: believed(
      'One that the requested State has notified; in writing, so that it can be shown to be genuine.',
      {
        article: '18(14)',
      },
    ),
    notice: believed('No fixed period; deadlines are heeded for which reasons are given.', {
      article: '18(24)',
    }),
    speciality: believed(
      'Not passed on or used for other proceedings without prior consent; what exculpates may be disclosed after notice.',
      {
        article: '18(19)',
      },
    ),
    confidentiality: believed('The requesting State may demand it, save as needed to execute the request.', {
      article: '18(20)',
    }),
    refusal: believed(
      'Form not met; sovereignty, security, public order, essential interests; forbidden by its own law for the like; contrary to its system. Reasons are given.',
      {
        article: '18(21), 18(23)',
      },
    ),
    postponement: believed(
      'For a case of its own that is running; it consults on conditions before it refuses or postpones.',
      {
        article: '18(25), 18(26)',
      },
    ),
    costs: believed('Ordinary costs: the requested State; extraordinary ones are talked about first.', {
      article: '18(28)',
    }),
    safeConduct: believed('For whoever consents to travel, until 15 days after release.', {
      article: '18(27)',
    }),
    protection: read(
      'Protection from retaliation, non-disclosure of identity and place, testimony by video link, without prejudice to the defence.',
      ['S1b'],
      {
        article: '24',
      },
    ),
  },
};

const aseanMlat: Instrument = {
  title: 'ASEAN Treaty on Mutual Legal Assistance in Criminal Matters, 2004',
  says: {
    video: believed(
      'Live links are not excluded where law and practice of the requested State allow and justice requires.',
      {
        article: '11',
        remark: 'The paragraph is to be confirmed; of the treaty the headings alone were read (S29).',
      },
    ),
    conducts: believed(
      'Under the law of the requested State; parties, lawyers or representatives may appear and ask, subject to that law.',
      {
        article: '11',
      },
    ),
    channel: believed('Central authorities, direct or, where a Party wishes, diplomatic.', { article: '4' }),
    language: believed('English, with a translation if needed.', { article: '6' }),
    notice: unknown(),
    speciality: believed('Only for the matter that is named, unless consent is given.', { article: '8' }),
    confidentiality: believed('Both ways; they consult if execution would break it.', { article: '9' }),
    refusal: believed(
      'Must: political or military offence, discrimination, ne bis in idem, no dual criminality, sovereignty, security, public order, undertakings missing, prejudice to its own case. May: danger to a person, excessive burden.',
      { article: '3' },
    ),
    costs: believed(
      'Ordinary costs: the requested State; travel, experts, translation, interpretation, transcription, extraordinary costs: the requesting State.',
      {
        article: '25',
      },
    ),
    safeConduct: believed('Attendance, custody and safe conduct have articles of their own.', {
      article: '14 to 16',
    }),
  },
};

const ets182: Instrument = {
  title: 'Second Additional Protocol to the European Convention on Mutual Assistance, art. 9 (ETS 182)',
  says: {
    video: believed(
      'Agreed unless against fundamental principles, where coming is not desirable or possible and there are means; means may be lent.',
      {
        article: '9(1), 9(2)',
      },
    ),
    conducts: believed('Directly by, or under the direction of, the requesting authority and its law.', {
      article: '9(5)(c)',
    }),
    official: believed(
      'A judicial authority of the requested State is present, checks identity, guards fundamental principles, may intervene.',
      {
        article: '9(5)(a)',
      },
    ),
    record: believed(
      'Minutes by the requested authority: date, place, who was heard and who was there, oaths, technical conditions.',
      {
        article: '9(6)',
      },
    ),
    refusal: believed('Contrary to fundamental principles.', { article: '9(2)' }),
  },
};

const eio: Instrument = {
  title: 'European Investigation Order, Directive 2014/41/EU art. 24',
  says: {
    video: read('It may be issued for hearing a witness, expert or suspect by video.', ['S3'], {
      article: '24(1)',
    }),
    conducts: believed('The issuing authority conducts.', { article: '24(5)(c)' }),
    official: readInPart(
      'The executing authority is present, with an interpreter where needed; identity, fundamental principles.',
      ['S3'],
      {
        article: '24(5)(a)',
      },
    ),
    refusal: read(
      'A suspect does not consent; contrary to fundamental principles of the executing State.',
      ['S3'],
      { article: '24(2)' },
    ),
    record: believed('Minutes as in ETS 182.', { article: '24(6)' }),
  },
};

const uncac: Instrument = {
  title: 'United Nations Convention against Corruption, art. 46',
  says: {
    video: believed('The same rule as UNTOC 18(18).', { article: '46(18)' }),
    refusal: believed('As UNTOC; assistance without coercion also where there is no dual criminality.', {
      article: '46(9)(b), 46(21)',
    }),
  },
};

export const instruments: Readonly<Record<LegalBasis, Instrument>> = {
  'bilateral-treaty': { title: 'Treaty of the two States', says: {} },
  eio,
  'asean-mlat': aseanMlat,
  'ets-182': ets182,
  'untoc-18': untoc,
  'uncac-46': uncac,
  reciprocity: { title: 'Reciprocity, by a written pledge', says: {} },
  'judicial-discretion': { title: 'Discretion of the host State’s court or authority', says: {} },
};
