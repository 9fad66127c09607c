import { believed } from '../entry.ts';
import { item } from './item.ts';

/** Of both ends’ technicians, after the form of the HCCH: good practice, no law. */
export const technicalItems = [
  item('TECH-contacts', 'technical', 'G', believed('Contacts and language of technicians at both ends.')),
  item('TECH-equipment', 'technical', 'G', believed('Equipment and software version.')),
  item('TECH-address', 'technical', 'G', believed('Address.')),
  item('TECH-encryption', 'technical', 'G', believed('Encryption.')),
  item('TECH-bandwidth', 'technical', 'G', believed('Bandwidth.')),
  item('TECH-test', 'technical', 'G', believed('Test date with zone.')),
  item('TECH-fallback', 'technical', 'G', believed('Fallback.')),
  item('TECH-recording', 'technical', 'G', believed('Who records and where.')),
  item('TECH-cameras', 'technical', 'G', believed('Camera plan (who sees whom).')),
  item('TECH-interpreter', 'technical', 'G', believed('Interpreter place and mode.')),
  item('TECH-documents', 'technical', 'G', believed('Document display.')),
  item('TECH-private-line', 'technical', 'G', believed('Private line to lawyer and support person.')),
  item('TECH-break', 'technical', 'G', believed('Break signal.')),
  item('TECH-breakdown', 'technical', 'G', believed('Breakdown protocol.')),
  item('TECH-read-back', 'technical', 'G', believed('Closing read-back.')),
];
