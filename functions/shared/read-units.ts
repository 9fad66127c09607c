/**
 * Read units of DynamoDB, from what was asked and answered: one for each 4 KB that is begun, consistently read. DynamoDB would
 * tell them itself, but the emulator tells one for every question, whatever its size; of writes it tells the truth.
 */
/** An item with plain values, as the client of documents gives it. */
type PlainItem = Readonly<Record<string, unknown>>;

const KB = 1024;

/** Of a question for keys: each key is a unit at least, also one under which nothing is. */
export function unitsOfKeys(keys: number, items: readonly PlainItem[]): number {
  const found = items.reduce((sum, item) => sum + Math.max(1, Math.ceil(sizeOfItem(item) / (4 * KB))), 0);
  return found + keys - items.length;
}

/** Of a question for a range: what was found counts together. */
export function unitsOfRange(items: readonly PlainItem[]): number {
  const bytes = items.reduce((sum, item) => sum + sizeOfItem(item), 0);
  return Math.max(1, Math.ceil(bytes / (4 * KB)));
}

/** Bytes of an item as DynamoDB counts them: names and values, and a little for each thing that holds others. */
function sizeOfItem(item: PlainItem): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (Array.isArray(value))
    return value.reduce<number>((sum, each: unknown) => sum + 1 + sizeOfValue(each), 3);
  if (typeof value === 'object' && value !== null)
    return 3 + Object.keys(value).length + sizeOfItem(value as PlainItem);
  // A truth value, or nothing; our items hold neither bytes nor sets.
  return 1;
}
