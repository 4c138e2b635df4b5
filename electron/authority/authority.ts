import type { AuthorityState } from '../domain/authority-state.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { type AuthorityEvent, nextState } from './table.ts';

/** What is laid over the command, whatever run and alarms ask; each includes the one before. */
export const overlays = ['none', 'heat-off', 'all-off'] as const;
export type Overlay = (typeof overlays)[number];

/** What run or rescue asks of the machine; `intent` `null`: nothing, a person has to decide first. */
export interface Asked {
  readonly intent: Intent | null;
}

/** Exchanges left in which the machine takes "off", of those left in which that is tried: over a lost line it takes nothing. */
export interface LettingGo {
  readonly toldLeft: number;
  readonly triesLeft: number;
}

/** Who may write, and what went wrong in the console's own ticks. Plain data, replaced by every step. */
export interface Authority {
  readonly state: AuthorityState;
  readonly overlay: Overlay;
  /** Ticks that failed without a good one between them. */
  readonly failedInRow: number;
  /** When ticks failed in the last minute, monotonic ms. */
  readonly failedMs: readonly number[];
  /** Since the program began. */
  readonly failures: number;
  /** Of the last tick that failed; `null`: none did. */
  readonly lastFailure: string | null;
  /** What a console that gave up still does; `null`: it has not given up. */
  readonly lettingGo: LettingGo | null;
}

export const newAuthority: Authority = {
  state: 'reading',
  overlay: 'none',
  failedInRow: 0,
  failedMs: [],
  failures: 0,
  lastFailure: null,
  lettingGo: null,
};

/** Failed ticks in a row after which the console gives up (chosen: a single tick may fail, three are no accident). */
export const mostFailedInRow = 3;
/** Failed ticks within `failureWindowMs` after which it gives up. */
export const mostFailedInWindow = 10;
export const failureWindowMs = 60_000;
/** A failed tick is told as an alarm for so long after it, ms (chosen: longer than any reading of the banner). */
export const faultToldMs = 10_000;
/** A console that gives up says "off" in so many exchanges, lest a single one gets lost (2 s of ticks). */
export const lettingGoExchanges = 20;
/** Over a line that comes back it is still told for so many, and later no more: people are at the machine by then (30 s of ticks, chosen). */
export const lettingGoTries = 300;

export const moved = (authority: Authority, event: AuthorityEvent): Authority => {
  const state = nextState(authority.state, event);
  if (state === authority.state) return authority;
  const lettingGo = { toldLeft: lettingGoExchanges, triesLeft: lettingGoTries };
  return { ...authority, state, lettingGo: state === 'faulted' ? lettingGo : null };
};

/** A tick threw: heat goes off by the authority itself; after too many of them the console gives up. */
export function failed(authority: Authority, failure: string, nowMs: number): Authority {
  const next = { ...struck(authority, failure, nowMs), failedInRow: authority.failedInRow + 1 };
  return next.failedInRow >= mostFailedInRow ? moved(next, 'give-up') : next;
}

/** Something threw in the console, in a tick or outside: heat goes off; after too many in a minute it gives up. */
export function struck(authority: Authority, failure: string, nowMs: number): Authority {
  const failedMs = [...recent(authority.failedMs, nowMs), nowMs];
  const next: Authority = {
    ...laid(authority, 'heat-off'),
    failedMs,
    failures: authority.failures + 1,
    lastFailure: failure,
  };
  return failedMs.length >= mostFailedInWindow ? moved(next, 'give-up') : next;
}

const recent = (failedMs: readonly number[], nowMs: number): readonly number[] =>
  failedMs.filter((ms) => nowMs - ms < failureWindowMs);

/** What the run holds by itself after a tick that went well: only then may the overlay go. */
export interface Held {
  readonly heat: boolean;
  readonly flow: boolean;
}

/** A tick went well. `held` `null`: nobody asks anything of the machine. */
export function wentWell(authority: Authority, held: Held | null): Authority {
  const lifted = held === null || (held.heat && (held.flow || authority.overlay === 'heat-off'));
  const overlay = lifted ? 'none' : authority.overlay;
  if (overlay === authority.overlay && authority.failedInRow === 0) return authority;
  return { ...authority, overlay, failedInRow: 0 };
}

/** At least `overlay` from now on. */
export const laid = (authority: Authority, overlay: Overlay): Authority =>
  overlays.indexOf(overlay) <= overlays.indexOf(authority.overlay) ? authority : { ...authority, overlay };

/** A failed tick is still to be told. */
export const tellsFault = ({ failedMs, state }: Authority, nowMs: number): boolean =>
  state === 'faulted' || failedMs.some((ms) => nowMs - ms < faultToldMs);

/**
 * What is written in this tick; `null`: only read.
 * `asked`: by the run or rescue; `null`: it could not say. `last`: what was written before it.
 */
export function commandOf(
  authority: Authority,
  asked: Asked | null,
  last: Intent | null,
  telemetry: Telemetry | null,
): Intent | null {
  switch (authority.state) {
    case 'reading':
    case 'waiting':
      return null;
    case 'commanding': {
      const intent = asked === null ? last : asked.intent;
      return intent === null ? null : overlaid(intent, authority.overlay);
    }
    case 'standing-down':
      return { ...standbyIntent, annunciator: asked?.intent?.annunciator ?? 'none' };
    case 'faulted':
      return letsGo(authority.lettingGo) ? allOff(telemetry) : null;
  }
}

function overlaid(intent: Intent, overlay: Overlay): Intent {
  if (overlay === 'none') return intent;
  const heatOff: Intent = { ...intent, heaterEnable: false, annunciator: 'high' };
  return overlay === 'heat-off' ? heatOff : { ...heatOff, pumpEnable: false, flowSetpointMlPerMin: 0 };
}

/** Valves stay where the machine has them; standby where that is not known. */
const allOff = (telemetry: Telemetry | null): Intent => ({
  ...standbyIntent,
  mode: telemetry?.inForce.mode ?? 'standby',
  annunciator: 'high',
});

const letsGo = (left: LettingGo | null): boolean => left !== null && left.toldLeft > 0 && left.triesLeft > 0;

/** An exchange of a console that gives up has been tried. `told`: the machine answered that it took "off". */
export function letGoOnce(authority: Authority, told: boolean): Authority {
  const left = authority.lettingGo;
  if (left === null || !letsGo(left)) return authority;
  const toldLeft = left.toldLeft - (told ? 1 : 0);
  return { ...authority, lettingGo: { toldLeft, triesLeft: left.triesLeft - 1 } };
}
