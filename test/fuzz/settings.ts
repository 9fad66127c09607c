import { everyRoute, inPath, isOfCast, type CastRole } from '../support/every-route.ts';
import type { Asking, Ground } from './ground.ts';

/** Who asks: of each operation somebody who may, or everywhere the same one. */
export type Asker = 'whoever may' | Asking;

/** Where the first role of those who may could not do it: the seat is another's, or the calendar one that is booked by. */
const better: Readonly<Record<string, CastRole>> = {
  'directory.setMyWorkingTime': 'auditor',
  'preparation.tickItem': 'support-officer',
  'rooms.issueInvitation': 'support-officer',
};

/**
 * Settings of Schemathesis, as TOML, of which each text in JSON is one. Every check is on. What is right by its form may
 * still be refused for what it asks, and each of those statuses is in the document; 400, 413 and 415 would be for the form.
 */
const always = `continue-on-failure = true

# Nobody else asks than is said (hooks.py): no account that it makes for itself, nothing that it found out before.
[auth]
auto-signup = false

[cache]
enabled = false

# All that CloudFront lets through. It refuses TRACE itself, before anything of ours is asked.
[phases.coverage]
unexpected-methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"]

# Sessions are not made and taken away at will: what follows what, the journeys see.
[phases.stateful]
enabled = false

[checks.positive_data_acceptance]
expected-statuses = ["2xx", 401, 403, 404, 409, 410, 422, 429]
`;

/**
 * Which bounds of a field are asked: those that hold, or also what is beyond each, which is two thirds of all cases. What is beyond
 * is asked of every field in process as well (test/bad-input).
 */
export type Bounds = 'that hold' | 'and beyond';

/** @param examples at most so many cases of chance for each operation, beside those of the document and of its bounds */
export function settingsFor(ground: Ground, examples: number, bounds: Bounds): string {
  const operations = everyRoute.map(([name, { route }]) => {
    const place = ground.placeOf(name);
    const ids = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, id = '']) => id);
    return `
[[operations]]
include-operation-id = ${JSON.stringify(name)}
parameters = ${table(Object.fromEntries(ids.map((id) => [`path.${id}`, inPath(id, place)])))}
`;
  });
  return `${always}
[headers]
Host = ${JSON.stringify(ground.host)}

[generation]
mode = "all"
max-examples = ${examples}
database = "none"
with-security-parameters = false

[phases.coverage.generation]
mode = ${JSON.stringify(bounds === 'that hold' ? 'positive' : 'all')}
${operations.join('')}`;
}

const table = (values: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(values)
    .map((pair) => pair.map((each) => JSON.stringify(each)).join(' = '))
    .join(', ')} }`;

/** What is sent with each operation to say who asks. */
export const askersFor = (ground: Ground, asker: Asker): Readonly<Record<string, object>> =>
  Object.fromEntries(
    everyRoute.map(([name, { route }]) => {
      const first = (route.who === 'anyone' ? undefined : route.who.find(isOfCast)) ?? 'nobody';
      return [name, ground.headersOf(asker === 'whoever may' ? (better[name] ?? first) : asker)];
    }),
  );
