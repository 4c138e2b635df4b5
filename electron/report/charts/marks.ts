import { type Priority, priorities } from '../../domain/alarm.ts';
import { priorityMarks } from '../../domain/text/dictionary.ts';
import type { Figures } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import { drugMark } from './drug-marks.ts';
import { at, type Plot, plotX, spread, textWidth } from './plot.ts';

/** How an alarm is called in curves and tables, by its place among all that were raised: "A1". */
export const alarmMark = (index: number): string => `A${index + 1}`;

/** Alarms closer than this on paper share one mark. */
const apart = 32;
/** Half the width of a drug's mark. */
const half = 8;

/** Told apart by their signs; colour comes on top. */
const inks: Readonly<Record<Priority, string>> = { high: '#a3180f', medium: '#8a5a00', low: '#565d66' };

interface Cluster {
  readonly x: number;
  readonly priority: Priority;
  /** Places among all alarms. */
  readonly first: number;
  readonly last: number;
}

function clusters({ alarms }: Figures, plot: Plot): Cluster[] {
  const found: Cluster[] = [];
  for (const [index, { alarm }] of alarms.entries()) {
    const x = plotX(plot, alarm.raisedMs / 1000);
    const { priority } = alarm;
    const last = found.at(-1);
    if (last === undefined || x - last.x > apart) found.push({ x, priority, first: index, last: index });
    else {
      const worse = priorities.indexOf(priority) > priorities.indexOf(last.priority);
      found[found.length - 1] = { ...last, priority: worse ? priority : last.priority, last: index };
    }
  }
  return found;
}

/** Marks above the plot, called as in the tables: drugs with a line through it, alarms by their priority, close ones together. */
export const eventMarks = (figures: Figures, plot: Plot): Markup =>
  html`${clusters(figures, plot).map((one) => alarmCluster(one, plot))}${drugMarks(figures, plot)}`;

function alarmCluster({ x, priority, first, last }: Cluster, plot: Plot): Markup {
  const called = first === last ? alarmMark(first) : `${alarmMark(first)}–${last + 1}`;
  const style = `fill:${inks[priority]};font-weight:600`;
  const text = (words: string, above: number) =>
    html`<text x="${at(x)}" y="${at(plot.top - above)}" text-anchor="middle" style="${style}">${words}</text>`;
  return html`<line x1="${at(x)}" x2="${at(x)}" y1="${at(plot.top - 20)}" y2="${at(plot.top)}" stroke="${inks[priority]}" stroke-width=".7"/>
${text(priorityMarks[priority], 31)}${text(called, 22)}`;
}

/** The line stands where it was given; the mark moves aside where two would touch. */
function drugMarks({ drugs }: Figures, plot: Plot): Markup[] {
  const xs = drugs.map(({ sessionMs }) => plotX(plot, sessionMs / 1000));
  const marks = spread(xs, 2 * half + 1, plot.left, plot.right);
  return xs.map((x, index) => {
    const mark = marks[index] ?? x;
    const wide = Math.max(half, textWidth(drugMark(index)) / 2 + 2);
    return html`<path d="M${at(mark)} ${at(plot.top - 6)}L${at(x)} ${at(plot.top)}V${at(plot.bottom)}" fill="none" stroke="#16191d" stroke-width=".7" stroke-dasharray="1 2.5"/>
<rect x="${at(mark - wide)}" y="${at(plot.top - 17)}" width="${at(2 * wide)}" height="11" rx="1.5" fill="#16191d"/>
<text x="${at(mark)}" y="${at(plot.top - 8.5)}" text-anchor="middle" style="fill:#fff;font-weight:600">${drugMark(index)}</text>`;
  });
}
