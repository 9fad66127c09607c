import { nameOf, oneLine, type Place } from './places.ts';

/**
 * Stryker is told what to break by ranges, and would try everything that lies within one; this keeps it to the places that
 * were chosen. It asks in a process of its own, where it finds this file by its name.
 */

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly replacement: string;
  readonly location: Pick<Place, 'start' | 'end'>;
}
type Answer = { readonly status: 'passed' } | { readonly status: 'compileError'; readonly reason: string };

function onlyChosen({ chosen }: { readonly chosen: readonly string[] }) {
  const names = new Set(chosen);
  const isChosen = ({ fileName: file, location: { start, end }, replacement }: Mutant): boolean =>
    names.has(nameOf({ file, start, end, instead: oneLine(replacement) }));
  const answerTo = (mutant: Mutant): Answer =>
    isChosen(mutant) ? { status: 'passed' } : { status: 'compileError', reason: 'not chosen' };
  return {
    init: () => Promise.resolve(),
    check: (mutants: readonly Mutant[]) =>
      Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, answerTo(mutant)]))),
    group: (mutants: readonly Mutant[]) => Promise.resolve([mutants.map(({ id }) => id)]),
  };
}
onlyChosen.inject = ['options'] as const;

export const strykerPlugins = [{ kind: 'Checker', name: 'only-chosen', factory: onlyChosen }];
export const strykerValidationSchema = {
  properties: { chosen: { type: 'array', items: { type: 'string' } } },
};
