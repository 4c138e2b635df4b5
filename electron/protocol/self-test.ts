import { isCavity, type ProbeSites } from '../domain/case.ts';
import { interlockBit } from '../domain/circuit.ts';
import type { TestPhase } from '../domain/phase.ts';
import type { ProbeReadings, Telemetry } from '../domain/telemetry.ts';

/**
 * The checks in order, in two parts: what needs no fluid, and, once the circuit is full, what must not run in a dry
 * one. Each is shown, judged and kept in the record.
 */
export const testChecks = {
  'self-test': ['link', 'probes', 'interlocks'],
  'machine-test': ['pump', 'heater', 'watchdog', 'rest'],
} as const satisfies Readonly<Record<TestPhase, readonly string[]>>;
export type SelfTestCheck = (typeof testChecks)[TestPhase][number];

export interface SelfTest {
  readonly part: TestPhase;
  /** The check under way; `null` once all have passed or one has failed. */
  readonly running: SelfTestCheck | null;
  readonly sinceMs: number;
  /** Wall time the check began: session time may stand still while the heartbeat is held. */
  readonly sinceWallMs: number | null;
  readonly ticks: number;
  readonly results: readonly SelfTestResult[];
}
export interface SelfTestResult {
  readonly check: SelfTestCheck;
  readonly passed: boolean;
  readonly detail: string;
}

export const newSelfTest = (part: TestPhase, nowMs: number): SelfTest => ({
  part,
  running: testChecks[part][0],
  sinceMs: nowMs,
  sinceWallMs: null,
  ticks: 0,
  results: [],
});

export const selfTestPassed = (test: SelfTest): boolean =>
  test.results.length === testChecks[test.part].length && test.results.every((result) => result.passed);
export const selfTestFailed = (test: SelfTest): boolean => test.results.some((result) => !result.passed);

/** Fresh replies in a row that prove the link. */
const linkTicks = 20;
/** A probe at rest outside this range is not believed, °C. */
const plausibleCelsius = [5, 43] as const;
/** Cavity probes at rest may differ by this much, °C (two sites of one cavity). */
const restAgreementCelsius = 1.0;
/** Flow counts as responding within this share of the set flow. */
const pumpShare = 0.2;
/** By then what priming left of a flow has run down: a pump that stalls as its test begins is not passed by it, s (chosen). */
const pumpSeconds = 5;
/** Heater counts as responding above this power, % (brief: limits table, "heater on that should be off"). */
const heaterPercent = 2;
/** Each check fails after this long, s of session time. */
const limitSeconds = 20;
/** The watchdog test waits for at most this long, ms of wall time: twice the time written, and then some. */
const watchdogWaitMs = 3000;
const watchdogBit = interlockBit('watchdog-expired');

interface Tested {
  readonly phase: string;
  readonly selfTest: SelfTest;
}

/** The watchdog trips because it is tested; outside these checks the interlock means what it says. */
export const expectedInterlocks = ({ phase, selfTest: test }: Tested): number =>
  phase === 'machine-test' && (test.running === 'watchdog' || test.running === 'rest') ? watchdogBit : 0;

/** What the self-test asks of the rig meanwhile. */
export interface SelfTestAsks {
  readonly pump: boolean;
  readonly heat: boolean;
  readonly holdHeartbeat: boolean;
  readonly clearBits: number;
}

export function selfTestAsks(test: SelfTest, telemetry: Telemetry | null): SelfTestAsks {
  const check = test.running;
  const tripped = ((telemetry?.interlockBits ?? 0) & watchdogBit) !== 0;
  return {
    pump: check === 'pump' || check === 'heater' || check === 'watchdog',
    // The heater is on when the heartbeat stops: only so is it seen that the machine turns it off.
    heat: check === 'heater' || (check === 'watchdog' && !tripped),
    holdHeartbeat: check === 'watchdog' && !tripped,
    clearBits: check === 'rest' && tripped ? watchdogBit : 0,
  };
}

/** Nothing is sent to the machine now, to see that it notices. */
export const holdsHeartbeat = ({
  phase,
  selfTest,
  telemetry,
}: Tested & { readonly telemetry: Telemetry | null }): boolean =>
  phase === 'machine-test' && selfTestAsks(selfTest, telemetry).holdHeartbeat;

export interface SelfTestInput {
  readonly telemetry: Telemetry | null;
  readonly probesCelsius: ProbeReadings;
  readonly sites: ProbeSites;
  readonly setFlowMlPerMin: number;
  readonly nowMs: number;
  /** Monotonic wall time, ms. */
  readonly wallMs: number;
}

