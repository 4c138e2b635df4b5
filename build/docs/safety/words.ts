/** How the pages of the hazard file say things. */
import type { Control, Hazard } from './schema.ts';

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
const cell = (text: string): string => text.replaceAll('|', '\\|');

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
export const numbered = (lines: readonly string[]): string =>
  lines.map((line, at) => `${at + 1}. ${line}`).join('\n');

/** An address within a page that every renderer of markdown knows. */
export const anchor = (id: string): string => `<a id="${id.toLowerCase()}"></a>`;
export const toControl = (id: string): string => `[${id}](controls.md#${id.toLowerCase()})`;
export const toHazard = (id: string): string => `[${id}](hazards.md#${id.toLowerCase()})`;
export const toRequirement = (id: string): string => `[${id}](controls.md#${id.toLowerCase()})`;

/** How a control is shown. */
export function standing({ where, tests, notShown, open }: Control): string {
  if (open !== undefined) return 'open';
  if (notShown !== undefined) return 'rig, not shown here';
  const shown = `${tests.length} test id${tests.length === 1 ? '' : 's'}`;
  return where === 'rig' ? `${shown}, on the simulated rig` : shown;
}

export const alarmWords = ({ alarms }: Hazard): string =>
  alarms.length === 0 ? 'none' : alarms.map((code) => `\`${code}\``).join(', ');
