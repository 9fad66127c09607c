import type { Route } from './contract.ts';

/** Which methods there are at a path: of every route of a capability, those too that another function of it answers. */
export class Methods {
  readonly #known = new Map<string, readonly string[]>();

  add({ method, path }: Pick<Route, 'method' | 'path'>): void {
    // Whoever may GET may ask for the head alone.
    const own = method === 'GET' ? ['GET', 'HEAD'] : [method];
    this.#known.set(path, [...(this.#known.get(path) ?? []), ...own].toSorted());
  }

  /** Empty where there is no such path. One that is written out counts before one with a place for an id. */
  at(path: string): readonly string[] {
    const written = this.#known.get(path);
    if (written !== undefined) return written;
    const form = [...this.#known.keys()].find((each) => isOfForm(path, each));
    return form === undefined ? [] : (this.#known.get(form) ?? []);
  }
}

function isOfForm(path: string, form: string): boolean {
  const [parts, wanted] = [path.split('/'), form.split('/')];
  return (
    parts.length === wanted.length &&
    wanted.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
  );
}
