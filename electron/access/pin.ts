import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type AccessProblem, pinLength } from '../domain/access-problem.ts';

/** What is kept of a PIN (RFC 7914): salt and hash in hex, and what a try costs. */
export interface KeptPin {
  readonly salt: string;
  readonly hash: string;
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** A try takes 50 ms at least on a fast machine, and 64 MB: a PIN is short, and this is all that slows a thief down. */
export const pinCost = { N: 2 ** 16, r: 8, p: 1 } as const;
/** Lengths in hex. */
export const saltLength = 32;
export const hashLength = 64;

const [fewest, most] = pinLength;
const figures = new RegExp(`^[0-9]{${fewest},${most}}$`);

/** Why it cannot be anybody's PIN; `null`: it can. */
export function pinProblem(pin: string): AccessProblem | null {
  if (!figures.test(pin)) return { kind: 'pin-no-figures', fewest, most };
  const steps = new Set([...pin.slice(1)].map((sign, at) => (Number(sign) - Number(pin[at]) + 10) % 10));
  const [step = 0] = steps;
  return steps.size === 1 && [0, 1, 9].includes(step) ? { kind: 'pin-too-simple' } : null;
}

export async function keptPin(pin: string): Promise<KeptPin> {
  const salt = randomBytes(saltLength / 2);
  const hash = await derive(pin, salt, pinCost);
  return { salt: salt.toString('hex'), hash: hash.toString('hex'), ...pinCost };
}

export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  return timingSafeEqual(
    await derive(pin, Buffer.from(kept.salt, 'hex'), kept),
    Buffer.from(kept.hash, 'hex'),
  );
}

/** In the thread pool: nothing waits for it but whoever signs in. */
function derive(pin: string, salt: Buffer, { N, r, p }: Pick<KeptPin, 'N' | 'r' | 'p'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashLength / 2, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
