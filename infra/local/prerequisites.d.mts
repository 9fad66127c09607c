type Environment = Record<string, string | undefined>;
type Found = { command: string; version: string };

export const MINISTACK_VERSION: string;
export const MINISTACK_PACKAGES: string[];
export const LIVEKIT_VERSION: string;
export function toolsFolder(env?: Environment): string;
export function keptMiniStack(env?: Environment): string;
export function keptLiveKit(env?: Environment): string;
export function nodeProblem(version?: string): string | undefined;
export function findPython(env?: Environment): Found | undefined;
export function pythonProblem(env?: Environment): string | undefined;
export function findLiveKitOnPath(env?: Environment): Found | undefined;
export function liveKitProblem(env?: Environment): string | undefined;
export function problems(env?: Environment): string[];
