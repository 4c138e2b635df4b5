/**
 * Goes on until it holds. What never comes has to end by itself: no limit of the test runner ends a loop that never
 * gives way.
 */
export function goUntil(holds: () => boolean, go: () => void, mostTimes = 100_000): void {
  for (let times = 0; !holds(); times += 1) {
    if (times >= mostTimes) throw new Error(`not after ${mostTimes} times: ${holds}`);
    go();
  }
}
