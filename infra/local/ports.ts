import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { Instance } from './instance.ts';
import { Obstacle } from './obstacle.ts';

const LOOPBACK = '127.0.0.1';

/** Refuses, naming the port and the way out, when one of the instance's ports cannot be listened on. */
export async function claimPorts(instance: Instance): Promise<void> {
  const { ports, portSettings } = instance;
  const needed = [
    { port: ports.emulator, free: tcpFree, setting: portSettings.emulator, use: 'the local AWS emulator' },
    { port: ports.liveKit, free: tcpFree, setting: portSettings.liveKit, use: 'the LiveKit server' },
    { port: ports.mediaUdp, free: udpFree, setting: portSettings.liveKit, use: 'video and sound' },
  ];
  for (const { port, free, setting, use } of needed) {
    if (await free(port)) continue;
    throw new Obstacle(
      `Port ${port}, needed for ${use}, is taken by another program: stop that program, or choose another port with ${setting} (for instance ${setting}=${suggestion(setting, instance)}).`,
    );
  }
}

function suggestion(setting: string, { ports, portSettings }: Instance): number {
  return setting === portSettings.emulator ? ports.emulator + 300 : ports.liveKit + 100;
}

function tcpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function udpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => socket.close(() => resolve(false)));
    socket.bind({ port, address: LOOPBACK, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}
