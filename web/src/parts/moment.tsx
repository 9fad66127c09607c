import type { Instant } from '../../../functions/shared/values/instants.ts';
import { spanForPeople, timeForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { useReader } from './reader.tsx';

/** An instant on the wall clock of a zone, always with weekday, offset and place. */
export function Moment({ at, zone }: { readonly at: Instant; readonly zone: string }) {
  const reader = useReader();
  const shown = timeForPeople(at, zone, reader);
  return <time dateTime={shown.machine}>{shown.text}</time>;
}

/** From–to on the wall clock of a zone. */
export function Span({
  start,
  end,
  zone,
}: {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: string;
}) {
  const reader = useReader();
  return (
    <time dateTime={timeForPeople(start, zone, reader).machine}>
      {spanForPeople({ start, end }, zone, reader)}
    </time>
  );
}
