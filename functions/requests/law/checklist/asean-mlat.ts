import { believed } from '../entry.ts';
import { item } from './item.ts';

/** The ASEAN treaty’s list: its headings were read, its contents not. */
export const aseanMlatItems = [
  item(
    'AMLAT-4',
    'asean-mlat',
    'R',
    believed('Central authority to central authority (diplomatic if the Party wants).'),
  ),
  item('AMLAT-5', 'asean-mlat', 'R', believed('Written form; urgent oral request confirmed in time.')),
  item('AMLAT-6-a', 'asean-mlat', 'R', believed('Requesting office and authority conducting the matter.')),
  item('AMLAT-6-b', 'asean-mlat', 'R', believed('Purpose and nature of the assistance.')),
  item('AMLAT-6-c', 'asean-mlat', 'R', believed('Nature and present status of the matter; facts and laws.')),
  item('AMLAT-6-d', 'asean-mlat', 'R', believed('Offence with maximum penalty.')),
  item('AMLAT-6-e', 'asean-mlat', 'R', believed('Description of the evidence sought.')),
  item('AMLAT-6-f', 'asean-mlat', 'C', believed('Particular procedure wished, with reasons.')),
  item('AMLAT-6-g', 'asean-mlat', 'C', believed('Time limit.')),
  item('AMLAT-6-h', 'asean-mlat', 'C', believed('Confidentiality wishes, with reasons.')),
  item(
    'AMLAT-6-i',
    'asean-mlat',
    'R',
    believed(
      'Other information or undertakings the requested State’s law needs (reciprocity, limited use, return).',
    ),
  ),
  item(
    'AMLAT-6-j',
    'asean-mlat',
    'C',
    believed('Identity, nationality, location of the witness, and role (protected field).'),
  ),
  item(
    'AMLAT-6-k',
    'asean-mlat',
    'C',
    believed('How testimony is taken and recorded; list of questions or subjects.'),
  ),
  item('AMLAT-6-l', 'asean-mlat', 'C', believed('Allowances and expenses of the witness.')),
  item('AMLAT-6-m', 'asean-mlat', 'R', believed('English, and translation if needed.')),
  item('AMLAT-8', 'asean-mlat', 'R', believed('Limited-use undertaking.')),
  item('AMLAT-9', 'asean-mlat', 'R', believed('Confidentiality both ways.')),
  item(
    'AMLAT-11-a',
    'asean-mlat',
    'C',
    believed('Who appears and asks: parties, lawyers, representatives, under local law.'),
  ),
  item(
    'AMLAT-11-b',
    'asean-mlat',
    'R',
    believed('Live link in line with law and practice of the requested State.'),
  ),
  item(
    'AMLAT-12',
    'asean-mlat',
    'C',
    believed(
      'Privileges of both laws explained; certificate of the requesting central authority if its law is invoked.',
    ),
  ),
  item('AMLAT-24', 'asean-mlat', 'C', believed('Certification; extra authentication only if asked.')),
  item('AMLAT-25', 'asean-mlat', 'R', believed('Cost split agreed: link, interpreter, transcript, travel.')),
];
