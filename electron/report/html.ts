import { html, type Markup } from './markup.ts';
import { pageFrame, pageMarks } from './page.ts';
import type { ReportInput } from './report-input.ts';
import { alarmsSection } from './sections/alarms-section.ts';
import { patientSection, protocolSection, teamSection } from './sections/case-sections.ts';
import { linkSection, methodSection, signatureSection, timelineSection } from './sections/closing.ts';
import { curvesSection, gapsSection, phasesSection } from './sections/curves-section.ts';
import { deviationsSection } from './sections/deviations-section.ts';
import { clocksSection, probesSection } from './sections/figures-section.ts';
import { opening } from './sections/opening.ts';
import { precisionSection } from './sections/precision-section.ts';
import { recordsSection } from './sections/records-section.ts';
import { rigSection, selfTestSection } from './sections/rig-section.ts';
import { style } from './style.ts';

/** The report as one self-contained HTML document for A4: no script, nothing fetched. */
export function reportHtml(input: ReportInput): string {
  const { header, names, words } = input;
  const css: Markup = { markup: `${style}\n${pageFrame(header, names, words)}` };
  return html`<!doctype html>
<html lang="${names.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${words.title} ${header.runId}</title>
<style>${css}</style>
</head>
<body>
<div class="watermark" aria-hidden="true">${pageMarks(header, words).map((mark) => html`<div>${mark}</div>`)}</div>
${opening(input)}
<div class="pair"><div>${patientSection(input)}${rigSection(input)}</div><div>${teamSection(input)}${protocolSection(input)}</div></div>
${curvesSection(input)}
<div class="pair">${phasesSection(input)}<div>${gapsSection(input)}${selfTestSection(input)}</div></div>
${precisionSection(input)}
${probesSection(input)}
<div class="pair">${clocksSection(input)}${linkSection(input)}</div>
${recordsSection(input)}
${deviationsSection(input)}
${alarmsSection(input)}
${timelineSection(input)}
<div class="keep">${methodSection(input)}${signatureSection(input)}</div>
</body>
</html>
`.markup;
}
