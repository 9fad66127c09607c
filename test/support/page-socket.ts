/** A page's socket, as a browser would open it: Node has the same `WebSocket`. */
export interface PageSocket {
  readonly protocol: string;
  readonly messages: readonly string[];
  /** Until so many messages have come. @throws Error when they do not */
  readonly heard: (many: number) => Promise<void>;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** Milliseconds in which a message must have come. */
const patience = 10_000;

/** @throws Error when it is refused */
export async function openPage({
  url,
  ticket,
}: {
  readonly url: string;
  readonly ticket: string;
}): Promise<PageSocket> {
  const messages: string[] = [];
  const socket = new WebSocket(url, ['look-again', ticket]);
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => messages.push(String(data)));
  await opened(socket);
  return {
    protocol: socket.protocol,
    messages,
    async heard(many) {
      const until = performance.now() + patience;
      while (messages.length < many) {
        if (performance.now() > until) throw new Error(`Only ${messages.length} of ${many} messages came.`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    say: (text) => socket.send(text),
    close: () => socket.close(),
  };
}

const opened = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error('The socket was refused.')), { once: true });
  });

/** Whether a socket with these subprotocols is refused before it is open. */
export async function refusedPage(url: string, protocols: string[]): Promise<boolean> {
  const socket = new WebSocket(url, protocols);
  try {
    await opened(socket);
    socket.close();
    return false;
  } catch {
    return true;
  }
}
