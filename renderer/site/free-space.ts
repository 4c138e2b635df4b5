import { useLayoutEffect, useState } from 'react';

/** What is never covered: who is signed in, alarms, and what is asked of the machine. */
const above =
  '.run-header, .setup-screen > .alarm-banner, .setup-screen > .machine-words, .setup-screen > .fluid-card';
const beneath = '.setup-main > .machine-bar';

export interface FreeSpace {
  /** From the top and the bottom of the window, px. */
  readonly top: number;
  readonly bottom: number;
}

/** The room between alarms and machine bar as the screen beneath has them; looked at with each drawing. */
export function useFreeSpace(): FreeSpace {
  const [space, setSpace] = useState<FreeSpace>({ top: 0, bottom: 0 });
  useLayoutEffect(() => {
    const edges = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    const top = Math.max(0, ...edges(above).map((box) => box.bottom));
    const bottom = innerHeight - Math.min(innerHeight, ...edges(beneath).map((box) => box.top));
    if (top !== space.top || bottom !== space.bottom) setSpace({ top, bottom });
  });
  return space;
}
