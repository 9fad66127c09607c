import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { NoteError, publicKeyOfSpki, type Signer } from './note.ts';

/**
 * The signer whose private key never leaves KMS. The public key is asked for once in the life of a function.
 * @param name key name, the same for the life of the logs
 */
export function kmsSigner(client: KMSClient, keyId: string, name: string): () => Promise<Signer> {
  const sign = async (message: Uint8Array): Promise<Uint8Array> => {
    const { Signature } = await client.send(
      // RAW, since pure Ed25519 signs the message and not a digest of it.
      new SignCommand({
        KeyId: keyId,
        Message: message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      }),
    );
    if (Signature === undefined) throw new NoteError('The key service gave no signature.');
    return Signature;
  };
  const open = async (): Promise<Signer> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    if (PublicKey === undefined) throw new NoteError('The key service gave no public key.');
    return { name, publicKey: publicKeyOfSpki(PublicKey), sign };
  };

  let opened: Promise<Signer> | undefined;
  return async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (fault) {
      // A failure is not kept: the next call asks again.
      opened = undefined;
      throw fault;
    }
  };
}
