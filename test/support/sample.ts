import * as z from 'zod';

/**
 * A value that a contract's shape accepts, so that tests over every route need no list of bodies: the first choice of
 * an enumeration, the first example of a text that has examples, one item where a list must have one.
 * @param known values by the name of a field, for what a shape cannot say (an id that exists, a time to come)
 * @throws Error when the shape refuses what was made: give the shape an example, or name the field in `known`
 */
export function sampleOf(schema: z.ZodType, known: Readonly<Record<string, unknown>> = {}): unknown {
  const made = make(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known, 0);
  const checked = schema.safeParse(made);
  if (!checked.success) throw new Error(`No sample: ${JSON.stringify(made)}: ${checked.error.message}`);
  return made;
}

type Shape = z.core.JSONSchema.JSONSchema;

function make(shape: Shape, known: Readonly<Record<string, unknown>>, at: number): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.examples !== undefined) return shape.examples[at % shape.examples.length];
  const first = (shape.anyOf ?? shape.oneOf)?.[0];
  if (first !== undefined) return make(first, known, at);
  switch (shape.type) {
    case 'object':
      return makeObject(shape, known);
    case 'array':
      return makeArray(shape, known);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return shape.minimum ?? 1;
    case 'string':
      return shape.format === 'date' ? '2026-01-01' : 'Some text';
    default:
      throw new Error(`No sample of ${JSON.stringify(shape)}.`);
  }
}

function makeObject({ properties = {}, required = [] }: Shape, known: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    required.map((name) => {
      const shape = properties[name] as Shape;
      // Names come again with other meanings: a person in one shape, a choice in another.
      const choice =
        shape.const !== undefined ||
        (shape.enum !== undefined && !shape.enum.includes(known[name] as string));
      return [name, name in known && !choice ? known[name] : make(shape, known, 0)];
    }),
  );
}

/** The items of a fixed list differ where their examples do: two languages, say. */
function makeArray(
  { prefixItems, items, minItems = 0 }: Shape,
  known: Readonly<Record<string, unknown>>,
): unknown[] {
  if (prefixItems !== undefined) return prefixItems.map((item, at) => make(item as Shape, known, at));
  return Array.from({ length: minItems }, (_, at) => make(items as Shape, known, at));
}
