import { read, readInPart, reported, unknown } from '../entry.ts';
import { afterwards, item } from './item.ts';

/** What a State wants beside, where it is the one that is asked. */
export const hostStateItems = [
  item(
    'CN-treaty',
    'CN',
    'N',
    readInPart('Treaty, or written reciprocity pledge through the diplomatic channel.', ['S6'], {
      remark: 'The channel is reported (S8).',
    }),
  ),
  item('CN-36', 'CN', 'N', read('Art. 32 items; written guarantee of art. 33(1).', ['S5'])),
  item(
    'CN-37',
    'CN',
    'N',
    readInPart('Written consent of the witness; conditions answered; Chinese official present.', ['S5']),
  ),
  item('CN-22', 'CN', 'N', read('Summons at least 3 months before the hearing if no treaty rule.', ['S8d'])),
  item('CN-lang', 'CN', 'N', readInPart('Translation.', ['S6'])),
  item(
    'VN-2026',
    'VN',
    'N',
    reported(
      'Request received from 1 July 2026: Law 103/2025/QH15; check online-statement article.',
      ['S18'],
      { remark: 'The article on online statements is not known.' },
    ),
  ),
  item('VN-safe', 'VN', 'N', reported('Written non-prosecution pledge if the person travels.', ['S17c'])),
  item('MM-basis', 'MM', 'N', read('Treaty or reciprocity; offence of one year or more.', ['S20'])),
  item('TH-serve', 'TH', 'N', read('Reasonable time before the date.', ['S21'])),
  item('TH-31', 'TH', 'N', read('Consider early testimony under s. 31.', ['S47'])),
  afterwards(item('KH-oath', 'KH', 'N', read('Oath by belief; exempt relatives and under 14.', ['S39']))),
  item('AU-en', 'AU', 'N', read('English; request from a State.', ['S7a'])),
  item(
    'AU-13',
    'AU',
    'N',
    read('Attorney-General’s authorisation; Magistrate or Judge; privacy and publication orders asked for.', [
      'S7',
    ]),
  ),
  item(
    'SG-19',
    'SG',
    'N',
    readInPart('Procedure wished, penalty, facts and law; limited-use and return undertakings.', ['S13b']),
  ),
  item(
    'SG-video',
    'SG',
    'N',
    unknown('Ask the Attorney-General’s Chambers in writing whether a live link is accepted.'),
  ),
  item('MY-17-18', 'MY', 'N', read('Prescribed State or Minister’s direction.', ['S15'])),
  item('MY-19', 'MY', 'N', readInPart('S. 19(3) contents; diplomatic channel unless urgent.', ['S16b'])),
  item('JP-2iii', 'JP', 'N', read('Written showing that the testimony is essential.', ['S24'])),
  item('JP-contact', 'JP', 'N', read('Draft shown to the Ministry of Justice first.', ['S24b'])),
  item('KR-4', 'KR', 'N', read('Treaty or reciprocity guarantee.', ['S23'])),
  item(
    'UK-30',
    'GB',
    'N',
    readInPart('Court nominated; protection measures agreed; record requested.', ['S9']),
  ),
  item(
    'US-3512',
    'US',
    'N',
    read('Request to OIA; compelled or voluntary; commissioner and foreign co-commissioner.', ['S25']),
  ),
  item('US-def', 'US', 'N', read('Defence: letter rogatory, not MLAT.', ['S27'])),
  item('IE-68', 'IE', 'N', read('Name, address, nationality; authority; conductor; reason; date.', ['S52'])),
];
