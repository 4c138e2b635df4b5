/** Brings `node_modules` to what the lock says; returns what it did. */
export function ensureDependencies(root: string): Promise<string>;

/** True where every package of the lock is installed as locked; optional ones may be absent (other platforms). */
export function dependenciesMatch(root: string): boolean;
