import type { MachineKind } from '../contract.ts';

/**
 * What a machine enters, whatever it is told: the relay the two rooms that it is between; an observer none in which counsel speaks with a
 * client, or judges among themselves. Whoever sends it there has made a mistake, which is not to be made good here.
 */
export const mayBeIn = (machine: MachineKind, room: string): boolean =>
  machine === 'relay' ? room === 'hearing' || room === 'screened' : !room.startsWith('consultation');
