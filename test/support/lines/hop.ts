/** A hop of UDP in a network of its own (kernel-rate.ts): `hop.ts ADDRESS SERVER-ADDRESS SERVER-PORT` says its port and goes on until it is killed. */
import { udpRelay } from './udp-relay.ts';

const [at = '', address = '', port = ''] = process.argv.slice(2);
const hop = await udpRelay({ address, port: Number(port) }, { loss: 0, delay: 0, jitter: 0 }, 0, at);
process.stdout.write(`${hop.port}\n`);
