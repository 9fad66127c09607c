/**
 * A voice into a language is a track of its own, named for the language: an interpreter's page sends it by that name, the relay gives
 * it on under the same, and nobody else sends one (rooms/media/intruder.ts).
 */

const PREFIX = 'language-';

export const channelName = (language: string): string => `${PREFIX}${language}`;

/** The language of a track, or undefined where it is no language's. */
export const channelOf = (trackName: string): string | undefined =>
  /^language-[a-z]{2,3}$/.test(trackName) ? trackName.slice(PREFIX.length) : undefined;
