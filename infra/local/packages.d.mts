export function nodePath(root: string): string;
export function packagesProblem(root: string): string | undefined;
export function packagesMatch(root: string): boolean;
export function installPackages(root: string): Promise<{ ok: boolean; output: string }>;
export function ensureNode(root: string, major: number): Promise<boolean>;
