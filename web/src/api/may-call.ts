import type { Route } from '../../../functions/shared/http/contract.ts';
import { askerAs, type Role } from '../../../functions/shared/access/roles.ts';

/** Whether somebody who is signed in and of this role may call the route at all; a page shows no way to what would only be refused. */
export const mayCall = ({ who }: Pick<Route, 'who'>, role: Role): boolean =>
  who === 'anyone' || who.includes(askerAs(role));
