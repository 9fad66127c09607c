/** Asks again until the answer will do. @throws Error with the last answer when the time is over */
export async function until<Value>(
  ask: () => Promise<Value>,
  enough: (value: Value) => boolean,
  seconds = 20,
): Promise<Value> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (enough(value)) return value;
    if (performance.now() > end) throw new Error(`Not in ${seconds} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
