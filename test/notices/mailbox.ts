import { addressKey, parseAddress } from '../../functions/notices/port/address.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { storeOf } from '../support/office.ts';

/** A message as the emulator's mail service took it; it keeps the text and no attachments. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

interface Kept {
  readonly Source?: string;
  readonly To?: readonly string[];
  readonly Subject?: string;
  readonly BodyText?: string;
}

/** Everything that was sent to one of these addresses, oldest first. */
export async function mailsTo(stack: DeployedStack, addresses: readonly string[]): Promise<Taken[]> {
  const response = await fetch(`${stack.emulatorUrl}/_ministack/ses/messages`);
  const { messages } = (await response.json()) as { messages: Readonly<Record<string, readonly Kept[]>> };
  return Object.values(messages)
    .flat()
    .map(({ Source = '', To = [], Subject = '', BodyText = '' }) => ({
      from: Source,
      to: To,
      subject: Subject,
      text: BodyText.replaceAll('\r\n', '\n'),
    }))
    .filter(({ to }) => to.some((address) => addresses.includes(address)));
}

export async function addressOf(stack: DeployedStack, personId: string): Promise<string> {
  const [item] = await storeOf(stack).get([addressKey(personId)]);
  const address = parseAddress(item);
  if (address === undefined) throw new Error('That person has no address.');
  return address;
}
