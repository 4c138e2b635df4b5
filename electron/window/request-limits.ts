import type { Replies, RequestName, Requests } from '../contract/channels.ts';
import type { OperatorActionType } from '../domain/action.ts';
import type { Clock } from '../domain/time.ts';
import { type Rate, TokenBucket } from './token-bucket.ts';

/**
 * Each action is an event on disk (one fsync) and a row for ever; a page gone mad would fill both. Two gloved hands
 * do not press five buttons a second, and a burst of 20 is more than any dialogue and double tap together.
 */
const actions: Rate = { burst: 20, perSecond: 5 };
/** A file each, never written over; and a start opens a journal. */
const files: Rate = { burst: 3, perSecond: 1 };

/** What takes heat, flow or noise away, or command back: whoever presses it again and again is right to. */
const unlimited: ReadonlySet<OperatorActionType> = new Set([
  'heat-off',
  'pause-flow',
  'stop-run',
  'drain-now',
  'acknowledge',
  'pause-audio',
  'resume-audio',
  'take-command',
  'clear-interlocks',
] as const);

type Answer<N extends RequestName> = (request: Requests[N]) => Replies[N] | Promise<Replies[N]>;
type Limit<N extends RequestName> = (answer: Answer<N>) => Answer<N>;

/** Answers of main that are given only so often; beyond it a refusal, and main does not hear it. */
export function requestLimits(clock: Pick<Clock, 'monotonicMs'>): {
  readonly act: Limit<'act'>;
  readonly savePreset: Limit<'savePreset'>;
  readonly start: Limit<'start'>;
  readonly choosePort: Limit<'choosePort'>;
  readonly say: Limit<'say'>;
} {
  const acts = new TokenBucket(actions, clock);
  const saves = new TokenBucket(files, clock);
  const starts = new TokenBucket(files, clock);
  const ports = new TokenBucket(files, clock);
  const says = new TokenBucket(files, clock);
  const problem = 'Too many at once; wait a moment, then try again.';
  return {
    act: (answer) => (request) =>
      unlimited.has(request.action.type) || acts.take() ? answer(request) : { taken: false, why: 'too-many' },
    savePreset: (answer) => (request) =>
      saves.take()
        ? answer(request)
        : { ok: false, problems: [{ field: 'name', message: problem }], why: null },
    start: (answer) => (request) => (starts.take() ? answer(request) : { ok: false, problem, why: null }),
    say: (answer) => (request) =>
      says.take() ? answer(request) : { ok: false, problem: null, why: 'too-many' },
    // Each is a new connection, and ends the one being made.
    choosePort: (answer) => (request) => (ports.take() ? answer(request) : { ok: false, problem }),
  };
}
