import { daySpan, nights } from './day-span.ts';

/** One day from midnight to midnight as a picture: night shaded, the session as a block. The words beside it say the same. */
export function DayBar({ local, minutes }: { readonly local: string; readonly minutes: number }) {
  const { from, until, over } = daySpan(local, minutes);
  return (
    <svg className="day-bar" viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
      <rect className="day-bar-day" width="1440" height="120" />
      {nights.map(([start, end]) => (
        <rect key={start} className="day-bar-night" x={start} width={end - start} height="120" />
      ))}
      {[360, 720, 1080].map((at) => (
        <line key={at} className="day-bar-hour" x1={at} x2={at} y1="0" y2="120" />
      ))}
      <rect className="day-bar-session" x={from} width={Math.max(until - from, 18)} height="120" />
      {over && <rect className="day-bar-over" x="1422" width="18" height="120" />}
    </svg>
  );
}
