/**
 * Signed notes and verifier keys as c2sp.org/signed-note defines them, for Ed25519 (type 0x01). Parsing is strict:
 * one spelling for each note, so that no byte of a note can change without being noticed.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';

/** Who signs. The KMS adapter and the tests' own key both implement it. */
export interface Signer {
  /** Key name; the origin prefix of the logs it signs. */
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Pure Ed25519 (RFC 8032) over the message: 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

export interface VerifierKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends with a line end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The text is no note, no key, or not signed by the key. The message is a sentence for the reader of a report. */
export class NoteError extends Error {
  override readonly name = 'NoteError';
}

const ED25519 = 1;
const KEY_NAME = /^[^\s+\p{Cc}]+$/u;
const MAX_SIGNATURES = 16;
const MAX_NOTE_LENGTH = 64 * 1024;
/** DER of SubjectPublicKeyInfo up to the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws NoteError unless these 44 bytes are the SPKI of an Ed25519 key. */
export function publicKeyOfSpki(spki: Uint8Array): Uint8Array {
  const der = Buffer.from(spki);
  if (der.length !== 44 || !der.subarray(0, 12).equals(SPKI_PREFIX))
    throw new NoteError('Not an Ed25519 public key.');
  return der.subarray(12);
}

/** First four bytes of SHA-256(name, line end, type, key), in hexadecimal. */
function keyIdOf(key: VerifierKey): string {
  const hash = createHash('sha256')
    .update(`${key.name}\n`)
    .update(Uint8Array.of(ED25519))
    .update(key.publicKey);
  return hash.digest('hex').slice(0, 8);
}

/** `name+keyid+base64(type || key)`: what is published and compared by hand. */
export function encodeVerifierKey(key: VerifierKey): string {
  const typed = Buffer.concat([Uint8Array.of(ED25519), key.publicKey]).toString('base64');
  return `${key.name}+${keyIdOf(key)}+${typed}`;
}

/** @throws NoteError on anything but the one right spelling of an Ed25519 verifier key. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, , typedText] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  if (name === undefined || typedText === undefined)
    throw new NoteError('The key is not of the form name+id+key.');
  const typed = strictBase64(typedText);
  if (typed?.length !== 33 || typed[0] !== ED25519) throw new NoteError('The key is not an Ed25519 key.');
  const key = { name, publicKey: typed.subarray(1) };
  if (!KEY_NAME.test(name) || encodeVerifierKey(key) !== text)
    throw new NoteError('The key does not have its own id.');
  return key;
}

/** Bytes of standard base64 with padding, or undefined: `Buffer.from` alone forgives too much. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * Signs a text and checks the signature before it leaves.
 * @throws NoteError when the text cannot be a note's, or the signer gave no valid signature.
 */
export async function signNote(text: string, signer: Signer): Promise<string> {
  assertNoteText(text);
  const signature = await signer.sign(Buffer.from(text, 'utf8'));
  if (!isSignedBy(text, signature, signer)) throw new NoteError('The signer gave an invalid signature.');
  const blob = Buffer.concat([Buffer.from(keyIdOf(signer), 'hex'), signature]).toString('base64');
  return `${text}\n— ${signer.name} ${blob}\n`;
}

/** @throws NoteError when the text is not a signed note in its one right spelling. */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_LENGTH) throw new NoteError('The note is too long.');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) throw new NoteError('The note has no signature part.');
  const text = note.slice(0, split + 1);
  assertNoteText(text);
  if (!note.endsWith('\n')) throw new NoteError('The note does not end with a line end.');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new NoteError('The note has too many signatures.');
  return { text, signatures: lines.map(parseSignatureLine) };
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const blob = encoded === undefined ? undefined : strictBase64(encoded);
  if (name === undefined || !KEY_NAME.test(name) || blob === undefined || blob.length < 5) {
    throw new NoteError('The note has a signature line that is not one.');
  }
  return { name, keyId: blob.subarray(0, 4).toString('hex'), signature: blob.subarray(4) };
}

function assertNoteText(text: string): void {
  const wellFormed = text.isWellFormed() && text.endsWith('\n') && text.length > 1;
  // Every control character but the line end is forbidden in a note.
  if (!wellFormed || /(?!\n)\p{Cc}/u.test(text)) throw new NoteError('The text cannot be that of a note.');
}

/**
 * The text of a note that this key signed. Signatures of other keys are ignored: a later one may stand beside ours.
 * @throws NoteError when there is no signature of the key, or one of its signatures is wrong.
 */
export function openNote(note: string, key: VerifierKey): Note {
  const parsed = parseNote(note);
  const id = keyIdOf(key);
  const ours = parsed.signatures.filter(({ name, keyId }) => name === key.name && keyId === id);
  if (ours.length === 0) throw new NoteError('The note is not signed by the key.');
  if (!ours.every(({ signature }) => isSignedBy(parsed.text, signature, key))) {
    throw new NoteError("The key's signature on the note is wrong.");
  }
  return parsed;
}

function isSignedBy(text: string, signature: Uint8Array, { publicKey }: VerifierKey): boolean {
  if (signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verifySignature(null, Buffer.from(text, 'utf8'), key, signature);
}
