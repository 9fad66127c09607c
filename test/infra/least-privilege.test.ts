import { describe, expect, test } from 'vitest';

import { stageSettings } from '../../infra/stages.ts';
import { declaredGrants, grantsOf, workerGrants } from './grants.ts';
import { fixtureFunctions, realFunctions, synthesise } from './synthesise.ts';

const settings = stageSettings('example');
const stages = [
  { of: 'fixture', ...(await synthesise(settings, fixtureFunctions)) },
  { of: 'saksi', ...(await synthesise(settings, realFunctions)) },
];

for (const { of, functions, workers, api, machines } of stages) {
  describe(`each role of ${of}`, () => {
    test.each(functions.map((declared) => [declared.id, declared] as const))(
      '%s holds what it declares and nothing else',
      (id, declared) => {
        expect(grantsOf(api, id)).toEqual(declaredGrants(declared, settings));
      },
    );

    test.each(workers.map((worker) => [worker.name, worker] as const))(
      '%s, a worker, takes its own tasks and does nothing else',
      (name, worker) => {
        if (machines === undefined) throw new Error('There is no stack of workers.');
        expect(grantsOf(machines, name)).toEqual(workerGrants(worker, settings));
      },
    );

    test('has no wildcard beyond listing streams and naming objects, schedules, connections and telephones', () => {
      const wild = functions
        .flatMap(({ id }) => grantsOf(api, id))
        .filter(
          (grant) =>
            grant.includes('*') &&
            !/^dynamodb:ListStreams @ \*$|^s3:\w+ @ (?:(?:Evidence|Exports)Bucket|PapersBucket\/(?:uploads|kept)\/\w+)\/\*$/.test(
              grant,
            ) &&
            !/^execute-api:ManageConnections @ \S+:PageSocketsApi\/pages\/(?:POST|DELETE)\/@connections\/\*$/.test(
              grant,
            ) &&
            !/^scheduler:\w+ @ \S+:schedule\/\w+Schedules\/\*$/.test(grant) &&
            // A telephone has no name in IAM: every topic is left out.
            grant !== 'sns:Publish @ not arn:<AWS::Partition>:sns:*:*:*',
        );
      expect(wild).toEqual([]);
    });

    test('reads items by key in one way alone, which is the store’s', () => {
      const reads = functions.flatMap(({ id }) =>
        grantsOf(api, id).filter((grant) => /^dynamodb:\w*(?:GetItem|Scan)\b/.test(grant)),
      );
      expect(new Set(reads.map((grant) => grant.split(' @ ')[0]))).toEqual(
        new Set(['dynamodb:BatchGetItem']),
      );
    });

    test('is its own', () => {
      const made = Object.values(api.findResources('AWS::Lambda::Function'));
      const roles = made.map(({ Properties }) => JSON.stringify((Properties as { Role: unknown }).Role));
      expect(roles).toHaveLength(functions.length);
      expect(new Set(roles).size).toBe(functions.length);
    });
  });
}
