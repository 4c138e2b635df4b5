/** A clock that stands where it is put. */
export class HandClock {
  ms = 5_000;
  wall = 1_700_000_000_000;
  monotonicMs(): number {
    return this.ms;
  }
  wallMs(): number {
    return this.wall;
  }
  after(): () => void {
    throw new Error('session time sets no timers');
  }
  pass(ms: number): void {
    this.ms += ms;
    this.wall += ms;
  }
}
