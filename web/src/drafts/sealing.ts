/** How what was typed is sealed before it lies in a browser: AES-256-GCM, bound to whose it is and to which form. */

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * The key for use in this page, from which nothing can read it back.
 * @param base64 of 256 bits
 */
export const importKey = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  );

/** A name under which nobody who looks into the browser learns whose or which form it is. */
export async function hiddenName(...parts: readonly string[]): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(parts))));
  return btoa(String.fromCharCode(...digest));
}

export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(name) },
    key,
    utf8(JSON.stringify(value)),
  );
  return { iv, bytes };
}

/** @throws DOMException for what was sealed under another key or name, or was changed */
export async function unseal(key: CryptoKey, name: string, { iv, bytes }: Sealed): Promise<unknown> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}
