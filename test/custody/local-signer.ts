import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { publicKeyOfSpki, type Signer } from '../../functions/custody/note.ts';

/** A real Ed25519 signer whose key is made from one number, so that runs can be repeated. */
export function localSigner(name: string, seed: number): Signer {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, seed),
  ]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = publicKeyOfSpki(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  return { name, publicKey, sign: (message) => Promise.resolve(sign(null, message, key)) };
}
