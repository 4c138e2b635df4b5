/**
 * The audio output of the page: one context at a time. One that lost its device may look alive and be silent for good,
 * or be closed; a new one takes the output there is now.
 */
export class Output {
  context: AudioContext | null = null;
  readonly #onStateChange: () => void;

  constructor(onStateChange: () => void) {
    this.#onStateChange = onStateChange;
    this.renew();
  }

  renew(): void {
    this.close();
    if (typeof AudioContext === 'undefined') return;
    this.context = new AudioContext();
    this.context.addEventListener('statechange', this.#onStateChange);
  }

  close(): void {
    const { context } = this;
    this.context = null;
    context?.removeEventListener('statechange', this.#onStateChange);
    if (context !== null && context.state !== 'closed') void context.close();
  }
}

/** Calls `told` once the devices of the computer have changed; one that is plugged in is told several times. */
export function watchDevices(told: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(told, settlesWithinMs);
  };
  navigator.mediaDevices?.addEventListener('devicechange', changed);
  return () => {
    clearTimeout(timer);
    navigator.mediaDevices?.removeEventListener('devicechange', changed);
  };
}

/** A device that is plugged in has told all it has to tell after this, ms (chosen). */
const settlesWithinMs = 300;
