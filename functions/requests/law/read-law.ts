import type * as z from 'zod';
import type { Handler } from '../../shared/http/call.ts';
import { checklistFor } from './checklist-for.ts';
import type { lawStatement, readLaw } from './contract.ts';
import { instrumentsFor } from './instruments-for.ts';
import { lawFor, statementOf, type Statement } from './law-for.ts';
import { questionsFor } from './questions-for.ts';
import { sources, type SourceId } from './sources.ts';

/** A statement with what was read for it. */
export const shown = (statement: Statement): z.input<typeof lawStatement> => ({
  ...statement,
  sources: statement.sources.map((id: SourceId) => ({ id, ...sources[id] })),
});

/** The law of the host State for a request of that day. It is of nobody's case, and nothing is read from a table. */
export const lawOfPair: Handler<typeof readLaw> = ({
  query: { requesting, host, receivedOn, hearingDay },
}) => {
  const { fields, defaultLanguages } = lawFor(host, receivedOn, hearingDay);
  return Promise.resolve({
    instruments: instrumentsFor(requesting, host, receivedOn).map((instrument) => ({
      ...instrument,
      because: instrument.because.map(shown),
      says: instrument.says.map(({ provision, statement }) => ({ provision, statement: shown(statement) })),
    })),
    law: fields.map((field) => ({ ...field, statements: field.statements.map(shown) })),
    defaultLanguages: [...defaultLanguages],
    questions: [...questionsFor(requesting, host, receivedOn, hearingDay)],
    checklist: checklistFor(requesting, host, receivedOn).map(({ id, of, level, entry }) => ({
      id,
      of,
      level,
      statement: shown(statementOf(entry)),
    })),
  });
};
