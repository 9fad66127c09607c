import { describe, expect, it } from 'vitest';
import { calls } from '../../../../web/src/pages/room/attention.ts';

type Seen = Parameters<typeof calls>[0];
const seen = (more: Partial<Seen> = {}): Seen => ({
  phase: 'open',
  myState: 'admitted',
  mySeat: 'prosecutor',
  pauses: [],
  ...more,
});
const witness = { seat: 'witness', kind: 'pause' } as const;
const own = { seat: 'prosecutor', kind: 'pause' } as const;

describe('somebody who looks at another window', () => {
  it('is called when they are let in, and when they are put out', () => {
    expect(calls(seen({ myState: 'waiting' }), seen())).toBe(true);
    expect(calls(seen(), seen({ myState: 'away' }))).toBe(true);
  });

  it('is called when another pauses, or asks to stop who had paused', () => {
    expect(calls(seen(), seen({ phase: 'paused', pauses: [witness] }))).toBe(true);
    const stops = seen({ phase: 'paused', pauses: [{ ...witness, kind: 'stop' }] });
    expect(calls(seen({ phase: 'paused', pauses: [witness] }), stops)).toBe(true);
    expect(
      calls(seen({ phase: 'paused', pauses: [own] }), seen({ phase: 'paused', pauses: [own, witness] })),
    ).toBe(true);
  });

  it('is called by an alarm, while they have not come too, and by each once', () => {
    const alarm = { kind: 'second-device', at: '2027-03-01T01:55:00.000Z' } as const;
    const alarmed = seen({ myState: 'away', phase: 'closed', alarms: [alarm] } as Partial<Seen>);
    expect(calls(seen({ myState: 'away', phase: 'closed' }), alarmed)).toBe(true);
    expect(calls(alarmed, alarmed)).toBe(false);
  });

  it('is called when the room goes on, and when it is over', () => {
    expect(calls(seen({ phase: 'paused', pauses: [witness] }), seen())).toBe(true);
    expect(calls(seen(), seen({ phase: 'ended' }))).toBe(true);
  });

  it('is not called by nothing, by what they did themselves, nor while they have not come', () => {
    expect(calls(seen(), seen())).toBe(false);
    expect(calls(seen(), seen({ phase: 'paused', pauses: [own] }))).toBe(false);
    expect(calls(seen({ myState: 'away' }), seen({ myState: 'waiting' }))).toBe(false);
    const away = seen({ myState: 'away', phase: 'closed' });
    expect(calls(away, { ...away, phase: 'open' })).toBe(false);
  });
});
