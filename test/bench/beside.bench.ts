/**
 * `npm run bench -- beside`: what everybody else waits while two people ask heavy questions as fast as they are answered or
 * refused, against the same while they ask light ones: on one machine whoever asks at all takes its processors. Heavy: five
 * interpreters for thirty days of three parts, anywhere in half a year, by steps of five minutes; and a light one beside it
 * whose half year is searched in full. Runs on a fresh stack of its own, on the ports of `npm test`; SAKSI_BESIDE_ROUNDS says
 * how many rounds (6).
 */
import { addMinutes, instantOf } from '../../functions/shared/values/instants.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { send, type Answer } from '../support/http.ts';
import { bookInterview, type Interview } from '../support/interview.ts';
import { searchBody } from '../support/search.ts';
import { median } from './median.ts';

const GOAL = 1.5;
/** Milliseconds in which each heavy question is answered or refused. */
const BOUND = 1_000;
const ROUNDS = Number(process.env['SAKSI_BESIDE_ROUNDS'] ?? 6);
const A_ROUND = 20;

interface Asked {
  /** Of the window. */
  readonly days: number;
  readonly parts: readonly { readonly kind: string; readonly at: number; readonly minutes: number }[];
  /** Minutes after which each further day begins. */
  readonly again: readonly number[];
  readonly interpreters: readonly number[];
  readonly grid: number;
}

const week: Asked = {
  days: 7,
  parts: [{ kind: 'main', at: 0, minutes: 60 }],
  again: [],
  interpreters: [1],
  grid: 15,
};
const half: Asked = { ...week, days: 179, grid: 5 };
const trial: Asked = {
  days: 179,
  parts: [
    { kind: 'pre', at: 0, minutes: 30 },
    { kind: 'main', at: 60, minutes: 240 },
    { kind: 'post', at: 360, minutes: 30 },
  ],
  again: Array.from({ length: 29 }, (_, n) => (n + 1) * 1440),
  interpreters: [4, 1],
  grid: 5,
};

const asked = { light: [week], heavy: [trial, half] } as const;

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const { stack } = await bringUp({ instance: testInstance(), progress, shutdown }, { fresh: true });
  const [askers, other] = await progress.step('Three sessions', async () => [
    [await bookInterview(stack, 24 * 60), await bookInterview(stack, 24 * 60)],
    await bookInterview(stack, 24 * 60),
  ]);
  const others: Readonly<Record<string, () => Promise<Answer>>> = {
    'a page of a session': () =>
      send(stack.apiUrl, 'GET', `/api/sessions/${other.sessionId}`, { token: other.tokens.clerk }),
    'a search of a week': () => ask(other, week),
  };
  // Every function is loaded before anything is measured.
  for (const request of Object.values(others)) await request();
  for (const asker of askers) await ask(asker, half);

  const took = new Map<string, { heavy: number[]; light: number[] }>();
  const heavy: { milliseconds: number; told: string }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const side of ['light', 'heavy'] as const)
      await progress.step(`Round ${round}, ${side}`, async () => {
        const ending = new AbortController();
        const told = side === 'heavy' ? heavy : [];
        const asking = askers.map((asker) => askOn(asker, asked[side], told, ending.signal));
        for (let n = 0; n < A_ROUND; n += 1)
          for (const [name, request] of Object.entries(others)) {
            const times = took.get(name) ?? { heavy: [], light: [] };
            took.set(name, times);
            times[side].push(await milliseconds(request));
          }
        ending.abort();
        await Promise.all(asking);
      });

  for (const [name, times] of took) {
    const [one, without] = [median(times.heavy), median(times.light)];
    progress.say(
      `${name.padEnd(22)}${one.toFixed(0)} ms beside heavy questions, ${without.toFixed(0)} ms beside light ones: ` +
        `ratio ${(one / without).toFixed(2)} (goal: at most ${GOAL}; n = ${times.heavy.length})`,
    );
  }
  for (const [told, each] of Map.groupBy(heavy, (one) => one.told)) {
    const worst = Math.max(...each.map((one) => one.milliseconds));
    const middle = median(each.map((one) => one.milliseconds));
    progress.say(
      `heavy, ${told}: ${each.length}, middle ${middle.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (goal: at most ${BOUND})`,
    );
  }
});

/** Asks these in turn, each as soon as the one before was answered. */
async function askOn(
  asker: Interview,
  questions: readonly Asked[],
  answered: { milliseconds: number; told: string }[],
  ending: AbortSignal,
): Promise<void> {
  for (let n = 0; !ending.aborted; n += 1) {
    let told = '';
    const took = await milliseconds(async () => {
      const { status, code } = await ask(asker, questions[n % questions.length] ?? week);
      told = code ?? String(status);
    });
    answered.push({ milliseconds: took, told });
  }
}

function ask(interview: Interview, { days, parts, again, interpreters, grid }: Asked): Promise<Answer> {
  const { ids, tokens, caseId, witness } = interview;
  const midnight = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  const body = {
    caseId,
    earliest: instantOf(midnight),
    latest: addMinutes(instantOf(midnight), days * 1440),
    zone: 'Asia/Bangkok',
    grid,
    segments: parts,
    again,
    participants: [
      { key: 'prosecutor', personId: ids.prosecutor },
      { key: 'witness', witness: true },
    ],
    pools: interpreters.map((count, n) => ({
      key: `interpreter-${n}`,
      kind: 'interpreter',
      count,
      between: ['my', 'th'],
    })),
    outsideHours: true,
    rows: true,
  };
  const known = { witness, roleOf: () => 'prosecutor' };
  return send(interview.api, 'POST', '/api/availability/search', {
    token: tokens.prosecutor,
    body: searchBody(body, known),
    key: null,
  });
}

async function milliseconds(request: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await request();
  return performance.now() - began;
}
