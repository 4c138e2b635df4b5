import {
  type Checks,
  type ContraindicationAnswer,
  dipToleranceKelvin,
  feverCelsius,
  probeIds,
} from '../../domain/case.ts';
import { isWithinDip } from '../../domain/precision.ts';
import { celsius, missingText, number } from '../../domain/text/format.ts';
import { notAnswered } from '../figures/not-answered.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList } from './blocks.ts';
import { listed } from './listed.ts';
import { personText } from './person-text.ts';

/** What was checked before the run, by whom and when; what the site asks and nobody answered stands as that. */
export function checksSection(input: ReportInput): Markup {
  const { header, words } = input;
  const { checks } = header.case;
  const labels = words.checks;
  return html`<section><h2>${labels.heading}</h2>${
    checks === null ? html`<p>${labels.notRecorded}</p>` : checklistTable(input, checks)
  }<div class="pair"><div>${checks === null ? nothing : contraindicationTable(input, checks)}</div><div>${beforeHeat(input)}</div></div></section>`;
}

function checklistTable({ header, names, words, time }: ReportInput, checks: Checks): Markup {
  const labels = words.checks;
  const list = header.site.lists.checklist;
  const open = notAnswered(checks, header.site).checklist;
  const rows = checks.checklist.map(({ id, answer, reason, by, atWallMs }) => {
    const said = names.checklistAnswer[answer];
    return html`<tr><td>${listed(list, id, names)}</td><td>${answer === 'done' ? said : html`<b>${said}</b>${reason === '' ? '' : words.aside(reason)}`}</td><td>${by || missingText}</td><td class="n t">${atWallMs === null ? missingText : time.time(atWallMs)}</td></tr>`;
  });
  const unanswered = open.map(
    (item) =>
      html`<tr><td>${item[names.spoken]}</td><td><b>${labels.notAnswered}</b></td><td>${missingText}</td><td class="n t">${missingText}</td></tr>`,
  );
  return html`<table class="small dense ruled"><thead><tr><th>${labels.item}</th><th>${labels.answer}</th><th>${labels.who}</th><th class="n">${labels.when}</th></tr></thead><tbody>${[...rows, ...unanswered]}</tbody></table>`;
}

function contraindicationTable({ header, names, words }: ReportInput, checks: Checks): Markup {
  const labels = words.checks;
  const { contraindications: answers } = checks;
  const list = header.site.lists.contraindications;
  const row = ({ id, answer, reason, clinician }: ContraindicationAnswer) =>
    html`<tr><td>${listed(list, id, names)}${answer === 'no' ? nothing : html`<div>${labels.goneOn(reason || missingText, clinician || missingText)}</div>`}</td><td class="n">${answer === 'no' ? names.contraindicationAnswer.no : html`<b>${names.contraindicationAnswer[answer]}</b>`}</td></tr>`;
  const unanswered = notAnswered(checks, header.site).contraindications.map(
    (item) => html`<tr><td>${item[names.spoken]}</td><td class="n"><b>${labels.notAnswered}</b></td></tr>`,
  );
  return html`<section><h2>${labels.contraindications}</h2><table class="small dense ruled"><tbody>${[...answers.map(row), ...unanswered]}</tbody></table></section>`;
}

/** Time-out, fever and the comparison of the probes. */
function beforeHeat(input: ReportInput): Markup {
  const { words } = input;
  const labels = words.checks;
  return fieldList(labels.before, [
    [labels.timeOut, timeOutText(input)],
    [labels.fever, feverText(input)],
    [labels.dipCheck, dipText(input)],
  ]);
}

function timeOutText({ figures, names, words, time }: ReportInput): string {
  const { timeOut } = figures.recorded;
  if (timeOut === null) return words.checks.notRecorded;
  const [first, second] = timeOut.action.names;
  return words.checks.read(
    first,
    second,
    time.time(timeOut.wallMs),
    personText({ names, words }, timeOut.by),
  );
}

function feverText({ header, words }: ReportInput): string {
  const labels = words.checks;
  const { bodyTemperatureBeforeCelsius: before, checks } = header.case;
  if (before === null) return labels.notAsked;
  const measured = `${number(before, 1)} °C`;
  const decided =
    before > feverCelsius ? labels.feverDecided(checks?.feverAcceptedBy || missingText) : labels.notAbove;
  return `${measured}${words.comma}${decided}`;
}

function dipText({ header, words, time }: ReportInput): Markup | string {
  const labels = words.checks;
  const dip = header.case.checks?.dipCheck ?? null;
  if (dip === null) return labels.notCompared;
  const { meansCelsius, spreadKelvin, by, atWallMs } = dip;
  const means = meansCelsius.map(
    (mean, probe) =>
      html`<span class="t">${probeIds[probe] ?? ''} ${mean === null ? labels.noValue : celsius(mean)}</span> `,
  );
  const agreed = isWithinDip(spreadKelvin) ? labels.agree : labels.disagree;
  return html`${means}<div>${labels.spread(celsius(spreadKelvin), celsius(dipToleranceKelvin))}${words.colon}<b class="whole">${agreed}</b></div><div>${labels.by(by || missingText, time.time(atWallMs))}</div>`;
}
