/** Anything of livekit-client that knows the statistics of its own track. */
interface Counted {
  readonly getRTCStatsReport: () => Promise<RTCStatsReport | undefined>;
}

const fieldOf = { received: 'bytesReceived', sent: 'bytesSent' } as const;

/** Bytes of media that this track has received or sent since it began; 0 while nothing is known. */
export async function bytesOf(track: Counted | undefined, way: keyof typeof fieldOf): Promise<number> {
  const report = await track?.getRTCStatsReport();
  let sum = 0;
  report?.forEach((part: Readonly<Record<string, unknown>>) => {
    const type = way === 'received' ? 'inbound-rtp' : 'outbound-rtp';
    const bytes = part[fieldOf[way]];
    if (part['type'] === type && typeof bytes === 'number') sum += bytes;
  });
  return sum;
}
