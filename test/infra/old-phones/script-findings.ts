import { parse, type AnyNode, type MemberExpression, type Node } from 'acorn';
import { knownNames } from './newer-names.ts';

const { members, globals } = knownNames();

/**
 * What finished scripts use that one of the engines lacks, as `global WeakRef` or `.replaceAll`. Syntax is that of
 * 2020, or this throws. A member is found by its name: where any object has it in every engine, or where the scripts
 * themselves have something of that name, it is not judged; the run with the newer names taken away is for those.
 * @throws SyntaxError for newer syntax
 */
export function scriptFindings(sources: readonly string[]): readonly string[] {
  const trees = sources.map((source) => parse(source, { ecmaVersion: 2020, sourceType: 'module' }));
  const ownMembers = new Set<string>();
  for (const tree of trees) collectMembers(tree, ownMembers);
  return [...new Set(trees.flatMap((tree) => findingsOf(tree, ownMembers)))].toSorted();
}

function findingsOf(tree: AnyNode, ownMembers: ReadonlySet<string>): readonly string[] {
  const variables = variablesOf(tree);
  const found = new Set<string>();
  walk(tree, (node, parent) => {
    if (node.type === 'MemberExpression') {
      const name = newerMember(node, ownMembers);
      if (name !== undefined) found.add(`.${name}`);
    }
    if (node.type === 'Identifier' && !isOnlyAName(node, parent) && !variables.has(node.name))
      if ((globals.get(node.name)?.length ?? 0) > 0) found.add(`global ${node.name}`);
    if (node.type === 'Literal' && /\(\?<[=!]/.test(node.regex?.pattern ?? '')) found.add('lookbehind');
  });
  return [...found];
}

function newerMember(
  { object, property, computed }: MemberExpression,
  ownMembers: ReadonlySet<string>,
): string | undefined {
  if (computed || property.type !== 'Identifier') return undefined;
  const { name } = property;
  const on = object.type === 'Identifier' ? object.name : '';
  const all = members.get(name) ?? [];
  // Whose it is may stand there: `navigator.wakeLock`, `Object.hasOwn`.
  const named = all.filter(({ owner }) => owner.toLowerCase() === on.toLowerCase());
  const judged = named.length > 0 ? named : ownMembers.has(name) ? [] : all;
  return judged.length > 0 && judged.every(({ missingIn }) => missingIn.length > 0) ? name : undefined;
}

/** The members that a script gives to its own objects and classes, or takes out of them. */
function collectMembers(tree: AnyNode, into: Set<string>): void {
  const add = (name: AnyNode) => {
    if (name.type === 'Identifier') into.add(name.name);
  };
  walk(tree, (node, parent) => {
    if (node.type === 'Property' && parent?.type === 'ObjectExpression' && !node.computed) add(node.key);
    if ((node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') && !node.computed)
      add(node.key);
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && !node.left.computed)
      add(node.left.property);
    // Fields of classes, as they are written for engines that have none.
    if (node.type === 'Literal' && parent?.type === 'CallExpression') into.add(String(node.value));
  });
}

function variablesOf(tree: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const id = 'id' in node ? node.id : undefined;
    if (id?.type === 'Identifier') names.add(id.name);
  });
  return names;
}

/** A name that stands for nothing but itself: of a member, of a key, of what is being declared. */
function isOnlyAName(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent?.type === 'Property') return parent.key === node && !parent.computed && !parent.shorthand;
  return parent !== undefined && 'id' in parent && parent.id === node;
}

function walk(
  node: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined) => void,
  parent?: AnyNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node) as unknown[])
    for (const child of [value].flat()) if (isNode(child)) walk(child as AnyNode, visit, node);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
