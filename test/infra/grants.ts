import type { Template } from 'aws-cdk-lib/assertions';

import type { DeclaredFunction } from '../../infra/constructs/declared-function.ts';
import type { Worker } from '../../infra/constructs/workers.ts';
import type { StageSettings } from '../../infra/stages.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** Every right of a function's role as `action @ thing`, read from the template alone. Sorted. */
export function grantsOf(api: Template, id: string): string[] {
  const resources = Object.entries(
    api.toJSON()['Resources'] as Record<string, { Type: string; Properties: never }>,
  );
  const roles = resources.filter(
    ([logicalId, { Type }]) => Type === 'AWS::IAM::Role' && logicalId.startsWith(`${id}Role`),
  );
  if (roles.length !== 1) throw new Error(`${id} has ${roles.length} roles.`);
  const [roleId, role] = roles[0] as [string, { Properties: Record<string, unknown> }];
  for (const shortcut of ['ManagedPolicyArns', 'Policies'])
    if (shortcut in role.Properties) throw new Error(`${id} has rights by ${shortcut}.`);
  return resources
    .filter(
      ([, { Type, Properties }]) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties['Roles']).includes(roleId),
    )
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
    .flatMap(({ Effect, Action, Resource, NotResource, Condition }) => {
      if (Effect !== 'Allow') throw new Error(`${id} has a statement that is no grant.`);
      const when = Condition === undefined ? '' : ` when ${JSON.stringify(Condition)}`;
      return [Action]
        .flat()
        .flatMap((action) =>
          NotResource === undefined
            ? [Resource].flat().map((resource) => `${action} @ ${thing(resource)}${when}`)
            : [`${action} @ not ${[NotResource].flat().map(thing).join(', ')}${when}`],
        );
    })
    .sort();
}

