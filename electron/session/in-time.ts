import type { Clock } from '../domain/time.ts';

/** What a promise resolves to, or `null` where it has not within `ms`; it is not waited for any more. */
export function inTime<T>(clock: Pick<Clock, 'after'>, ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(null));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}
