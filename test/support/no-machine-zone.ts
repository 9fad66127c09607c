/** Before each file that runs in one zone only: a test fails whose code asks for the zone of the machine. */
import { afterEach } from 'vitest';
import { watchMachineZone } from './machine-zone.ts';

// The files of one process share their globals.
const shared = globalThis as { askedOfMachineZone?: string[] };
const asked = (shared.askedOfMachineZone ??= watched());

function watched(): string[] {
  const roads: string[] = [];
  watchMachineZone((road) => roads.push(`${road}\n${new Error().stack ?? ''}`));
  return roads;
}

afterEach(() => {
  const [first, ...more] = asked.splice(0);
  if (first === undefined) return;
  throw new Error(
    `The zone of this machine was asked for (and ${more.length} times more). What depends on it is tested in ` +
      `*.zones.test.ts, which runs in three zones: ${first}`,
  );
});
