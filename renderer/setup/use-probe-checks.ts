import { useEffect, useRef, useState } from 'react';
import {
  type DipResult,
  dipCheck,
  type ProbeReadings,
  type Reading,
  type WarmCheck,
  warmCheck,
} from '../../electron/contract/words.ts';

type Readings = readonly [Reading, Reading, Reading, Reading];
export type ProbeCheckKind = 'warm' | 'dip';

/** More than is judged: five minutes of four readings a second. */
const mostSamples = 1200;

/** Both checks of probes before they are placed, from what the screen is told. */
export function useProbeChecks(readings: Readings | null): {
  readonly warm: WarmCheck | null;
  readonly dip: DipResult | null;
  readonly start: (kind: ProbeCheckKind) => void;
  readonly end: (kind: ProbeCheckKind) => void;
} {
  const samples = useRef<Record<ProbeCheckKind, ProbeReadings[] | null>>({ warm: null, dip: null });
  const [results, setResults] = useState<{ warm: WarmCheck | null; dip: DipResult | null }>({
    warm: null,
    dip: null,
  });
  useEffect(() => {
    const { warm, dip } = samples.current;
    if (readings === null || (warm === null && dip === null)) return;
    const now: ProbeReadings = { atMs: performance.now(), celsius: readings };
    for (const one of [warm, dip]) {
      one?.push(now);
      if (one !== null && one.length > mostSamples) one.shift();
    }
    const judged = dip && dipCheck(dip);
    setResults((before) => ({
      warm: warm && warmCheck(warm),
      // What has agreed is over: nothing takes the button that keeps it from under a finger.
      dip: before.dip?.state === 'passed' ? before.dip : judged,
    }));
  }, [readings]);
  const set = (kind: ProbeCheckKind, to: ProbeReadings[] | null) => {
    samples.current = { ...samples.current, [kind]: to };
    setResults((now) => ({
      ...now,
      ...(kind === 'warm' ? { warm: to && warmCheck(to) } : { dip: to && dipCheck(to) }),
    }));
  };
  return { ...results, start: (kind) => set(kind, []), end: (kind) => set(kind, null) };
}
