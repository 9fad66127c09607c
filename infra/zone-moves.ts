/**
 * Says which booked sessions the zone table of this program would move, before anything is moved: for a deployer, before a
 * new table is deployed. It only reads.
 *
 *     npm run -s moves                    the stack that npm start runs here
 *     npm run -s moves -- --outputs FILE  a stage; FILE is what `cdk deploy --outputs-file FILE` wrote
 *
 * For each session: its id, for each day that moves the wall time at the venue (which stays) with the instant before and
 * after, and what is in the way of its new time. Region and rights come from the environment, as for the AWS command line.
 * Exit status: 0 when the deployed function would do all of it by itself, 3 when somebody must decide, 1 when it failed.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { planMoves, type MovePlan } from '../functions/sessions/retiming/dry-run.ts';
import { ourClocks } from '../functions/sessions/model/retimed.ts';
import { dynamoStore } from '../functions/shared/store/dynamo.ts';
import type { Store } from '../functions/shared/store/store.ts';
import { readDeployedStack, tableName } from './local/deployed-stack.ts';
import { startInstance } from './local/instance.ts';
import { Obstacle } from './local/obstacle.ts';
import { isRunning } from './local/running.ts';
import { stackFile } from './local/stack.ts';

/** The plan as lines of text. */
export function planText({ looked, moves, lost }: MovePlan, version: string): string {
  const stay = moves.filter(({ inTheWay }) => inTheWay.length > 0).length;
  return [
    `zone table ${version}: ${looked} sessions were booked by another table; ${moves.length - stay} move, ${stay + lost.length} need somebody`,
    ...moves.flatMap(({ sessionId, days, inTheWay }) => [
      `${sessionId} ${inTheWay.length > 0 ? 'stays where it is' : 'moves'}`,
      ...days.map(({ local, from, to }) => `  ${local} at the venue: ${from} -> ${to}`),
      ...inTheWay.map(
        ({ what, seat, sessions }) =>
          `  in the way: ${what} (${seat})${sessions.length > 0 ? `, session ${sessions.join(', ')}` : ''}`,
      ),
    ]),
    ...lost.flatMap(({ sessionId, local }) => [
      `${sessionId} stays where it is`,
      `  ${local} at the venue: does not exist any more`,
    ]),
  ].join('\n');
}

const needsSomebody = ({ moves, lost }: MovePlan): boolean =>
  lost.length > 0 || moves.some(({ inTheWay }) => inTheWay.length > 0);

function storeOfStage(outputsFile: string): Store {
  const byStack = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(readFileSync(outputsFile, 'utf8')));
  const outputs = new Map(Object.values(byStack).flatMap((stack) => Object.entries(stack)));
  return dynamoStore(new DynamoDBClient(), (capability) => {
    const name = outputs.get(`Table${capability.charAt(0).toUpperCase()}${capability.slice(1)}`);
    if (name === undefined) throw new Obstacle(`${outputsFile} names no table of ${capability}.`);
    return name;
  });
}

function storeOfThisMachine(): Store {
  const instance = startInstance();
  if (!isRunning(instance))
    throw new Obstacle(
      'saksi does not run here: start it with npm start, or name a stage with --outputs FILE.',
    );
  const stack = readDeployedStack(stackFile(instance));
  const { emulatorUrl: endpoint, region, credentials } = stack;
  return dynamoStore(new DynamoDBClient({ endpoint, region, credentials }), (capability) =>
    tableName(stack, capability),
  );
}

if (import.meta.main) {
  try {
    const { outputs } = parseArgs({ options: { outputs: { type: 'string' } } }).values;
    const store = outputs === undefined ? storeOfThisMachine() : storeOfStage(outputs);
    const plan = await planMoves(store, ourClocks, new Date());
    console.log(planText(plan, ourClocks.version));
    if (needsSomebody(plan)) process.exitCode = 3;
  } catch (error) {
    console.error(
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof Obstacle
          ? error.message
          : error,
    );
    process.exitCode = 1;
  }
}
