/**
 * What is signed of a part, beside the checkpoint over the whole: whose part, of how many entries, and the tree over those that
 * it shows. So nobody can hide one more of them and hand the file on as all that was to be read. It has the form of a checkpoint,
 * under an origin that no log has.
 */
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { openNote, signNote, type Signer, type VerifierKey } from './note.ts';
import type { OwnPart } from './port/part.ts';
import { rootOfFrontier, sameHash, type Frontier } from './tree.ts';

export interface PartStatement {
  /** Of the log. */
  readonly origin: string;
  readonly part: OwnPart;
  /** Entries of the whole. */
  readonly size: number;
  /** The tree over the leaf hashes of those that are shown, in order. */
  readonly shown: Frontier;
}

const originOfPart = ({ origin, part, size }: Omit<PartStatement, 'shown'>): string =>
  `${origin}/part/${part.role}/${part.pseudonym}/${size}`;

export const signPart = (of: PartStatement, signer: Signer): Promise<string> =>
  signNote(
    checkpointText({
      origin: originOfPart(of),
      size: BigInt(of.shown.size),
      root: rootOfFrontier(of.shown),
    }),
    signer,
  );

/**
 * What speaks against a statement: nothing, or why.
 * @throws NoteError where it is none, or not signed by that key
 */
export function faultsOfPart(note: string, of: PartStatement, key: VerifierKey): readonly string[] {
  const opened = openNote(note, key);
  const stated = parseCheckpoint(opened.text);
  if (opened.signatures.length !== 1) return ['The statement of the part has exactly one signature.'];
  if (stated.origin !== originOfPart(of))
    return ['The statement is of another log, somebody else’s part, or another size.'];
  if (stated.size !== BigInt(of.shown.size))
    return [`The part has ${stated.size} entries to show, the file shows ${of.shown.size}.`];
  return sameHash(stated.root, rootOfFrontier(of.shown))
    ? []
    : ['The entries that are shown are not those of the part.'];
}
