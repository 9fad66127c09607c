/**
 * The modern names most likely meant by one that is not known: those with the fewest slips, at most `limit`. `known` has every name,
 * outdated ones too (which people still type), with its modern name. Compared is the whole name and
 * also its last part alone, since people remember the city; letters swapped with their neighbours count as one slip.
 */
export function nearMatches(wanted: string, known: ReadonlyMap<string, string>, limit = 3): string[] {
  const whole = simple(wanted);
  const city = lastPart(whole);
  const slipsTo = new Map<string, number>();
  for (const [name, modern] of known) {
    // Every three letters are close to EST, which is no help to one who typed PST.
    if (name.length < 5) continue;
    const candidate = simple(name);
    const sameRegion = candidate.startsWith(whole.slice(0, whole.indexOf('/') + 1));
    const slips = Math.min(
      slipsBetween(whole, candidate),
      // A wrong region weighs a little more than the same number of slips within the right one.
      slipsBetween(city, lastPart(candidate)) + (sameRegion ? 0 : 1),
    );
    if (slips <= Math.max(1, Math.floor(city.length / 3))) {
      slipsTo.set(modern, Math.min(slips, slipsTo.get(modern) ?? slips));
    }
  }
  const fewest = Math.min(...slipsTo.values());
  return [...slipsTo.keys()]
    .filter((name) => slipsTo.get(name) === fewest)
    .sort()
    .slice(0, limit);
}

function simple(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '_');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Letters to insert, delete, replace or swap with a neighbour to make one word of the other. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 6) return 7;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      let best = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
        best = Math.min(best, (older[at - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    older = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
