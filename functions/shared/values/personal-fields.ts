import * as z from 'zod';

/**
 * What is kept of somebody who is heard, and of the case, by the names under which the table has it
 * (cases/port/who-may-know-a-field.ts says who may know each). Every text that somebody types says which of them it could tell; so
 * does every text of an answer that repeats one.
 */
const personalFields = [
  'reference',
  'label',
  'place',
  'language',
  'age',
  'consent',
  'plan',
  'stopSign',
  'information',
  'order',
  'forTheJudge',
  'wishes',
  'preparation',
  'taskNote',
  'aside',
  'conflict',
  'caseNote',
  'unmaskingReason',
  'identity',
  'saidInCourt',
  'exhibit',
] as const;
export type PersonalField = (typeof personalFields)[number];

/** `office`: of an agency, its people and its things, or of the law; nothing of whoever is heard. */
export type ToldBy = PersonalField | 'office';

/** What a schema is marked with, its copies are too: whoever adds something to one has a copy of it. */
const marks = z.registry<{ told: ToldBy }>();

/** Marks a schema of texts with what they could tell. */
export function tells<Schema extends z.ZodType>(field: ToldBy, schema: Schema): Schema {
  marks.add(schema, { told: field });
  return schema;
}

/** What a schema is marked with; undefined where it is not. */
export const toldBy = (schema: z.ZodType): ToldBy | undefined => marks.get(schema)?.told;
