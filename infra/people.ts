/**
 * Enters agencies into the directory, and the first administrator of each: for a deployer, with the rights of a deployer. An
 * agency's administrator invites the others on a page; here anybody can be entered where there is none. Why it is so:
 * infra/decisions/an-administrator-keeps-accounts.md.
 *
 *     node infra/people.ts agency  --outputs FILE --name NAME --country TH [--roles clerk,judge]
 *     node infra/people.ts roles   --outputs FILE --agency ID --roles clerk,judge
 *     node infra/people.ts add     --outputs FILE --agency ID --role clerk --label LABEL --zone Asia/Bangkok
 *                                  --language th [--email ADDRESS] [--interprets my,th] [--protected-site]
 *     node infra/people.ts address --outputs FILE --person ID --email ADDRESS
 *     node infra/people.ts disable --outputs FILE --person ID
 *     node infra/people.ts words   --outputs FILE
 *     node infra/people.ts keepers --outputs FILE --agency ID --kept-by ID,ID
 *     node infra/people.ts room    --outputs FILE --agency ID --label LABEL --city CITY --zone Asia/Yangon
 *                                  [--country MM] [--vetted] [--protected-site]
 *
 * FILE is what `cdk deploy --outputs-file FILE` wrote. An account gets its first password by e-mail; an interpreter has
 * none and is only written to. An address can be put right without touching the account. `words`, once and harmless to
 * repeat, lets people who were entered by an older release be found by words, and listed, like all others. The roles of an
 * agency are what its administrator may make of its people; not said, what they are already. The keepers of an
 * agency are those agencies whose officers keep its people's calendars beside its own officers: for an interpreting
 * service, whose people have no accounts. Officers add rooms themselves; here they are added where nobody has an account.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
  type AttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { parsePerson, personKey, rolePartition, subjectKey } from '../functions/directory/port/actor.ts';
import { newRoom } from '../functions/directory/port/working-time-store.ts';
import {
  agencyKey,
  allNamed,
  disablePerson,
  parseAgency,
  putAgency,
  putAllListed,
  putAllNamed,
  putListed,
  putNames,
  putPerson,
  setKeepers,
  setRoles,
  subjectOf,
  type Agency,
} from '../functions/directory/store.ts';
import { forgetAddress, putAddress } from '../functions/notices/port/address.ts';
import { role, staffRole } from '../functions/shared/access/roles.ts';
import { dynamoStore } from '../functions/shared/store/dynamo.ts';
import { queryAll } from '../functions/shared/store/query-all.ts';
import type { Store } from '../functions/shared/store/store.ts';
import { countryCode } from '../functions/shared/values/countries.ts';
import { id, newId } from '../functions/shared/values/ids.ts';
import { languageTag, uiLanguage } from '../functions/shared/values/languages.ts';
import { humanText } from '../functions/shared/values/text.ts';
import { zoneName } from '../functions/shared/values/zones.ts';

/** Where people are entered: a directory's table and a user pool. */
export interface PeopleOffice {
  readonly store: Store;
  readonly accounts: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

const newAgency = z.strictObject({
  name: humanText('office', 80),
  country: countryCode,
  /** Ids of agencies whose officers keep the calendars of this one. */
  keptBy: z.array(id).optional(),
  /** What its people may be. */
  roles: z.array(role).readonly().optional(),
});

const newSiteRoom = z.strictObject({
  agencyId: id,
  label: humanText('office', 60),
  city: humanText('office', 60),
  /** The agency's, unless given. */
  country: countryCode.optional(),
  zone: zoneName,
  vetted: z.boolean(),
  atProtectedSite: z.boolean(),
});

const newPerson = z.strictObject({
  /** Given where the caller chose it before; else a new one. */
  personId: id.optional(),
  agencyId: id,
  role: role.exclude(['witness']),
  label: humanText('office', 60),
  zone: zoneName,
  language: uiLanguage,
  /** For interpreters. */
  languages: z.array(languageTag).min(2).optional(),
  atProtectedSite: z.boolean().optional(),
  /** Where somebody who has no account is written to. */
  mailTo: z.email().optional(),
});
export type NewPerson = z.input<typeof newPerson>;

export interface NewAccount {
  readonly email: string;
  /** For the local stage alone: a password that stays. Else the pool sends a first one by e-mail. */
  readonly password?: string;
}

/** @returns the agency's id */
export async function addAgency(
  office: PeopleOffice,
  given: z.input<typeof newAgency>,
  agencyId: string = newId(randomBytes),
): Promise<string> {
  await office.store.write(putAgency({ agencyId, ...newAgency.parse(given) }));
  return agencyId;
}

/**
 * Enters one person; safe to run again after it was cut off, since an account that nobody has yet is taken up.
 * @returns the person's id: the old one where the account already belongs to somebody
 * @throws Error with a sentence when the agency is unknown, or when a role needs an account and none is given
 */
export async function addPerson(
  office: PeopleOffice,
  given: NewPerson,
  account?: NewAccount,
): Promise<string> {
  const { agencyId, personId = newId(randomBytes), mailTo, ...rest } = newPerson.parse(given);
  const needsAccount = staffRole.safeParse(rest.role).success;
  if (needsAccount !== (account !== undefined))
    throw new Error(
      needsAccount ? 'This role needs an e-mail.' : 'Interpreters come by invitation: no e-mail.',
    );
  const agency = await agencyOf(office, agencyId);
  const subject = account === undefined ? undefined : await openAccount(office, account);
  const known = subject === undefined ? undefined : await personOf(office, subject);
  if (known !== undefined) return known;
  const person = parsePerson({
    personId,
    agencyId,
    agencyName: agency.name,
    country: agency.country,
    ...rest,
  });
  const address = account?.email ?? mailTo;
  await office.store.write([
    ...putPerson(person, subject),
    ...(await allNamed(office.store, person.role)),
    ...(address === undefined ? [] : [putAddress(personId, address)]),
  ]);
  return personId;
}

/**
 * Whoever is in the directory is found by words from now on, and stands in the list of the agency.
 * @returns how many people there are
 */
export async function nameAll({ store }: Pick<PeopleOffice, 'store'>): Promise<number> {
  let people = 0;
  const agencies = new Set<string>();
  for (const name of role.options) {
    const items = await queryAll(store, 'directory', rolePartition(name));
    for (const item of items) {
      const person = parsePerson(item);
      agencies.add(person.agencyId);
      await store.write([...putNames(person), putListed(person)]);
    }
    await store.write([putAllNamed(name)]);
    people += items.length;
  }
  for (const agencyId of agencies) await store.write([putAllListed(agencyId)]);
  return people;
}

/** From now on somebody is written to at this address. @throws {Refusal} `not-found` */
async function addressIs({ store }: PeopleOffice, personId: string, email: string): Promise<void> {
  const [item] = await store.get([personKey(personId)]);
  parsePerson(item);
  await store.write([putAddress(personId, email)]);
}

async function agencyOf({ store }: PeopleOffice, agencyId: string): Promise<Agency> {
  const [item] = await store.get([agencyKey(agencyId)]);
  const agency = parseAgency(item);
  if (agency === undefined) throw new Error('There is no such agency: enter it first.');
  return agency;
}

/** From now on the officers of these agencies keep the calendars of that one, and nobody else's do beside its own. */
export const keepersAre = (office: PeopleOffice, agencyId: string, keptBy: readonly string[]) =>
  office.store.write([setKeepers(agencyId, z.array(id).parse(keptBy))]);

/** What the people of an agency may be, from now on. */
const rolesAre = (office: PeopleOffice, agencyId: string, roles: readonly string[]) =>
  office.store.write([setRoles(agencyId, z.array(role).parse(roles))]);

/** @returns the room's id; its hours are the usual ones of its country until somebody sets them */
export async function addRoom(
  office: PeopleOffice,
  given: z.input<typeof newSiteRoom>,
  roomId = newId(randomBytes),
): Promise<string> {
  const { agencyId, zone, country, ...room } = newSiteRoom.parse(given);
  const agency = await agencyOf(office, agencyId);
  const whose = { agencyId, agencyName: agency.name, country: country ?? countryCode.parse(agency.country) };
  await office.store.write(newRoom({ roomId, ...whose, ...room }, zone));
  return roomId;
}

async function personOf({ store }: PeopleOffice, subject: string): Promise<string | undefined> {
  const [link] = await store.get([subjectKey(subject)]);
  return link === undefined ? undefined : z.string().parse(link['personId']);
}

/** @returns the subject of the account, which was there or is new */
async function openAccount({ accounts, userPoolId }: PeopleOffice, account: NewAccount): Promise<string> {
  const user = { UserPoolId: userPoolId, Username: account.email };
  const subject = await createOrFind();
  if (account.password !== undefined)
    await accounts.send(
      new AdminSetUserPasswordCommand({ ...user, Password: account.password, Permanent: true }),
    );
  return subject;

  async function createOrFind(): Promise<string> {
    try {
      const { User } = await accounts.send(
        new AdminCreateUserCommand({
          ...user,
          UserAttributes: [
            { Name: 'email', Value: account.email },
            { Name: 'email_verified', Value: 'true' },
          ],
          ...(account.password === undefined
            ? { DesiredDeliveryMediums: ['EMAIL'] }
            : { MessageAction: 'SUPPRESS' }),
        }),
      );
      return subjectIn(User?.Attributes);
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const { UserAttributes } = await accounts.send(new AdminGetUserCommand(user));
      return subjectIn(UserAttributes);
    }
  }
}

const subjectIn = (attributes: readonly AttributeType[] | undefined): string =>
  z.string().parse(attributes?.find(({ Name }) => Name === 'sub')?.Value);

/** Takes effect at the person's next request; the account is closed too, so that no new token is given out. */
export async function disable(office: PeopleOffice, personId: string): Promise<void> {
  const [item] = await office.store.get([personKey(personId)]);
  await office.store.write([...disablePerson(parsePerson(item)), forgetAddress(personId)]);
  const subject = subjectOf(item);
  if (subject !== undefined)
    await office.accounts.send(
      new AdminDisableUserCommand({ UserPoolId: office.userPoolId, Username: subject }),
    );
}

/** Region, endpoint and rights come from the environment, as for the AWS command line. */
function officeOf(outputsFile: string): PeopleOffice {
  const byStack = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(readFileSync(outputsFile, 'utf8')));
  const outputs = z
    .object({ TableDirectory: z.string(), TableNotices: z.string(), UserPoolId: z.string() })
    .parse(Object.assign({}, ...Object.values(byStack)));
  return {
    store: dynamoStore(new DynamoDBClient(), (capability) =>
      capability === 'notices' ? outputs.TableNotices : outputs.TableDirectory,
    ),
    accounts: new CognitoIdentityProviderClient(),
    userPoolId: outputs.UserPoolId,
  };
}

