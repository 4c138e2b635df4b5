import { html, type Markup } from './markup.ts';
import { pageFrame, watermarks } from './page.ts';
import type { ReportInput } from './report-input.ts';
import { alarmsSection } from './sections/alarms-section.ts';
import { cathetersSection } from './sections/catheters-section.ts';
import { checksSection } from './sections/checks-section.ts';
import { linkSection, methodSection, timelineSection } from './sections/closing.ts';
import { courseSection } from './sections/course-section.ts';
import { curvesSection, gapsSection, phasesSection } from './sections/curves-section.ts';
import { deviationsSection } from './sections/deviations-section.ts';
import { drugsSection } from './sections/drugs-section.ts';
import { clocksSection, probesSection } from './sections/figures-section.ts';
import { opening } from './sections/opening.ts';
import { patientSection } from './sections/patient-section.ts';
import { peopleSection } from './sections/people-section.ts';
import { precisionSection } from './sections/precision-section.ts';
import { protocolSection } from './sections/protocol-section.ts';
import { rigSection, selfTestSection } from './sections/rig-section.ts';
import { shortSection } from './sections/short-section.ts';
import { siteSection } from './sections/site-section.ts';
import { addendaSection, signatureSection } from './sections/standing-section.ts';
import { teamSection } from './sections/team-section.ts';
import { vitalsSection } from './sections/vitals-section.ts';
import { style } from './style.ts';

/** Of the file as well; without the name of the patient, for it stands in lists of files. */
export const documentTitle = ({ header, words }: Pick<ReportInput, 'header' | 'words'>): string =>
  `${words.title} ${header.runId}`;

/** So many phases are kept on one page. */
const mostKept = 16;

/** The report as one self-contained HTML document for the paper it is asked for: no script, nothing fetched. */
export function reportHtml(input: ReportInput): string {
  const { header, names, words, status, paper } = input;
  const { simulation, runId } = header;
  const frame = pageFrame(header, { simulation, runId, status, paper }, names, words);
  const css: Markup = { markup: `${style}\n${frame}` };
  return html`<!doctype html>
<html lang="${names.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${documentTitle(input)}</title>
<style>${css}</style>
</head>
<body>
<div class="watermark" aria-hidden="true">${watermarks({ simulation, status }, words).map((mark) => html`<div>${mark}</div>`)}</div>
${opening(input)}
<div class="pair long story"><div>${patientSection(input)}</div><div>${shortSection(input)}</div></div>
${signatureSection(input)}
${curvesSection(input)}
<div class="pair ${input.figures.phases.length > mostKept ? 'long' : ''}"><div>${phasesSection(input)}</div><div>${gapsSection(input)}</div></div>
${courseSection(input)}
${deviationsSection(input)}
${addendaSection(input)}
${drugsSection(input)}
${vitalsSection(input)}
${precisionSection(input)}
${probesSection(input)}
${cathetersSection(input)}
<div class="pair"><div>${clocksSection(input)}${teamSection(input)}</div><div>${protocolSection(input)}</div></div>
${checksSection(input)}
${peopleSection(input)}
${alarmsSection(input)}
${timelineSection(input)}
<div class="annex"><h1>${words.annex.heading}</h1><p class="soft">${words.annex.about}</p>
<div class="pair story"><div>${rigSection(input)}${selfTestSection(input)}</div><div>${linkSection(input)}${siteSection(input)}</div></div></div>
${methodSection(input)}
</body>
</html>
`.markup;
}
