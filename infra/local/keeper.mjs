/**
 * Outlives the process that started it, for as long as it takes to stop what that one left behind.
 * It is told process ids on its standard input ("+123", "-123"); when that input closes, because its
 * owner ended or was killed, it asks what is still on the list to stop. Asking is all it may do: the
 * emulator writes its state on a clean stop only.
 */
import { createInterface } from 'node:readline';

const kept = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) kept.add(pid);
  else kept.delete(pid);
});
lines.on('close', () => {
  for (const pid of kept) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  process.exit(0);
});
