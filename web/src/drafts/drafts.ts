import { hiddenName, importKey, seal, unseal, type Sealed } from './sealing.ts';

/**
 * What one person has typed in this browser and not sent yet. It lies here sealed, under a key that the service gives to
 * that person alone (infra/decisions/drafts-are-sealed.md); it is wiped when they sign out, and forgotten after some days.
 * That the browser keeps nothing, as a private window may, is no fault: the form works, and does without.
 */

const DATABASE = 'saksi.drafts';
const STORE = 'sealed';
/** Days after which a draft that nobody came back to is forgotten. */
export const keptDays = 7;
/** Letters beyond which a draft is not kept. */
const mostLetters = 200_000;

interface Kept extends Sealed {
  /** Whose it is, hidden. */
  readonly of: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface DraftsOf {
  readonly personId: string;
  /** Base64; undefined while there is none, and so nothing to be read. */
  readonly key: string | undefined;
  /** Has one made. */
  readonly makeKey: () => Promise<string>;
  readonly now: () => number;
}

export class Drafts {
  readonly #of: DraftsOf;
  #key: Promise<CryptoKey> | undefined;
  /** The last forgetting of each name: what was on its way to be kept before it is kept no more. */
  readonly #forgotten = new Map<string, Promise<unknown>>();
  /** From then on nothing more is kept: whoever signs out has done with what they typed. */
  #wiped = false;
  /** Forms that are on their way: until it is known what became of one, what was typed in it is nobody's to read. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(of: DraftsOf) {
    this.#of = of;
    if (of.key !== undefined) this.#key = importKey(of.key);
  }

  /** What was typed in the form of that name; undefined for nothing, and for what cannot be read. */
  async read(name: string): Promise<unknown> {
    if (this.#key === undefined) return undefined;
    await this.#underWay.get(name);
    await this.#forgotten.get(name);
    return orNothing(async () => {
      const place = await this.#placeOf(name);
      const found = await inStore<Kept | undefined>('readonly', (store) => store.get(place));
      if (found === undefined || this.#isOld(found)) return undefined;
      return unseal(await this.#sealKey(), place, found);
    });
  }

  async keep(name: string, value: unknown): Promise<void> {
    if (this.#wiped || JSON.stringify(value).length > mostLetters) return;
    const forgotten = this.#forgotten.get(name);
    await orNothing(async () => {
      const place = await this.#placeOf(name);
      const sealed = await seal(await this.#sealKey(), place, value);
      const kept: Kept = { ...sealed, of: await hiddenName(this.#of.personId), at: this.#of.now() };
      if (!this.#wiped && this.#forgotten.get(name) === forgotten)
        await inStore('readwrite', (store) => store.put(kept, place));
    });
  }

  /**
   * It is sent: nothing of it is kept once that went well. What came of it is drawn before the sender is told so, and a form of the
   * same name would begin with what was sent.
   */
  async sent(name: string, outcome: Promise<unknown>): Promise<void> {
    const known = outcome.then(
      () => this.forget(name),
      () => undefined,
    );
    this.#underWay.set(name, known);
    await known;
    if (this.#underWay.get(name) === known) this.#underWay.delete(name);
  }

  async forget(name: string): Promise<void> {
    const done = orNothing(async () => {
      const place = await this.#placeOf(name);
      await inStore('readwrite', (store) => store.delete(place));
    });
    this.#forgotten.set(name, done);
    await done;
  }

  /** Takes away all that this person has typed here. */
  async wipe(): Promise<void> {
    this.#wiped = true;
    const own = await hiddenName(this.#of.personId);
    await this.#removeWhere(({ of }) => of === own);
  }

  /** Takes away what nobody came back to, whoever typed it. */
  forgetOld(): Promise<void> {
    return this.#removeWhere((kept) => this.#isOld(kept));
  }

  #removeWhere(which: (kept: Kept) => boolean): Promise<void> {
    return orNothing(async () => {
      const [places, all] = await Promise.all([
        inStore<IDBValidKey[]>('readonly', (store) => store.getAllKeys()),
        inStore<Kept[]>('readonly', (store) => store.getAll()),
      ]);
      for (const [index, kept] of all.entries()) {
        const place = places[index];
        if (place !== undefined && which(kept)) await inStore('readwrite', (store) => store.delete(place));
      }
    });
  }

  #isOld({ at }: Kept): boolean {
    return at < this.#of.now() - keptDays * 86_400_000;
  }

  #placeOf(name: string): Promise<string> {
    return hiddenName(this.#of.personId, name);
  }

  /** One that could not be made is asked for again. */
  #sealKey(): Promise<CryptoKey> {
    this.#key ??= this.#of.makeKey().then(importKey);
    return this.#key.catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
  }
}

async function orNothing<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    console.warn('What is typed here is not kept.', error);
    return undefined;
  }
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Value> {
  const database = await openDatabase();
  try {
    return (await answerOf(ask(database.transaction(STORE, mode).objectStore(STORE)))) as Value;
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE));
  return answerOf(asked);
}

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing.')));
  });
