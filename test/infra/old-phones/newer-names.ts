import { compat, lacking, parts, statementOf, type Engine } from './engines.ts';

/** A member of a built-in or of one of the browser's objects. */
interface Member {
  readonly owner: string;
  /** Of the browser's objects the data says which are static; of JavaScript's own it does not. */
  readonly on: 'itself' | 'prototype' | 'either';
  readonly missingIn: readonly Engine[];
}

/** What the data knows of JavaScript's and the browser's objects, by the name under which a script reaches for it. */
export interface Names {
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly globals: ReadonlyMap<string, readonly Engine[]>;
}

/** Names that are written as code writes them; the data also has events and sentences ("options parameter"). */
const isName = (name: string): boolean => /^\w+$/.test(name) && !name.endsWith('_event');

export function knownNames(): Names {
  const members = new Map<string, Member[]>();
  const globals = new Map<string, readonly Engine[]>();
  for (const root of [compat.javascript['builtins'] ?? {}, compat.api]) {
    for (const [owner, object] of parts(root)) {
      const itself = statementOf(object);
      if (itself !== undefined) globals.set(owner, lacking(itself));
      for (const [written, member] of parts(object)) {
        const statement = statementOf(member);
        if (statement === undefined || written === owner || !isName(written)) continue;
        const name = written.replace(/_static$/, '');
        const missingIn = lacking(statement);
        const on = root !== compat.api ? 'either' : written === name ? 'prototype' : 'itself';
        members.set(name, [...(members.get(name) ?? []), { owner, on, missingIn }]);
        if (owner === 'Window') globals.set(name, missingIn);
      }
    }
  }
  return { members, globals };
}

/** What at least one of the engines lacks, for taking it away. */
export function newerNames(): {
  readonly globals: readonly string[];
  readonly members: readonly { readonly owner: string; readonly name: string; readonly on: Member['on'] }[];
} {
  const { members, globals } = knownNames();
  return {
    globals: [...globals].filter(([, missingIn]) => missingIn.length > 0).map(([name]) => name),
    members: [...members].flatMap(([name, all]) =>
      all.filter(({ missingIn }) => missingIn.length > 0).map(({ owner, on }) => ({ owner, name, on })),
    ),
  };
}
