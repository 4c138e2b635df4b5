import { create } from 'zustand';
import type { ConsoleDoor } from '../electron/contract/channels.ts';
import type { ConsoleView, TrendUpdate } from '../electron/contract/view.ts';
import type { TrendData } from './trend/columns.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly isotherm: ConsoleDoor;
  }
}

/** What main last said, and nothing that could be derived from it. */
export interface ConsoleState {
  readonly view: ConsoleView | null;
  readonly trend: TrendData;
}

/** A load that main could not answer is asked again after this long. */
const retryMs = 1000;

const noTrend: TrendData = { generation: -1, bucketSeconds: 1, rows: [] };

export const useConsole = create<ConsoleState>()(() => ({ view: null, trend: noTrend }));

/** The trend after an update; `null` where the update does not follow on what is held. */
export function withUpdate(trend: TrendData, update: TrendUpdate): TrendData | null {
  const { generation, bucketSeconds, from } = update;
  if (from === 0) return { generation, bucketSeconds, rows: update.rows };
  if (generation !== trend.generation || from > trend.rows.length) return null;
  return { generation, bucketSeconds, rows: [...trend.rows.slice(0, from), ...update.rows] };
}

/**
 * Follows main: one full load to start from, then pushes in the order they come, also those that came while the
 * load was under way (each covers all since the one before). A trend that does not follow on is loaded again.
 * Returns the function that ends it.
 */
export function follow(door: ConsoleDoor): () => void {
  let waiting: TrendUpdate[] | null = null;
  const take = (update: TrendUpdate) => {
    const trend = withUpdate(useConsole.getState().trend, update);
    if (trend === null) void load();
    else useConsole.setState({ trend });
  };
  const load = async () => {
    if (waiting !== null) return;
    waiting = [];
    try {
      const { view, trend } = await door.invoke('load', null);
      useConsole.setState({ view, trend: withUpdate(noTrend, trend) ?? noTrend });
    } catch {
      setTimeout(() => void load(), retryMs);
    } finally {
      const came = waiting;
      waiting = null;
      for (const update of came) take(update);
    }
  };
  const ends = [
    door.subscribe('view', (view) => useConsole.setState({ view })),
    door.subscribe('trend', (update) => {
      if (waiting === null) take(update);
      else waiting.push(update);
    }),
  ];
  void load();
  return () => {
    for (const end of ends) end();
  };
}

const reportEveryMs = 1000;

/**
 * Tells main about once a second which frame was painted last, and whether the page can be seen: by a timer, because
 * a window that is covered may get no frames and lives nevertheless. Returns the function that ends it.
 */
export function reportPainting(door: ConsoleDoor): () => void {
  let frame = 0;
  const report = () => {
    const visible = document.visibilityState === 'visible';
    void door.invoke('painted', { frame, visible }).catch(() => null);
  };
  let request = requestAnimationFrame(function painted() {
    frame += 1;
    if (frame === 1) report();
    request = requestAnimationFrame(painted);
  });
  const reporting = setInterval(() => frame > 0 && report(), reportEveryMs);
  document.addEventListener('visibilitychange', report);
  return () => {
    cancelAnimationFrame(request);
    clearInterval(reporting);
    document.removeEventListener('visibilitychange', report);
  };
}
