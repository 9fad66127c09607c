import * as z from 'zod';

/** How is interpreted: after each speaker, or while they speak. */
export const interpretingMode = z.enum(['consecutive', 'simultaneous']);
export type InterpretingMode = z.infer<typeof interpretingMode>;

/** Minutes for which one interpreter can usually work without another; each one's own agency may say otherwise. */
export const usuallyAlone: Readonly<Record<InterpretingMode, number>> = { consecutive: 60, simultaneous: 30 };
