import { expect, test } from 'vitest';
import { role } from '../../functions/shared/access/roles.ts';
import { everyRoute } from '../support/every-route.ts';
import { letters, mayCall, namedRoutes } from './access-table.ts';

test.each(everyRoute)('%s is for those whom the table names, and for nobody else', (name, { route }) => {
  const named = mayCall(name);
  expect(route.who === 'anyone' ? route.who : route.who.toSorted()).toEqual(
    named === 'anyone' ? named : named.toSorted(),
  );
});

test('the table names routes that there are', () => {
  expect(namedRoutes.toSorted()).toEqual(everyRoute.map(([name]) => name).toSorted());
});

test('a role that the table does not know is in no route', () => {
  // Give it a letter in the table, and then name it in the routes that are for it.
  expect(Object.keys(letters).toSorted()).toEqual(role.options.toSorted());
});
