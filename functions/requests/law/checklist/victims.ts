import { believed, read, readInPart } from '../entry.ts';
import { item } from './item.ts';

/** What the Trafficking Protocol and ACTIP add for victims, on top of any other list. */
export const victimItems = [
  item(
    'TIP-6-1-a',
    'tip-protocol',
    'C',
    read('Closed or confidential hearing asked for at both ends.', ['S28']),
  ),
  item(
    'TIP-6-1-b',
    'tip-protocol',
    'C',
    read('Name, place, image and documents limited to named roles.', ['S28']),
  ),
  item(
    'TIP-6-2-a',
    'tip-protocol',
    'R',
    readInPart('Victim got information on the proceedings, in a language understood.', ['S28'], {
      remark: 'The language is general knowledge.',
    }),
  ),
  item('TIP-6-2-b', 'tip-protocol', 'R', read('Way to present views and concerns.', ['S28'])),
  item(
    'TIP-6-3',
    'tip-protocol',
    'G',
    readInPart('Support person, counselling, medical contact named.', ['S28']),
  ),
  item('TIP-6-4', 'tip-protocol', 'R', believed('Age, gender, child needs noted; child measures chosen.')),
  item('TIP-6-5', 'tip-protocol', 'G', believed('Safety plan for the place of testimony and the way there.')),
  item(
    'TIP-consent',
    'tip-protocol',
    'G',
    read('Informed consent, may be withdrawn, dated, with interpreter.', ['S5'], {
      remark: 'Read for China; otherwise good practice.',
    }),
  ),
  item(
    'ACTIP-14-np',
    'actip',
    'G',
    believed('Non-punishment and immigration risk checked before testimony.'),
  ),
  item('ACTIP-14-lang', 'actip', 'R', believed('Rights explained in own language.')),
];
