import { believed, read, readInPart } from '../entry.ts';
import { item } from './item.ts';

/** ETS 182 art. 9 and the European Investigation Order. */
export const europeItems = [
  item('COE-9-3-a', 'ets-182', 'R', believed('Reason why not in person.')),
  item(
    'COE-9-3-b',
    'ets-182',
    'R',
    believed('Name of judicial authority and of persons conducting the hearing.', {
      remark: 'An Irish rule of the kind was read (S52).',
    }),
  ),
  item(
    'COE-9-5-a',
    'ets-182',
    'R',
    readInPart('Local authority present; identity checked; power to intervene.', ['S2'], {
      remark: 'Read in the like art. 10 of the EU Convention of 2000.',
    }),
  ),
  item(
    'COE-9-5-b',
    'ets-182',
    'C',
    readInPart('Protection measures agreed.', ['S2'], {
      remark: 'Read in the like art. 10 of the EU Convention of 2000.',
    }),
  ),
  item(
    'COE-9-5-c',
    'ets-182',
    'R',
    readInPart('Requesting authority conducts or directs under its law.', ['S2'], {
      remark: 'Read in the like art. 10 of the EU Convention of 2000.',
    }),
  ),
  item(
    'COE-9-5-d',
    'ets-182',
    'C',
    readInPart('Interpreter on request of State or person.', ['S2'], {
      remark: 'Read in the like art. 10 of the EU Convention of 2000.',
    }),
  ),
  item(
    'COE-9-5-e',
    'ets-182',
    'R',
    readInPart('Right not to testify under either law explained.', ['S2'], {
      remark: 'Read in the like art. 10 of the EU Convention of 2000.',
    }),
  ),
  item('COE-9-6-1', 'ets-182', 'R', believed('Minutes: date and place.')),
  item('COE-9-6-2', 'ets-182', 'R', believed('Minutes: identity of person heard (or protected reference).')),
  item(
    'COE-9-6-3',
    'ets-182',
    'R',
    believed('Minutes: identity and function of all others present at the requested end.'),
  ),
  item('COE-9-6-4', 'ets-182', 'R', believed('Minutes: oaths.')),
  item('COE-9-6-5', 'ets-182', 'R', believed('Minutes: technical conditions.')),
  item('COE-9-6-6', 'ets-182', 'R', believed('Minutes sent to the requesting authority.')),
  item('EIO-24-2', 'eio', 'R', read('Consent if the person is a suspect or accused.', ['S3'])),
  item(
    'EIO-24-3',
    'eio',
    'R',
    read('Practical arrangements; summons with time and place; identity.', ['S3']),
  ),
  item('EIO-24-4', 'eio', 'C', read('Equipment lent by agreement.', ['S3'])),
];
