import { answersOf } from '../../api/check-body.ts';

/** Which text a form says was used, as `TextUsed` holds it. */
export function usedTextIn(values: FormData, name: string) {
  const { text } = answersOf(values);
  const version = text(`${name}.version`);
  return {
    language: text(`${name}.language`),
    version: version === undefined ? undefined : Number(version),
    hash: text(`${name}.hash`),
  };
}
