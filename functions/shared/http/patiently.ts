import { patient } from '../store/commit.ts';
import type { Call } from './call.ts';

/** The same call, tried for longer while others write: for what takes access away, which must not be told to come again. */
export const patiently = <Asked extends Pick<Call, 'commit'>>(call: Asked): Asked => ({
  ...call,
  commit: (decide) => call.commit(decide, patient),
});
