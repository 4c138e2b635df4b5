import { type Priority, priorities } from '../../domain/alarm.ts';
import type { KeptEvent } from '../../domain/run-event.ts';
import { priorityMarks } from '../../domain/text/dictionary.ts';
import { html, type Markup } from '../markup.ts';
import { at, type Plot, plotX } from './plot.ts';

interface Mark {
  readonly seconds: number;
  readonly priority: Priority | 'drug';
}

function marksOf(events: readonly KeptEvent[]): Mark[] {
  return events.flatMap(({ sessionMs, event }): Mark[] => {
    const seconds = sessionMs / 1000;
    if (event.type === 'alarm-raised') return [{ seconds, priority: event.alarm.priority }];
    if (event.type !== 'action' || event.refused !== null) return [];
    const { action } = event;
    const drug = action.type === 'record-drug' || (action.type === 'start-treatment' && action.drug !== null);
    return drug ? [{ seconds, priority: 'drug' }] : [];
  });
}

/** Alarms closer than this on paper share one mark. */
const apart = 17;

interface Cluster {
  readonly x: number;
  readonly priority: Priority;
  readonly count: number;
}

function clusters(marks: readonly Mark[], plot: Plot): Cluster[] {
  const found: Cluster[] = [];
  for (const { seconds, priority } of marks) {
    if (priority === 'drug') continue;
    const x = plotX(plot, seconds);
    const last = found.at(-1);
    if (last === undefined || x - last.x > apart) found.push({ x, priority, count: 1 });
    else {
      const worse = priorities.indexOf(priority) > priorities.indexOf(last.priority);
      found[found.length - 1] = {
        ...last,
        priority: worse ? priority : last.priority,
        count: last.count + 1,
      };
    }
  }
  return found;
}

/** Drug and alarm marks above the plot: drugs with a line through it, alarms by their priority, close ones counted. */
export function eventMarks(events: readonly KeptEvent[], plot: Plot): Markup {
  const marks = marksOf(events);
  const drugs = marks.filter(({ priority }) => priority === 'drug');
  const drugMarks = drugs.map(({ seconds }) => {
    const x = plotX(plot, seconds);
    return html`<line x1="${at(x)}" x2="${at(x)}" y1="${at(plot.top - 6)}" y2="${at(plot.bottom)}" stroke="#16191d" stroke-width=".7" stroke-dasharray="1 2.5"/>
<rect x="${at(x - 5.5)}" y="${at(plot.top - 17)}" width="11" height="11" rx="1.5" fill="#16191d"/>
<text x="${at(x)}" y="${at(plot.top - 8.5)}" text-anchor="middle" style="fill:#fff;font-weight:600">D</text>`;
  });
  const alarmMarks = clusters(marks, plot).map(
    ({ x, priority, count }) =>
      html`<line x1="${at(x)}" x2="${at(x)}" y1="${at(plot.top - 20)}" y2="${at(plot.top)}" stroke="#a3180f" stroke-width=".7"/>
<text x="${at(x)}" y="${at(plot.top - 22)}" text-anchor="middle" style="fill:#a3180f;font-weight:600">${priorityMarks[priority]}${count > 1 ? `×${count}` : ''}</text>`,
  );
  return html`${alarmMarks}${drugMarks}`;
}
