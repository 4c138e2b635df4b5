/**
 * Space on the disk of the record, in MB of 10⁶ bytes. An hour of a run takes 8.9 MB of journal, 2.5 MB of it for the
 * chain, and, once it is over, 6.1 MB of samples.csv (measured at ten samples a second); its report takes 0.5 MB.
 */

/** Below this a run tells it: six hours of record and its documents still fit. */
export const storageLowMegabytes = 100;

/** Below this no run is started: the record of eleven hours fits before the disk is told as low. */
export const storageToStartMegabytes = 200;

/** Why a run cannot be started on a disk with this much free, and how to mend it; `null`: it can, or nothing is known. */
export const storageProblem = (freeMegabytes: number | null): string | null =>
  freeMegabytes === null || freeMegabytes >= storageToStartMegabytes
    ? null
    : `The disk of the record has ${Math.floor(freeMegabytes)} MB free, a run needs ${storageToStartMegabytes} MB: ` +
      'free space on it, then start the run.';
