import * as z from 'zod';

/** A plain e-mail address: nothing that a header of a message, or a calendar file, could read as more than one. */
export const mailAddress = z
  .string()
  .max(254)
  .regex(/^[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$/, 'Not a plain e-mail address.')
  .meta({ examples: ['clerk@court.example.org'] });