const text = { type: 'string' } as const;

const listed = (given: string): readonly string[] => given.split(',').filter(Boolean);

/** @returns what is printed: the id of what was entered */
async function command(args: readonly string[]): Promise<string> {
  const { values: given, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      outputs: text,
      name: text,
      country: text,
      agency: text,
      role: text,
      label: text,
      zone: text,
      language: text,
      email: text,
      interprets: text,
      person: text,
      'kept-by': text,
      roles: text,
      city: text,
      vetted: { type: 'boolean' },
      'protected-site': { type: 'boolean' },
    },
  });
  const office = officeOf(z.string('Give --outputs FILE.').parse(given.outputs));
  switch (positionals[0]) {
    case 'agency':
      return addAgency(
        office,
        newAgency.parse({
          name: given.name,
          country: given.country,
          ...(given.roles === undefined ? {} : { roles: listed(given.roles) }),
        }),
      );
    case 'roles': {
      const agencyId = id.parse(given.agency);
      await rolesAre(office, agencyId, listed(z.string('Give --roles ROLE,ROLE.').parse(given.roles)));
      return agencyId;
    }
    case 'add': {
      const { email } = given;
      const hasAccount = staffRole.safeParse(given.role).success;
      const person = newPerson.parse({
        agencyId: given.agency,
        role: given.role,
        label: given.label,
        zone: given.zone,
        language: given.language,
        ...(given.interprets === undefined ? {} : { languages: given.interprets.split(',') }),
        ...(given['protected-site'] === true ? { atProtectedSite: true } : {}),
        ...(hasAccount || email === undefined ? {} : { mailTo: email }),
      });
      return addPerson(office, person, hasAccount && email !== undefined ? { email } : undefined);
    }
    case 'address': {
      const personId = id.parse(given.person);
      await addressIs(office, personId, z.email('Give --email ADDRESS.').parse(given.email));
      return personId;
    }
    case 'disable': {
      const personId = id.parse(given.person);
      await disable(office, personId);
      return personId;
    }
    case 'words':
      return String(await nameAll(office));
    case 'keepers': {
      const agencyId = id.parse(given.agency);
      await keepersAre(office, agencyId, listed(given['kept-by'] ?? ''));
      return agencyId;
    }
    case 'room':
      return addRoom(
        office,
        newSiteRoom.parse({
          agencyId: given.agency,
          label: given.label,
          city: given.city,
          zone: given.zone,
          ...(given.country === undefined ? {} : { country: given.country }),
          vetted: given.vetted === true,
          atProtectedSite: given['protected-site'] === true,
        }),
      );
    case undefined:
    default:
      throw new Error(
        'Say what to do: agency, roles, add, address, disable, words, keepers or room. See the head of infra/people.ts.',
      );
  }
}

if (import.meta.main) {
  try {
    console.log(await command(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : error);
    process.exitCode = 1;
  }
}
