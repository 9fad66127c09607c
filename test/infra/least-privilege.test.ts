import { describe, expect, test } from 'vitest';

import { stageSettings } from '../../infra/stages.ts';
import { declaredGrants, grantsOf } from './grants.ts';
import { fixtureFunctions, realFunctions, synthesise } from './synthesise.ts';

const settings = stageSettings('example');
const stages = [
  { of: 'fixture', ...(await synthesise(settings, fixtureFunctions)) },
  { of: 'saksi', ...(await synthesise(settings, realFunctions)) },
];

for (const { of, capabilities, api } of stages) {
  describe(`each role of ${of}`, () => {
    test.each(capabilities.map((capability) => [capability.name, capability] as const))(
      '%s holds what it declares and nothing else',
      (name, capability) => {
        expect(grantsOf(api, name)).toEqual(declaredGrants(capability, settings));
      },
    );

    test('has no wildcard beyond listing streams and naming objects and schedules', () => {
      const wild = capabilities
        .flatMap(({ name }) => grantsOf(api, name))
        .filter(
          (grant) =>
            grant.includes('*') &&
            !/^dynamodb:ListStreams @ \*$|^s3:\w+ @ EvidenceBucket\/\*$/.test(grant) &&
            !/^scheduler:\w+ @ \S+:schedule\/\w+Schedules\/\*$/.test(grant),
        );
      expect(wild).toEqual([]);
    });

    test('reads items by key in one way alone, which is the store’s', () => {
      const reads = capabilities.flatMap(({ name }) =>
        grantsOf(api, name).filter((grant) => /^dynamodb:\w*(?:GetItem|Scan)\b/.test(grant)),
      );
      expect(new Set(reads.map((grant) => grant.split(' @ ')[0]))).toEqual(
        new Set(['dynamodb:BatchGetItem']),
      );
    });

    test('is its own', () => {
      const functions = Object.values(api.findResources('AWS::Lambda::Function'));
      const roles = functions.map(({ Properties }) => JSON.stringify((Properties as { Role: unknown }).Role));
      expect(roles).toHaveLength(capabilities.length);
      expect(new Set(roles).size).toBe(capabilities.length);
    });
  });
}
