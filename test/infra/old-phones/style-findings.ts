import { parse, type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import { compat, lacking, parts, statementOf } from './engines.ts';

const { properties = {}, selectors = {}, 'at-rules': atRules = {}, types = {} } = compat.css;

type Described = (typeof properties)[string] | undefined;

interface Finding {
  readonly name: string;
  readonly at: AtRule | Declaration | Rule;
}

/** Functions of values (`min()`, `clamp()`), wherever the data keeps them. */
const functions = new Map(
  parts(types)
    .flatMap(([, type]) => [...parts(type), ...parts(type).flatMap(([, inner]) => parts(inner))])
    .filter(([name]) => /^[a-z-]+$/.test(name)),
);

/** Units that came later than the engines; the data knows them by no name that could be looked up. */
const newerUnit = /\d(?:[sld]v(?:h|w|min|max|i|b)|r?lh|r?cap|cq(?:w|h|i|b|min|max))\b/;

/**
 * What a finished style sheet uses that one of the engines lacks, as `inset`, `display: flow-root` or `:is`. A gap is
 * sought wherever a box is not known to be a grid: no such engine but Chrome 84 has it in a flex box.
 */
export const styleFindings = (css: string): readonly string[] =>
  [...new Set(findingsIn(parse(css)).map(({ name }) => name))].toSorted();

/** The sheet as such an engine reads it: what it does not know is left out, a declaration or a rule at a time. */
export function withoutNewerStyles(css: string): string {
  const root = parse(css);
  for (const { at } of findingsIn(root)) at.remove();
  return root.toString();
}

function findingsIn(root: Root): readonly Finding[] {
  const found: Finding[] = [];
  const grids = gridsOf(root);
  root.walkDecls((declaration) => {
    for (const name of lackingIn(declaration, grids)) found.push({ name, at: declaration });
  });
  root.walkRules((rule) => {
    for (const [, name = ''] of rule.selector.matchAll(/::?([a-z-]+)/g))
      if (lack(selectors[name])) found.push({ name: `:${name}`, at: rule });
  });
  root.walkAtRules((rule) => {
    const { name, params } = rule;
    if (lack(atRules[name])) found.push({ name: `@${name}`, at: rule });
    if (name === 'media' && /[<>=]/.test(params)) found.push({ name: '@media with a range', at: rule });
  });
  return found;
}

function lackingIn(declaration: Declaration, grids: ReadonlySet<string>): readonly string[] {
  const { prop, value } = declaration;
  if (prop.startsWith('-')) return [];
  const property = properties[prop];
  return [
    ...(lack(property) ? [prop] : []),
    ...value
      .split(/[\s,()/]+/)
      .filter((word) => lack(property?.[word]))
      .map((word) => `${prop}: ${word}`),
    ...[...value.matchAll(/([a-z-]+)\(/g)].flatMap(([, name = '']) =>
      lack(functions.get(name)) ? [`${name}()`] : [],
    ),
    ...(newerUnit.test(value) ? [`unit of ${value}`] : []),
    ...(/^(?:row-|column-)?gap$/.test(prop) && !isInGrid(declaration, grids)
      ? ['gap outside of a grid']
      : []),
  ];
}

function lack(of: Described): boolean {
  const statement = statementOf(of);
  return statement !== undefined && lacking(statement).length > 0;
}

/** Selectors of which the sheet itself says that they are grids. */
function gridsOf(root: Root): ReadonlySet<string> {
  const grids = new Set<string>();
  root.walkDecls('display', ({ value, parent }) => {
    if (value.endsWith('grid') && parent?.type === 'rule')
      for (const one of selectorsOf(parent)) grids.add(one);
  });
  return grids;
}

const selectorsOf = (rule: object): readonly string[] =>
  'selector' in rule && typeof rule.selector === 'string' ? rule.selector.split(/\s*,\s*/) : [];

const isInGrid = ({ parent }: Declaration, grids: ReadonlySet<string>): boolean =>
  parent?.type === 'rule' && selectorsOf(parent).every((one) => grids.has(one));
