import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { LineFault } from './terms.ts';
import {
  damagedBlock,
  exception,
  flipped,
  noise,
  otherRig,
  unknownState,
  wrongFunction,
  wrongLength,
  wrongUnit,
} from './wrong-frames.ts';

/** Put on the line, so long after it would have been, ms. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly afterMs: number;
}

/** What is late comes after the deadline, up to well beyond a lost link, ms. */
const late = (dice: Draw): number => (dice.whole(3) === 0 ? dice.even(300, 3000) : dice.even(65, 300));
/** A second copy comes at once or while the console does something else, ms. */
const again = (dice: Draw): number => dice.even(0, 150);

const at = (bytes: Uint8Array, afterMs = 0): Sent => ({ bytes, afterMs });

/** `null`: it is not a fault of requests. */
export function requestFault(fault: LineFault, request: Uint8Array, dice: Draw): Sent[] | null {
  switch (fault) {
    case 'request-flipped':
      return [at(flipped(request, dice))];
    case 'request-dropped':
      return [];
    case 'request-doubled':
      return [at(request), at(request, again(dice))];
    case 'request-late':
      return [at(request, late(dice))];
    case 'request-short':
      return [at(request.subarray(0, 1 + dice.whole(request.length - 1)))];
    default:
      return null;
  }
}

/** A reply of before, as it left the rig. */
export interface Past {
  readonly bytes: Uint8Array;
  readonly madeMs: number;
}

export interface Context {
  readonly past: readonly Past[];
  readonly nowMs: number;
  readonly serialNumber: string;
}

/** Lengths of docs/link.md: header, 26 registers, CRC-16. */
const telemetryBytes = 3 + 52 + 2;

/** `null`: nothing can be done to this reply by that name. `swap`: it comes after the next. */
export function replyFault(
  fault: LineFault,
  reply: Uint8Array,
  context: Context,
  dice: Draw,
): readonly Sent[] | 'swap' | null {
  const whole = reply.length === telemetryBytes;
  /** In the place of the right one, or in front of it. */
  const wrong = (bytes: Uint8Array): Sent[] =>
    dice.whole(3) === 0 ? [at(bytes), at(reply, dice.even(0, 5))] : [at(bytes)];
  switch (fault) {
    case 'reply-flipped':
      return [at(flipped(reply, dice))];
    case 'reply-dropped':
      return [];
    case 'reply-doubled':
      return [at(reply), at(reply, again(dice))];
    case 'reply-late':
      return [at(reply, late(dice))];
    case 'reply-swapped':
      return 'swap';
    case 'reply-short':
      return [at(reply.subarray(0, 1 + dice.whole(reply.length - 1)))];
    case 'noise':
      return dice.whole(2) === 0
        ? [at(Buffer.concat([noise(dice), reply]))]
        : [at(Buffer.concat([reply, noise(dice)]))];
    case 'wrong-unit':
      return wrong(wrongUnit(reply, dice));
    case 'wrong-function':
      return wrong(wrongFunction(reply, dice));
    case 'wrong-length':
      return whole ? wrong(wrongLength(reply, dice)) : null;
    case 'exception':
      return wrong(exception(reply, dice));
    case 'damaged-block':
      return whole ? wrong(damagedBlock(reply, dice)) : null;
    case 'other-rig':
      return whole ? wrong(otherRig(reply, context.serialNumber, dice)) : null;
    case 'unknown-state':
      return whole ? wrong(unknownState(reply, context.serialNumber, dice)) : null;
    case 'stale-sequence':
      return whole ? stale(reply, context, dice, wrong) : null;
    default:
      return null;
  }
}

/** A read carries no number: only what is older than a second, and a little, can be told (docs/link.md), ms. */
const oldForReadsMs = 1300;

/** A reply of before, of the same function and length, that is not this one. */
function stale(
  reply: Uint8Array,
  { past, nowMs }: Context,
  dice: Draw,
  wrong: (bytes: Uint8Array) => Sent[],
): Sent[] | null {
  const [, functionCode] = reply;
  const older = past.filter(
    ({ bytes, madeMs }) =>
      bytes.length === reply.length &&
      bytes[1] === functionCode &&
      (functionCode !== 3 || nowMs - madeMs > oldForReadsMs),
  );
  return older.length === 0 ? null : wrong(dice.one(older).bytes);
}
