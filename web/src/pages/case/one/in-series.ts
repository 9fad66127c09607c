/** Sessions that are shown as one, or one alone. */
export interface Shown<Row> {
  readonly series: string | undefined;
  readonly sessions: readonly Row[];
}

/** Sessions of one series together, where the first of them stands; a series of which only one is there is shown as one session. */
export function inSeries<Row extends { readonly series?: string | undefined }>(
  rows: readonly Row[],
): readonly Shown<Row>[] {
  const groups = Map.groupBy(rows, (row) => row.series ?? row);
  return [...groups.values()].map((sessions) => ({
    series: sessions.length > 1 ? sessions[0]?.series : undefined,
    sessions,
  }));
}
