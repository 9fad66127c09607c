/** Finds the capabilities: every folder of `functions/` with a `lambda.ts` is one, and its name is its URL. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { CapabilityRole, FunctionRole } from '../../functions/shared/capability-role.ts';
import { discoverRoutes } from '../contracts.ts';
import type { Capability } from './capability.ts';
import { functionsOf, type DeclaredFunction } from './declared-function.ts';

/**
 * Reads every capability's declared role.
 * @param root absolute path of the folder that holds the capabilities' folders
 * @throws Error with a sentence when a folder has a function but no usable role, or a role names an unknown table
 */
export async function discoverCapabilities(root: string): Promise<Capability[]> {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const names = folders.filter((name) => existsSync(join(root, name, 'lambda.ts')));
  const capabilities = await Promise.all(names.map((name) => readCapability(root, name)));
  for (const capability of capabilities) checkFurtherTables(capability, capabilities, root);
  for (const capability of capabilities) checkTables(capability, capabilities, root);
  return capabilities;
}

/** Every function of every capability. @param root absolute path of the folder that holds the capabilities' folders */
export async function discoverFunctions(
  root: string,
  capabilities: readonly Capability[],
): Promise<DeclaredFunction[]> {
  const routes = await discoverRoutes(root);
  return capabilities.flatMap((capability) =>
    functionsOf(
      capability,
      routes.filter((found) => found.capability === capability.name).map(({ route }) => route),
    ),
  );
}

async function readCapability(root: string, name: string): Promise<Capability> {
  const role = await readRole<CapabilityRole>(root, name, 'lambda.ts');
  for (const each of rolesOf(role)) assertSentence(name, each);
  return { name, entry: join(root, name, 'lambda.ts'), role };
}

/** The role beside an entry file. @throws Error with a sentence when the folder's name or its role cannot be used */
export async function readRole<Role>(root: string, name: string, entry: string): Promise<Role> {
  if (!/^[a-z]+$/.test(name))
    throw new Error(
      `functions/${name} cannot be a capability: its name is a URL prefix, so use small letters only.`,
    );
  const file = join(root, name, 'role.ts');
  if (!existsSync(file))
    throw new Error(
      `functions/${name} has ${entry} but no role.ts. Declare there what it may do ` +
        `(export const role = {…} satisfies ${entry === 'worker.ts' ? 'WorkerRole' : 'CapabilityRole'}).`,
    );
  const module = (await import(pathToFileURL(file).href)) as { role?: Role };
  if (module.role === undefined) throw new Error(`functions/${name}/role.ts must export a const named role.`);
  return module.role;
}

/** @throws Error when whoever an alarm wakes is not told in a sentence who is hurt */
export function assertSentence(name: string, { whenThisFails }: Pick<FunctionRole, 'whenThisFails'>): void {
  if (!/^[A-Z].{20,}\.$/s.test(whenThisFails))
    throw new Error(
      `functions/${name}/role.ts: whenThisFails must be a whole sentence for the person an alarm wakes.`,
    );
}

export const rolesOf = (role: CapabilityRole): readonly FunctionRole[] => [
  role,
  ...Object.values(role.functions ?? {}),
];

/** Those of other capabilities, and `own`. */
const tablesOf = (role: CapabilityRole): readonly string[] => [
  ...rolesOf(role).flatMap(({ tables }) => Object.keys(tables)),
  ...(role.follows ?? []),
];

function checkTables({ name, role }: Capability, all: readonly Capability[], root: string): void {
  for (const table of tablesOf(role)) {
    if (table === name)
      throw new Error(`functions/${name}/role.ts: call its own table "own", not "${name}".`);
    const owner = all.find((each) => hasFurther(each, table));
    if (owner !== undefined)
      throw new Error(
        `functions/${name}/role.ts names the table "${table}", which is for functions/${owner.name} alone. ` +
          `A role says the rights to its own further tables in furtherTables.`,
      );
    if (table !== 'own' && !existsSync(join(root, table)))
      throw new Error(
        `functions/${name}/role.ts names the table "${table}", but there is no folder functions/${table}.`,
      );
  }
}

const furtherOf = ({ role }: Capability): readonly string[] =>
  rolesOf(role).flatMap(({ furtherTables = {} }) => Object.keys(furtherTables));

const hasFurther = (capability: Capability, table: string): boolean => furtherOf(capability).includes(table);

function checkFurtherTables(capability: Capability, all: readonly Capability[], root: string): void {
  for (const table of furtherOf(capability)) {
    const refuse = (why: string) => {
      throw new Error(
        `functions/${capability.name}/role.ts cannot have a further table named "${table}": ${why}`,
      );
    };
    if (!/^[a-z]+$/.test(table) || table === 'own') refuse('use small letters only, and not "own".');
    if (existsSync(join(root, table))) refuse(`there is a folder functions/${table}.`);
    const other = all.find((each) => each !== capability && hasFurther(each, table));
    if (other !== undefined) refuse(`functions/${other.name} has one of that name.`);
  }
}

/**
 * Every table by the name that the store knows: one of each capability, its further ones, and one of every folder whose
 * table a role names though it has no function itself.
 */
export function tableNames(capabilities: readonly Capability[]): readonly string[] {
  const names = capabilities.flatMap((capability) => [
    capability.name,
    ...furtherOf(capability),
    ...tablesOf(capability.role).filter((table) => table !== 'own'),
  ]);
  return [...new Set(names)].sort();
}

/** Capabilities whose table has a stream, because some function follows it. */
export function followedTables(capabilities: readonly Capability[]): ReadonlySet<string> {
  return new Set(
    capabilities.flatMap(({ name, role }) => (role.follows ?? []).map((t) => (t === 'own' ? name : t))),
  );
}
