import type { RefusalGround } from '../permission/contract.ts';
import { believed, read, type Entry } from './entry.ts';
import type { LegalBasis } from './contract.ts';

interface Ground {
  /** The instruments that have it; a State’s own law may have it beside. */
  readonly of: readonly LegalBasis[];
  readonly entry: Entry;
}
const inText = (of: readonly LegalBasis[], value: string, article: string): Ground => ({
  of,
  entry: believed(value, { article }),
});
const mlat: readonly LegalBasis[] = ['asean-mlat'];

/** Where each ground of refusal comes from. Nearly all is general knowledge, as the instruments’ texts were not read. */
export const refusalGrounds: Readonly<Record<RefusalGround, Ground>> = {
  'form-not-met': inText(
    ['untoc-18', 'uncac-46'],
    'The request does not have the form that is demanded.',
    '18(21)(a)',
  ),
  'sovereignty-security-public-order': inText(
    ['untoc-18', 'uncac-46', 'asean-mlat'],
    'Sovereignty, security, public order, other essential interests.',
    'UNTOC 18(21)(b); ASEAN MLAT 3',
  ),
  'own-law-forbids-it': inText(
    ['untoc-18', 'uncac-46'],
    'Its own law would forbid it for a like offence at home.',
    '18(21)(c)',
  ),
  'contrary-to-legal-system': inText(
    ['untoc-18', 'uncac-46'],
    'Contrary to its legal system on assistance.',
    '18(21)(d)',
  ),
  'fundamental-principles': {
    of: ['untoc-18', 'ets-182', 'eio'],
    entry: read('Contrary to fundamental principles of the State’s law.', ['S1', 'S3'], {
      article: 'UNTOC 18(18); Directive 2014/41/EU 24(2)',
    }),
  },
  'no-dual-criminality': inText(
    ['untoc-18', 'asean-mlat'],
    'The act is no offence in the requested State.',
    'UNTOC 18(9); ASEAN MLAT 3',
  ),
  'political-or-military-offence': inText(mlat, 'A political or military offence.', '3'),
  discrimination: inText(mlat, 'The request serves to prosecute somebody for who they are.', '3'),
  'ne-bis-in-idem': inText(mlat, 'The person was judged for it already.', '3'),
  'undertaking-missing': inText(
    mlat,
    'No undertaking of reciprocity, of limited use, or to return items.',
    '3',
  ),
  'own-case-prejudiced': inText(mlat, 'It would harm a case of its own.', '3'),
  'danger-to-a-person': inText(mlat, 'It may endanger somebody.', '3'),
  'excessive-burden': inText(mlat, 'It would be too great a burden.', '3'),
  'person-does-not-consent': {
    of: ['eio', 'bilateral-treaty', 'reciprocity'],
    entry: read('The person does not consent: a suspect (Directive), a witness (China).', ['S3', 'S5'], {
      article: 'Directive 2014/41/EU 24(2)(a); Chinese Law of 2018 art. 37',
    }),
  },
  'necessity-not-shown': {
    of: ['bilateral-treaty', 'reciprocity'],
    entry: read('It was not shown that the evidence is essential (Japan).', ['S24'], {
      article: 'Japanese Act of 1980 art. 2',
    }),
  },
};