/** `alphaLog1A2B3C4D` and `…:ExportsOutputFnGetAttAlphaStoreTable7A487FF0Arn…` say the same with their hashes left out. */
function thing(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const parts = (resource as { 'Fn::Join'?: readonly [string, readonly unknown[]] })['Fn::Join'];
  if (parts !== undefined) return parts[1].map(thing).join(parts[0]);
  const { Ref: named } = resource as { readonly Ref?: string };
  if (named?.startsWith('AWS::')) return `<${named}>`;
  return JSON.stringify(resource)
    .replace(
      /^.*(?:ExportsOutput(?:FnGetAtt|Ref)|GetAtt":\["|^\{"Ref":")([A-Za-z]+?)[0-9A-F]{8}(StreamArn|Arn|Id)?.*$/,
      '$1.$2',
    )
    .replace(/\.(?:Arn|Id)?$/, '');
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const throughDynamo = (region: string): string =>
  ` when ${JSON.stringify({ StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } })}`;

/** What the role of a function must hold, written out from its declaration: no more, no less. Sorted. */
export function declaredGrants(
  { id, capability: { name }, role }: DeclaredFunction,
  settings: StageSettings,
): string[] {
  const { region, mail } = settings;
  const here = `${region}:<AWS::AccountId>`;
  const only = (key: string, value: string) => ` when ${JSON.stringify({ StringEquals: { [key]: value } })}`;
  const owner = (table: string): string => capital(table === 'own' ? name : table);
  const tables = [...Object.entries(role.tables), ...Object.entries(role.furtherTables ?? {})].filter(
    ([, actions]) => actions.length > 0,
  );
  const keyActions = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'];
  const on = (service: string, actions: readonly string[], what: string): string[] =>
    actions.map((action) => `${service}:${action} @ ${what}`);
  const evidence = role.evidence ?? [];
  return [
    ...on('logs', ['CreateLogStream', 'PutLogEvents'], `${id}Log`),
    ...tables.flatMap(([table, actions]) => on('dynamodb', actions, `${owner(table)}StoreTable`)),
    ...tables.flatMap(([table]) => on('kms', keyActions, `${owner(table)}StoreKey${throughDynamo(region)}`)),
    ...(role.indexes ?? []).flatMap((index) =>
      on('dynamodb', ['Query'], `${capital(name)}StoreTable/index/${index.name}`),
    ),
    ...(role.follows ?? []).flatMap((table) => [
      ...on(
        'dynamodb',
        ['DescribeStream', 'GetRecords', 'GetShardIterator'],
        `${owner(table)}StoreTable.StreamArn`,
      ),
    ]),
    ...(role.follows?.length ? ['dynamodb:ListStreams @ *', `sqs:SendMessage @ ${id}Failures`] : []),
    // Every function reads the keys of the front door.
    ...['FrontDoorOneKey', 'FrontDoorOtherKey'].map((key) => `secretsmanager:GetSecretValue @ ${key}`),
    ...(role.signsCheckpoints ? on('kms', ['GetPublicKey', 'Sign'], 'CheckpointKey') : []),
    ...on('s3', evidence, 'EvidenceBucket/*'),
    ...(evidence.length > 0
      ? on(
          'kms',
          evidence.includes('PutObject') ? ['Decrypt', 'GenerateDataKey'] : ['Decrypt'],
          'EvidenceKey',
        )
      : []),
    ...(role.handsOutFiles
      ? [
          ...on('s3', ['GetObject', 'ListMultipartUploadParts', 'PutObject'], 'ExportsBucket/*'),
          ...on('kms', ['Decrypt', 'GenerateDataKey'], 'ExportsKey'),
        ]
      : []),
    ...(role.keepsPapers
      ? [
          ...['uploads', 'kept'].flatMap((place) =>
            on('s3', ['GetObject', 'PutObject'], `PapersBucket/${place}/${name}/*`),
          ),
          ...on('kms', ['Decrypt', 'GenerateDataKey'], 'PapersKey'),
        ]
      : []),
    ...[
      ['tell', 'POST'],
      ['close', 'DELETE'],
    ].flatMap(([does, method]) =>
      role.pageSockets?.some((each) => each === does)
        ? [
            `execute-api:ManageConnections @ arn:<AWS::Partition>:execute-api:${here}:PageSocketsApi/pages/${method}/@connections/*`,
          ]
        : [],
    ),
    ...(role.keepsAccounts
      ? on(
          'cognito-idp',
          [
            'AdminCreateUser',
            'AdminDisableUser',
            'AdminEnableUser',
            'AdminGetUser',
            'AdminUserGlobalSignOut',
          ],
          'StaffPool',
        )
      : []),
    ...(role.sendsTasksTo ?? []).map((worker) => `sqs:SendMessage @ ${worker}TasksQueue`),
    ...(role.readsMediaKeys ? ['secretsmanager:GetSecretValue @ MediaKeys'] : []),
    ...(role.sendsMail
      ? ['identity/Mail', 'configuration-set/MailSet'].flatMap((what) =>
          on(
            'ses',
            ['SendEmail', 'SendRawEmail'],
            `arn:<AWS::Partition>:ses:${here}:${what}${only('ses:FromAddress', mail.from)}`,
          ),
        )
      : []),
    ...(role.wakesItself
      ? on('sqs', ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage', 'SendMessage'], `${id}Soon`)
      : []),
    ...(role.sendsTexts ? ['sns:Publish @ not arn:<AWS::Partition>:sns:*:*:*'] : []),
    ...(role.schedulesItself
      ? [
          ...on(
            'scheduler',
            ['CreateSchedule', 'DeleteSchedule'],
            `arn:<AWS::Partition>:scheduler:${here}:schedule/${id}Schedules/*`,
          ),
          ...on('iam', ['PassRole'], `${id}Wakes${only('iam:PassedToService', 'scheduler.amazonaws.com')}`),
        ]
      : []),
  ].sort();
}

/** The same of a worker: its own tasks, and that its machine is not taken away while it has some. Sorted. */
export function workerGrants({ name }: Worker, { region }: StageSettings): string[] {
  return [
    ...['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility'].map(
      (action) => `sqs:${action} @ ${name}TasksQueue`,
    ),
    `ecs:UpdateTaskProtection @ arn:<AWS::Partition>:ecs:${region}:<AWS::AccountId>:task/Cluster/*`,
  ].sort();
}
