import { believed, read } from '../entry.ts';
import { afterwards, item } from './item.ts';

/** The convention’s own list, for a pair without a treaty or by agreement. */
export const untocItems = [
  item(
    'UNTOC-18-13',
    'untoc-18',
    'R',
    believed('Sent between central authorities (or diplomatic / INTERPOL route where the record says so).'),
  ),
  item(
    'UNTOC-18-14-a',
    'untoc-18',
    'R',
    believed('Written, or means leaving a written record; authenticity can be shown.'),
  ),
  item('UNTOC-18-14-b', 'untoc-18', 'R', believed('In a language notified by the requested State.')),
  item('UNTOC-18-14-c', 'untoc-18', 'C', believed('Oral urgent request confirmed in writing.')),
  item('UNTOC-18-15-a', 'untoc-18', 'R', believed('Identity of the requesting authority.')),
  item(
    'UNTOC-18-15-b',
    'untoc-18',
    'R',
    believed('Subject and nature of the proceedings; name and functions of the authority in charge.'),
  ),
  item('UNTOC-18-15-c', 'untoc-18', 'R', believed('Summary of relevant facts (not for mere service).')),
  item(
    'UNTOC-18-15-d',
    'untoc-18',
    'R',
    believed(
      'Assistance sought, and the particular procedure wished (video, oath form, questions, record, protection).',
    ),
  ),
  item(
    'UNTOC-18-15-e',
    'untoc-18',
    'R',
    believed('Identity, location, nationality of persons concerned, where possible (protected field).'),
  ),
  item('UNTOC-18-15-f', 'untoc-18', 'R', believed('Purpose of the evidence.')),
  item(
    'UNTOC-18-18-a',
    'untoc-18',
    'R',
    read('Why appearing in person is not possible or not desirable.', ['S1']),
  ),
  afterwards(
    item(
      'UNTOC-18-18-b',
      'untoc-18',
      'R',
      read('Permission of the requested State recorded: who, when, conditions.', ['S1']),
    ),
  ),
  item(
    'UNTOC-18-18-c',
    'untoc-18',
    'C',
    believed('Agreement whether the requesting authority conducts, and which judicial authority attends.'),
  ),
  item(
    'UNTOC-18-19',
    'untoc-18',
    'R',
    believed('Use limited to the case named; consent log for wider use; exculpatory notice.'),
  ),
  item('UNTOC-18-20', 'untoc-18', 'C', believed('Confidentiality wish stated, or stated as not needed.')),
  item(
    'UNTOC-18-21',
    'untoc-18',
    'G',
    believed('Refusal grounds of the requested State checked (form, sovereignty, own law).'),
  ),
  item('UNTOC-18-24', 'untoc-18', 'C', believed('Deadline with reasons.')),
  afterwards(
    item(
      'UNTOC-18-24-b',
      'untoc-18',
      'R',
      believed('Hearing cancelled or no longer needed: tell the requested State promptly.'),
    ),
  ),
  item(
    'UNTOC-18-28',
    'untoc-18',
    'C',
    believed('Extraordinary cost (link, interpreter, travel) settled beforehand.'),
  ),
  item(
    'UNTOC-24-2',
    'untoc-18',
    'C',
    read('Protection measures named: identity, place, image, voice.', ['S1b']),
  ),
  item('UNTOC-25-3', 'untoc-18', 'G', believed('Victim told how views and concerns can be heard.')),
  item(
    'UNTOC-9-dual',
    'untoc-18',
    'G',
    believed('Offence description lets dual criminality be tested on facts.'),
  ),
];
