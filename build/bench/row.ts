/** One line of `npm run bench`: a figure of ours beside the same figure of a peer, measured in the same run. */
export interface BenchRow {
  /** What was measured, with its conditions: "exchanges, function 3, 26 registers". */
  readonly name: string;
  readonly ours: number;
  /** Whom it is held against: "modbus-serial 8.0.25". */
  readonly peer: string;
  readonly peerValue: number;
  /** Unit of both figures: "exchanges/s", "ms an update". */
  readonly unit: string;
  /** `ours / peerValue`: the same figure divided, whichever way is better. */
  readonly ratio: number;
}
