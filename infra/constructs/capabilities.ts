/** Finds the capabilities: every folder of `functions/` with a `lambda.ts` is one, and its name is its URL. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { CapabilityRole } from '../../functions/shared/capability-role.ts';

export interface Capability {
  /** Folder name: also the URL prefix (`/api/<name>`), the table's owner name and the key in other roles' `tables`. */
  readonly name: string;
  /** The entry file of the function. */
  readonly entry: string;
  readonly role: CapabilityRole;
}

/**
 * Reads every capability's declared role.
 * @param root absolute path of the folder that holds the capabilities' folders
 * @throws Error with a sentence when a folder has a function but no usable role, or a role names an unknown table
 */
export async function discoverCapabilities(root: string): Promise<Capability[]> {
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'lambda.ts')))
    .map((entry) => entry.name)
    .sort();
  const capabilities = await Promise.all(names.map((name) => readCapability(root, name)));
  for (const capability of capabilities) checkTables(capability, root);
  return capabilities;
}

async function readCapability(root: string, name: string): Promise<Capability> {
  if (!/^[a-z]+$/.test(name))
    throw new Error(
      `functions/${name} cannot be a capability: its name is a URL prefix, so use small letters only.`,
    );
  const file = join(root, name, 'role.ts');
  if (!existsSync(file))
    throw new Error(
      `functions/${name} has lambda.ts but no role.ts. Declare there what the function may do ` +
        `(export const role = {…} satisfies CapabilityRole).`,
    );
  const module = (await import(pathToFileURL(file).href)) as { role?: CapabilityRole };
  const { role } = module;
  if (role === undefined) throw new Error(`functions/${name}/role.ts must export a const named role.`);
  if (!/^[A-Z].{20,}\.$/s.test(role.whenThisFails))
    throw new Error(
      `functions/${name}/role.ts: whenThisFails must be a whole sentence for the person an alarm wakes.`,
    );
  return { name, entry: join(root, name, 'lambda.ts'), role };
}

function checkTables({ name, role }: Capability, root: string): void {
  for (const table of [...Object.keys(role.tables), ...(role.follows ?? [])]) {
    if (table === name)
      throw new Error(`functions/${name}/role.ts: call its own table "own", not "${name}".`);
    if (table !== 'own' && !existsSync(join(root, table)))
      throw new Error(
        `functions/${name}/role.ts names the table "${table}", but there is no folder functions/${table}.`,
      );
  }
}

/** Who has a table: every capability, and every folder whose table a role names though it has no function itself. */
export function tableOwners(capabilities: readonly Capability[]): readonly string[] {
  const owners = capabilities.flatMap(({ name, role }) => [
    name,
    ...[...Object.keys(role.tables), ...(role.follows ?? [])].filter((table) => table !== 'own'),
  ]);
  return [...new Set(owners)].sort();
}

/** Capabilities whose table has a stream, because some function follows it. */
export function followedTables(capabilities: readonly Capability[]): ReadonlySet<string> {
  return new Set(
    capabilities.flatMap(({ name, role }) => (role.follows ?? []).map((t) => (t === 'own' ? name : t))),
  );
}
