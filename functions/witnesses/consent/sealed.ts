import { consentScopes, type ConsentRecord, type ConsentScope, type ScopeAnswer } from './contract.ts';

const saidTo = (answer: ScopeAnswer | undefined): string =>
  answer === undefined ? '' : answer.how === undefined ? answer.answer : `${answer.answer}: ${answer.how}`;

const jsonOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** What is sealed beside the answer to each scope. */
export const otherSealed = [
  'sharing',
  'language',
  'interpreter',
  'method',
  'material',
  'told',
  'capacity',
  'teachBack',
  'mark',
  'person',
  'ofAgeOn',
  'guardian',
  'wishes',
  'validUntil',
  'toldTo',
] as const;
type SealedName = ConsentScope | (typeof otherSealed)[number];

/**
 * What was said, field by field, as it is sealed into the log: a court can be shown that recording was refused without
 * learning a language. Whatever was not asked is sealed as nothing, so that not even that shows.
 */
export function sealedConsent(record: ConsentRecord): Readonly<Record<SealedName, string>> {
  const { language, method, person, ofAgeOn, validUntil } = record;
  const plain: Readonly<Partial<Record<SealedName, string | undefined>>> = {
    language,
    method,
    person,
    ofAgeOn,
    validUntil,
  };
  return Object.fromEntries([
    ...consentScopes.map((scope) => [scope, saidTo(record.scopes[scope])]),
    ...otherSealed.map((name) => [name, name in plain ? (plain[name] ?? '') : jsonOf(record[name])]),
  ]) as Record<SealedName, string>;
}
