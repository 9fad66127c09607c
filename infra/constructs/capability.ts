import type { CapabilityRole } from '../../functions/shared/capability-role.ts';

/** A folder of `functions/` that is deployed. */
export interface Capability {
  /** Folder name: also the URL prefix (`/api/<name>`), the table's owner name and the key in other roles' `tables`. */
  readonly name: string;
  /** The entry file of its functions. */
  readonly entry: string;
  readonly role: CapabilityRole;
}
