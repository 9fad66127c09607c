import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ActionKey, randomKey } from '../../api/action-key.ts';
import type { Line } from '../../api/call.ts';
import { useLine } from '../../api/hooks.ts';
import { ApiProblem } from '../../api/problem.ts';
import { takeLog, type Progress } from './take-log.ts';

/** The two calls by which a log is taken away, whoever's it is; `key` is their Idempotency-Key. */
export interface TakingCalls {
  readonly begin: (line: Line, key: string) => Promise<Progress>;
  readonly carryOn: (line: Line, key: string, exportId: string) => Promise<Progress>;
}

/** How it stands with the file: nothing asked for, being made, stopped on the way, whole, or not kept any more. */
interface FileState {
  readonly phase: 'none' | 'making' | 'stopped' | 'whole' | 'gone';
  readonly progress?: Progress;
  readonly problem?: ApiProblem;
  readonly fault?: unknown;
}

/**
 * The file of a log as this page has it made. Which one it is stands in the page's address, so that a page that was loaded
 * anew, or has its line back, goes on where it was.
 */
export function useTaking(calls: TakingCalls) {
  const line = useLine();
  const [asked, ask] = useSearchParams();
  const known = asked.get('file') ?? undefined;
  const [state, setState] = useState<FileState>({ phase: known === undefined ? 'none' : 'stopped' });
  const [key] = useState(() => new ActionKey());
  const wanted = useWanted();
  if (state.fault !== undefined) throw state.fault;

  const begin = async () => {
    try {
      const begun = await calls.begin(line, key.keyFor('begin'));
      key.settle(undefined);
      return begun;
    } catch (problem) {
      key.settle(problem);
      throw problem;
    }
  };
  const carryOn = (exportId: string) => calls.carryOn(line, randomKey(), exportId);

  const run = async () => {
    let exportId = state.phase === 'gone' ? undefined : known;
    let progress = state.progress;
    const tell = (now: Progress) => {
      if (exportId === undefined) ask({ file: now.exportId }, { replace: true });
      exportId = now.exportId;
      progress = now;
      setState({ phase: 'making', progress });
    };
    setState({ phase: 'making', ...(progress === undefined ? {} : { progress }) });
    try {
      const address = await takeLog({ begin, carryOn }, exportId, tell, wanted);
      if (address === undefined || progress === undefined) return;
      save(address);
      setState({ phase: 'whole', progress });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) setState({ phase: 'stopped', fault: problem });
      else if (exportId === undefined) setState({ phase: 'none', problem });
      else if (problem.code === 'not-found') setState({ phase: 'gone' });
      else setState({ phase: 'stopped', problem, ...(progress === undefined ? {} : { progress }) });
    }
  };
  return {
    ...state,
    /** Has it made to its end and saved: goes on with the one that was begun, or begins one. */
    take: () => void run(),
  };
}

/** Tells whether the page is still there; what nobody waits for is not carried on. */
function useWanted(): () => boolean {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return () => here.current;
}

/** The address answers with a file to keep, so the page stays where it is. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.rel = 'noreferrer';
  link.click();
}
