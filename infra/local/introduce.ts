import type { DemoSummary, DeployedStack } from './deployed-stack.ts';

/** What `npm start` says when all is up: the address, who can sign in, and the guests' ways in. */
export function introduce(stack: DeployedStack, demo: DemoSummary, elapsed: string): string {
  const lines = [
    '',
    `saksi is up after ${elapsed}. Open it in Chrome, Chromium or Edge:`,
    '',
    `    ${stack.siteUrl}`,
    '',
  ];
  lines.push(...people(demo), ...guests(demo));
  lines.push(`Logs are in ${stack.folder}/logs. Ctrl-C stops everything; what you did is kept.`, '');
  return lines.join('\n');
}

function people({ people: all, furtherPeople }: DemoSummary): string[] {
  const rows = (of: DemoSummary['people']) => [
    ['Who', 'E-mail', 'Password'],
    ...of.map(({ role, email, password }) => [role, email, password]),
  ];
  return [
    'Sign in as one of these people:',
    '',
    ...table(rows(all)),
    '',
    'In the case of Viet Nam and Cambodia, in which a child is heard:',
    '',
    ...table(rows(furtherPeople)),
    '',
  ];
}

function guests({ witness, interpreter }: DemoSummary): string[] {
  const guest = (who: string, { link, pin }: { link: string; pin: string }) => [
    `${who}: PIN ${pin}`,
    `    ${link}`,
    '',
  ];
  const open = 'These two come by invitation; open each in a window of its own:';
  return [open, '', ...guest('The witness', witness), ...guest('The interpreter', interpreter)];
}

/** Rows of equal length, the first being the heading, as lines with aligned columns. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd();
  const rule = line(widths.map((width) => '─'.repeat(width)));
  return rows.flatMap((row, index) => (index === 0 ? [line(row), rule] : [line(row)]));
}
