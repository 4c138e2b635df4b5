import type { KeptEvent } from '../../domain/run-event.ts';
import { number } from '../../domain/text/format.ts';
import { takenActions } from '../figures/taken-actions.ts';
import { rowMinutes, type VitalRow, type VitalValue, vitalRows } from '../figures/vital-rows.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';
import { whoText } from './person-text.ts';
import { placementOf } from './time-text.ts';

/** One kind of value: a sign of the site's list, or the core temperature read by hand. */
interface Column {
  readonly of: string;
  readonly heading: string;
  readonly decimals: number;
}
/** As many have room beside each other; more stand in another table. */
const mostColumns = 8;
/** No sign of a site goes by it. */
const coreByHand = ' core-by-hand';

/** What people read off patient and devices, in time; and other values that are no sign. */
export function vitalsSection(input: ReportInput): Markup {
  const { events, figures, words } = input;
  const labels = words.vitals;
  const values = valuesOf(input);
  const minutes = rowMinutes(figures.treatment.elapsedSeconds ?? figures.dwellSeconds);
  const rows = vitalRows(values, minutes, events);
  const columns = columnsOf(input, values);
  const tables = Array.from({ length: Math.ceil(columns.length / mostColumns) }, (_, index) =>
    vitalTable(input, rows, columns.slice(index * mostColumns, (index + 1) * mostColumns)),
  );
  return html`<section><h2>${labels.heading}</h2>${
    rows.length === 0
      ? html`<p>${labels.none}</p>`
      : html`${tables}<p class="small soft after">${labels.every(minutes)}</p>`
  }${otherReadings(input)}</section>`;
}

const valuesOf = ({ events, figures }: ReportInput): VitalValue[] => [
  ...figures.recorded.vitals.map(({ sessionMs, wallMs, action }) => ({
    sessionMs,
    wallMs,
    of: action.sign,
    value: action.value,
  })),
  ...takenActions(events, 'record-reading').flatMap(({ sessionMs, wallMs, action }) =>
    action.kind === 'core-temperature' ? [{ sessionMs, wallMs, of: coreByHand, value: action.value }] : [],
  ),
];

/** Those that have a value, as the site lists them; what its list does not have comes after, by its id. */
function columnsOf({ header, names, words }: ReportInput, values: readonly VitalValue[]): Column[] {
  const recorded = new Set(values.map(({ of }) => of));
  const listed = header.site.lists.vitalSigns
    .filter(({ id }) => recorded.has(id))
    .map((sign) => ({
      of: sign.id,
      heading: `${sign[names.spoken]}${sign.unit === '' ? '' : `${words.comma}${sign.unit}`}`,
      decimals: sign.decimals,
    }));
  const core = { of: coreByHand, heading: words.vitals.coreByHand, decimals: 1 };
  const known = [...(recorded.has(coreByHand) ? [core] : []), ...listed];
  const others = [...recorded].filter((of) => known.every((column) => column.of !== of));
  return [...known, ...others.map((of) => ({ of, heading: of, decimals: 2 }))];
}

function vitalTable(
  { words, time }: ReportInput,
  rows: readonly VitalRow[],
  columns: readonly Column[],
): Markup {
  const labels = words.vitals;
  const cell = ({ values }: VitalRow, { of, decimals }: Column): Markup => {
    const found = values.get(of) ?? [];
    const written = found.map(({ value, wallMs }) =>
      found.length === 1
        ? html`<div>${number(value, decimals)}</div>`
        : html`<div>${number(value, decimals)} <span class="soft">${time.time(wallMs)}</span></div>`,
    );
    return html`<td class="n">${written}</td>`;
  };
  return html`<table class="small dense ruled after"><thead><tr><th class="n t">${labels.from}</th><th class="n t">${labels.session}</th>${columns.map(({ heading }) => html`<th class="n wrap">${heading}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><td class="n t">${time.time(row.wallMs)}</td><td class="n t">${sessionTime(row.sessionMs)}</td>${columns.map((column) => cell(row, column))}</tr>`,
  )}</tbody></table>`;
}

/** Of the cavity and what came out of it. */
function otherReadings(input: ReportInput): Markup {
  const { header, events, names, words, time } = input;
  const labels = words.vitals;
  const kept = events.filter(isOtherReading);
  if (kept.length === 0) return nothing;
  const row = ({ wallMs, sessionMs, event }: KeptEvent) =>
    html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionTime(sessionMs)}</td><td>${names.eventLine(event, placementOf(header))}</td><td class="who">${whoText(input, event)}</td></tr>`;
  return html`<h3>${labels.other}</h3><table class="small dense ruled"><thead><tr><th class="n">${labels.time}</th><th class="n">${labels.session}</th><th>${labels.what}</th><th>${labels.who}</th></tr></thead><tbody>${kept.map(row)}</tbody></table>`;
}

const isOtherReading = ({ event }: KeptEvent): boolean =>
  event.type === 'action' &&
  event.refused === null &&
  event.action.type === 'record-reading' &&
  event.action.kind !== 'core-temperature';
