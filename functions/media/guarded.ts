/** Milliseconds after which the protection is asked for again, and minutes for which it then holds. */
const again = 10 * 60_000;
const minutes = 60;

/**
 * Tells ECS that this machine has tasks, so that it is none of those which are taken away when fewer are needed or a new
 * version comes. @param agentUrl of the container's agent; undefined where there is none
 */
export function guarded(agentUrl: string | undefined, now: () => number, failed: (fault: unknown) => void) {
  let said: { readonly isBusy: boolean; readonly at: number } | undefined;
  return (tasks: number): void => {
    const isBusy = tasks > 0;
    if (agentUrl === undefined || (said?.isBusy === isBusy && (!isBusy || now() - said.at < again))) return;
    said = { isBusy, at: now() };
    const body = isBusy
      ? { ProtectionEnabled: true, ExpiresInMinutes: minutes }
      : { ProtectionEnabled: false };
    fetch(`${agentUrl}/task-protection/v1/state`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    })
      .then((answer) => {
        if (!answer.ok) throw new Error('The agent refused.');
      })
      .catch((fault: unknown) => {
        said = undefined;
        failed(fault);
      });
  };
}
