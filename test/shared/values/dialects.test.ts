import { describe, expect, it } from 'vitest';
import {
  closestTag,
  dialectNames,
  dialectsOf,
  spokenLanguage,
} from '../../../functions/shared/values/dialects.ts';
import { canonicalLanguage } from '../../../functions/shared/values/languages.ts';

const spoken = (language: string, dialect?: string) =>
  spokenLanguage.safeParse({ language, ...(dialect === undefined ? {} : { dialect }) });

describe('a dialect', () => {
  it('has one name only, and is of a language that is known', () => {
    expect(new Set(dialectNames).size).toBe(dialectNames.length);
    for (const language of ['kar', 'hmn', 'shn', 'my', 'th', 'lo', 'km', 'vi']) {
      expect(canonicalLanguage(language)).toBe(language);
      expect(dialectsOf(language).length).toBeGreaterThan(1);
    }
    expect(dialectsOf('fr')).toEqual([]);
  });

  it('is of the language that it is said of', () => {
    expect(spoken('kar', 'sgaw').success).toBe(true);
    expect(spoken('kar').success).toBe(true);
    expect(spoken('hmn', 'sgaw').success).toBe(false);
    expect(spoken('kar', 'sgau').success).toBe(false);
  });

  it('is known by the tag of a language of its own, where it is one', () => {
    const closest = (language: string, dialect?: string) =>
      closestTag(spokenLanguage.parse({ language, ...(dialect === undefined ? {} : { dialect }) }));
    expect(closest('kar', 'sgaw')).toBe('ksw');
    expect(canonicalLanguage(closest('hmn', 'hmong-njua'))).toBe('hnj');
    expect(closest('shn', 'shan-southern')).toBe('shn');
    expect(closest('kar')).toBe('kar');
  });
});
