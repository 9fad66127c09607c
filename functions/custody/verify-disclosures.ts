/** Checks a disclosures file against the entries of a log: each disclosure opens one field, under its own name, or is named. */
import { createHash } from 'node:crypto';
import { parseCanonical } from './canonical.ts';
import { disclosuresSchema } from './port/disclosures-file.ts';
import { openDisclosure } from './port/disclosure.ts';
import type { Entry } from './port/entry.ts';

/** An entry that seals something, as the file of the log shows it. */
export interface Sealing {
  readonly entry: Pick<Entry, 'index' | 'action' | 'sealed'>;
  /** In base64. */
  readonly leafHash: string;
}

/** What a disclosure says that was found to be right. */
export interface Disclosed {
  readonly index: number;
  readonly action: string;
  readonly field: string;
  readonly value: string;
}

export interface ReadDisclosures {
  readonly disclosed: readonly Disclosed[];
  readonly found: readonly string[];
}

const nothing = (why: string): ReadDisclosures => ({ disclosed: [], found: [why] });

/**
 * @param bytes the disclosures file
 * @param log of the log that it is checked against
 */
export function readDisclosures(
  bytes: Uint8Array,
  log: { readonly logId: string | undefined; readonly sealing: readonly Sealing[] },
): ReadDisclosures {
  const text = textOf(bytes);
  if (text === undefined) return nothing('The disclosures file is not UTF-8.');
  if (!text.endsWith('\n')) return nothing('The disclosures file does not end with a line end.');
  const file = fileIn(text.slice(0, -1));
  if (file === undefined)
    return nothing('The disclosures file is not one line of canonical JSON with the fields of its format.');
  if (file.logId !== log.logId) return nothing(`The disclosures are of another log, ${file.logId}.`);
  const meant = log.sealing.find(({ entry }) => entry.index === file.entry);
  if (meant === undefined)
    return nothing(
      `The log shows no entry ${file.entry} that seals something, of which the disclosures are.`,
    );
  if (meant.leafHash !== file.leafHash)
    return nothing(`Entry ${file.entry} of the log is not the one that the disclosures are of.`);
  const [disclosed, found]: [Disclosed[], string[]] = [[], []];
  for (const [at, disclosure] of file.disclosures.entries()) {
    const read = openedBy(disclosure, meant, log.sealing);
    const isDoubled = file.disclosures.indexOf(disclosure) !== at;
    const fault = isDoubled ? 'stands there twice' : 'fault' in read ? read.fault : undefined;
    if (fault !== undefined) found.push(`Disclosure ${at + 1} ${fault}.`);
    else if (!('fault' in read)) disclosed.push(read);
  }
  return { disclosed, found };
}

function openedBy(
  disclosure: string,
  { entry }: Sealing,
  sealing: readonly Sealing[],
): Disclosed | { readonly fault: string } {
  const digest = createHash('sha256').update(disclosure, 'ascii').digest('base64url');
  const places = sealing.flatMap((each) =>
    Object.entries(each.entry.sealed ?? {}).flatMap(([field, sealed]) =>
      sealed === digest ? [{ field, index: each.entry.index }] : [],
    ),
  );
  const [place, ...more] = places;
  if (place === undefined) return { fault: 'opens nothing in this log' };
  if (more.length > 0)
    return { fault: `opens a digest that stands in this log ${places.length} times, and so none of them` };
  if (place.index !== entry.index) return { fault: `opens a field of entry ${place.index}, not of this one` };
  const opened = openDisclosure(disclosure, digest);
  if (opened === undefined) return { fault: `opens field "${place.field}" and is no disclosure` };
  const { name, value } = opened;
  if (name !== place.field)
    return { fault: `stands under "${place.field}" in the log and says that it is "${escaped(name)}"` };
  if (!value.isWellFormed()) return { fault: `of field "${place.field}" is no well-formed text` };
  return { index: entry.index, action: entry.action, field: place.field, value };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fileIn(line: string) {
  try {
    return disclosuresSchema.parse(parseCanonical(line));
  } catch {
    return undefined;
  }
}

/**
 * A text as it can be printed: letters of every script stand as they are, and whatever is not seen or turns the line round does not
 * (controls, formats such as directions and joiners, lone surrogates, private use, what is not assigned, line and paragraph ends).
 */
export const escaped = (text: string): string =>
  text.replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, (each) =>
    each === '"' || each === '\\' ? `\\${each}` : `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`,
  );
