import {
  checkpointLine,
  entryLine,
  headerLine,
  type About,
  type StoredLeaf,
} from '../../functions/custody/export-file.ts';

/** The file of a log written at once, to which one that was written in parts must be the same. */
export function exportText(about: About, leaves: readonly StoredLeaf[], checkpoint: string): string {
  const lines = [headerLine(about, leaves.length), ...leaves.map(entryLine), checkpointLine(checkpoint)];
  return `${lines.join('\n')}\n`;
}
