import { listCases } from '../../../functions/cases/contract.ts';
import { readSession } from '../../../functions/sessions/contract.ts';
import { useAnswer } from '../api/hooks.ts';

/** The file number of a case, as the reader's own list has it; undefined until it is known. */
export function useReference(caseId: string | undefined): string | undefined {
  const { data } = useAnswer(listCases, {}, { when: caseId !== undefined });
  return data?.cases.find((each) => each.caseId === caseId)?.reference;
}

/** That of the case of a session, with which of its sessions it is. */
export function useSessionReference(sessionId: string): string {
  const { data } = useAnswer(readSession, { params: { sessionId } });
  const reference = useReference(data?.caseId);
  return [reference, sessionId].filter(Boolean).join(' · ');
}
