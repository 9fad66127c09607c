import * as z from 'zod';

/** How is interpreted: after each speaker, or while they speak. */
export const interpretingMode = z.enum(['consecutive', 'simultaneous']);
export type InterpretingMode = z.infer<typeof interpretingMode>;
