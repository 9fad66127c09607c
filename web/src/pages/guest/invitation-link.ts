import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import { ownNames } from './own-names.ts';

/** What the link carries: the language to greet in, as `/join/my/`, and behind the `#` the secret. */
export interface InvitationLink {
  readonly secret?: string;
  readonly language?: UiLanguage;
}

/** Links of before had their language behind the secret, after a dot; those that people still hold are read too. */
export function readLink({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): InvitationLink {
  const [, secret, formerly] = /^#([A-Za-z0-9_-]{16,64})(?:\.([a-z]{2}))?$/.exec(hash) ?? [];
  const language = [/^\/join\/([a-z]{2})(?:\/|$)/.exec(pathname)?.[1] ?? '', formerly ?? ''].find(
    isUiLanguage,
  );
  return { ...(secret === undefined ? {} : { secret }), ...(language === undefined ? {} : { language }) };
}

/** The address of an invitation. The secret stays behind the `#`, which no browser sends to a server. */
export const invitationLink = (origin: string, language: UiLanguage, secret: string): string =>
  `${origin}/join/${language}/#${secret}`;

const isUiLanguage = (tag: string): tag is UiLanguage => Object.keys(ownNames).includes(tag);

/**
 * The language of the first page, before the invitation has said which: the link's, else the telephone's own, else
 * Burmese. English on a telephone says little here: many are sold that way to people who do not read it.
 */
export function firstLanguage(link: InvitationLink, preferred: readonly string[]): UiLanguage {
  if (link.language !== undefined) return link.language;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (primary !== 'en' && isUiLanguage(primary)) return primary;
  }
  return 'my';
}

/**
 * A mark by which this page knows a link that it has used before, so that opening the same link again leads back
 * instead of asking for the PIN. It is a hash of a random secret: it tells nothing.
 */
export async function markOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`link ${secret}`));
  return [...new Uint8Array(digest).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