/** One tick of the self-test. */
export function stepSelfTest(test: SelfTest, input: SelfTestInput): SelfTest {
  if (test.running === null) return test;
  const ticks = input.telemetry === null ? 0 : test.ticks + 1;
  const sinceWallMs = test.sinceWallMs ?? input.wallMs;
  const seconds = (input.nowMs - test.sinceMs) / 1000;
  const verdict = judge(test.running, { ...input, ticks, seconds, waitedMs: input.wallMs - sinceWallMs });
  if (verdict === null) return { ...test, ticks, sinceWallMs };
  const results = [...test.results, { check: test.running, ...verdict }];
  const checks: readonly SelfTestCheck[] = testChecks[test.part];
  const next = verdict.passed ? (checks[results.length] ?? null) : null;
  return {
    part: test.part,
    running: next,
    sinceMs: input.nowMs,
    sinceWallMs: input.wallMs,
    ticks: 0,
    results,
  };
}

type Verdict = { passed: boolean; detail: string } | null;

interface Timed extends SelfTestInput {
  readonly ticks: number;
  readonly seconds: number;
  readonly waitedMs: number;
}

function judge(check: SelfTestCheck, input: Timed): Verdict {
  const { telemetry } = input;
  if (telemetry === null) return input.seconds > limitSeconds ? failed('no telemetry') : null;
  switch (check) {
    case 'link':
      if (input.ticks >= linkTicks) return passed(`${linkTicks} replies in a row`);
      return input.seconds > limitSeconds ? failed(`no ${linkTicks} replies in a row`) : null;
    case 'probes':
      return judgeProbesAtRest(input);
    case 'pump': {
      const flow = telemetry.flowMlPerMin.value;
      // What still runs from prime proves nothing.
      const { mode, pumpEnable } = telemetry.inForce;
      const runs = mode === 'bypass' && pumpEnable && input.seconds >= pumpSeconds;
      const near =
        runs && flow !== null && Math.abs(flow - input.setFlowMlPerMin) <= pumpShare * input.setFlowMlPerMin;
      if (near) return passed(`${Math.round(flow)} mL/min of ${input.setFlowMlPerMin} asked`);
      return input.seconds > limitSeconds
        ? failed(`flow ${flow ?? '---'} mL/min of ${input.setFlowMlPerMin} asked`)
        : null;
    }
    case 'heater': {
      const power = telemetry.heaterPowerPercent;
      if (power > heaterPercent) return passed(`${power.toFixed(1)} % power`);
      return input.seconds > limitSeconds ? failed(`heater power ${power.toFixed(1)} % while on`) : null;
    }
    case 'watchdog': {
      const tripped = (telemetry.interlockBits & watchdogBit) !== 0;
      const off = !telemetry.inForce.heaterEnable && telemetry.heaterPowerPercent <= heaterPercent;
      if (tripped && off) return passed('machine turned its heater off by itself');
      if (input.waitedMs <= watchdogWaitMs) return null;
      return failed(tripped ? 'heater stays on without a heartbeat' : 'machine went on without a heartbeat');
    }
    case 'interlocks': {
      const { heaterEnable, pumpEnable } = telemetry.inForce;
      const rests = !heaterEnable && !pumpEnable && telemetry.heaterPowerPercent <= heaterPercent;
      if (rests && telemetry.interlockBits === 0) return passed('heater and pump off, no interlock');
      return input.seconds > limitSeconds
        ? failed('an interlock stays latched, or heater or pump stays on')
        : null;
    }
    case 'rest': {
      const quiet = telemetry.interlockBits === 0 && !telemetry.inForce.heaterEnable;
      if (quiet && telemetry.heaterPowerPercent <= heaterPercent) return passed('heater off, no interlock');
      return input.seconds > limitSeconds
        ? failed('an interlock stays latched or the heater stays on')
        : null;
    }
  }
}

function judgeProbesAtRest(input: SelfTestInput): Verdict {
  const cavity: number[] = [];
  for (const [probe, site] of input.sites.entries()) {
    if (site === 'not-used') continue;
    const reading = input.probesCelsius[probe];
    if (!reading || reading.value === null) return failed(`T${probe + 1} ${reading?.missing ?? 'no value'}`);
    const [low, high] = plausibleCelsius;
    if (reading.value < low || reading.value > high)
      return failed(`T${probe + 1} ${reading.value.toFixed(2)} °C at rest`);
    if (isCavity(site)) cavity.push(reading.value);
  }
  // One alone is compared with nothing.
  if (cavity.length < 2) return passed('fewer than two cavity probes, nothing compared');
  const spread = Math.max(...cavity) - Math.min(...cavity);
  const detail = `cavity probes differ by ${spread.toFixed(2)} °C`;
  return spread > restAgreementCelsius ? failed(detail) : passed(detail);
}

const passed = (detail: string): Verdict => ({ passed: true, detail });
const failed = (detail: string): Verdict => ({ passed: false, detail });
