import { parentPort } from 'node:worker_threads';

/** The same schedule as the console's: slots 100 ms apart; one that is overrun is left out. */
const tickMs = 100;
/** So many at a time: telling is not to be what is measured. */
const toldAtOnce = 10;

const atZeroMs = Date.now() - performance.now();
let slotMs = performance.now();
let heard: number[] = [];

function next(): void {
  const nowMs = performance.now();
  slotMs += (Math.max(0, Math.floor((nowMs - slotMs) / tickMs)) + 1) * tickMs;
  setTimeout(() => {
    heard.push(atZeroMs + performance.now());
    if (heard.length >= toldAtOnce) {
      parentPort?.postMessage(heard);
      heard = [];
    }
    next();
  }, slotMs - nowMs);
}
next();
