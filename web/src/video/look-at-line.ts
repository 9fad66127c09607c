import type { Media } from './media.ts';
import type { LineLook } from './voices-first.ts';

/** Packets of one voice so far, by the id of its statistics. */
interface Came {
  readonly lost: number;
  readonly received: number;
}

type Part = Readonly<Record<string, unknown>>;
const numberIn = (part: Part, field: string): number => {
  const value = part[field];
  return typeof value === 'number' ? value : 0;
};

/**
 * Looks at the voices that come in and go out, once in a while; each look is told of what was since the one before. The other end says
 * what it lost of the own voice, and says the same again until it has counted anew: that is heard once. Of what comes in, what one voice
 * lacks was lost on the line of whoever speaks; the own line loses of all of them, so it is the least, of two at the least.
 */
export class LineLooks {
  #came = new Map<string, Came>();
  #said = 0;

  async look({ own, others }: Pick<Media, 'own' | 'others'>): Promise<LineLook> {
    const voices = others.flatMap(({ audio }) => audio ?? []);
    const [out, ...ins] = await Promise.all(
      // Of a track that ended meanwhile there is nothing to be said.
      [own.audio, ...voices].map(async (track) => track?.getRTCStatsReport().catch(() => undefined)),
    );
    const went = this.#went(out);
    const came = this.#cameIn(ins);
    const losses = [went.loss, came].filter((loss) => loss !== undefined);
    return {
      loss: losses.length === 0 ? undefined : Math.max(...losses),
      roundTrip: went.roundTrip,
    };
  }

  #went(report: RTCStatsReport | undefined): LineLook {
    let look: LineLook = { loss: undefined, roundTrip: undefined };
    report?.forEach((part: Part) => {
      if (part['type'] !== 'remote-inbound-rtp') return;
      const at = numberIn(part, 'timestamp');
      if (at === this.#said) return;
      this.#said = at;
      look = {
        loss: numberIn(part, 'fractionLost'),
        roundTrip: numberIn(part, 'roundTripTime') * 1_000,
      };
    });
    return look;
  }

  #cameIn(reports: readonly (RTCStatsReport | undefined)[]): number | undefined {
    const now = new Map<string, Came>();
    for (const report of reports)
      report?.forEach((part: Part) => {
        if (part['type'] === 'inbound-rtp')
          now.set(`${String(part['id'])} ${String(part['ssrc'])}`, {
            lost: numberIn(part, 'packetsLost'),
            received: numberIn(part, 'packetsReceived'),
          });
      });
    const losses = [...now].flatMap(([id, { lost: lostNow, received: receivedNow }]) => {
      const before = this.#came.get(id) ?? { lost: lostNow, received: receivedNow };
      const lost = Math.max(0, lostNow - before.lost);
      const all = lost + receivedNow - before.received;
      return all > 0 ? [lost / all] : [];
    });
    this.#came = now;
    return losses.length < 2 ? undefined : Math.min(...losses);
  }
}
