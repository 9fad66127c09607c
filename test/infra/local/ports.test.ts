import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { type Instance, startInstance } from '../../../infra/local/instance.ts';
import { claimPorts } from '../../../infra/local/ports.ts';

/** An instance on ports that were free a moment ago. */
async function instanceOnFreePorts(): Promise<Instance> {
  const instance = startInstance({});
  const ports = { emulator: await freePort(), liveKit: await freePort(), mediaUdp: await freePort() };
  return { ...instance, ports };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('is content when all ports are free, and leaves them free', async () => {
  const instance = await instanceOnFreePorts();
  await expect(claimPorts(instance)).resolves.toBeUndefined();
  await expect(claimPorts(instance)).resolves.toBeUndefined();
});

it('names a taken port, its use and the way out', async () => {
  const instance = await instanceOnFreePorts();
  const server = createServer().listen(instance.ports.emulator, '127.0.0.1');
  await once(server, 'listening');
  await expect(claimPorts(instance)).rejects.toThrow(
    new RegExp(
      `^Port ${instance.ports.emulator}, needed for the local AWS emulator, is taken .* SAKSI_PORT \\(for`,
    ),
  );
  server.close();
});

it('notices a taken UDP port too', async () => {
  const instance = await instanceOnFreePorts();
  const socket = createSocket('udp4').bind(instance.ports.mediaUdp, '127.0.0.1');
  await once(socket, 'listening');
  await expect(claimPorts(instance)).rejects.toThrow(/needed for video and sound.* SAKSI_LIVEKIT_PORT/);
  socket.close();
});
