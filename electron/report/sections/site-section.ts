import type { AlarmLimitName } from '../../domain/alarm-limits.ts';
import type { RecordedSite } from '../../domain/site.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../words/report-words.ts';

/** For which of its values nobody had signed. */
export function siteSection({ header: { site }, names, words }: ReportInput): Markup {
  const { heading } = words.site;
  const named = site.name === null || site.name === '' ? heading : `${heading}${words.colon}${site.name}`;
  return html`<section class="keep"><h2>${named}</h2><p class="small">${signedOffText(site, names, words)}</p></section>`;
}

function signedOffText({ notSignedOff }: RecordedSite, names: Words, words: ReportWords): string {
  const labels = words.site;
  if (notSignedOff === null) return labels.notSaid;
  if (notSignedOff.length === 0) return labels.allSignedOff;
  const limits = notSignedOff.filter((key) => key.startsWith(limitPrefix));
  const rules = notSignedOff.filter((key) => !key.startsWith(limitPrefix));
  return labels.notSignedOff(
    [
      ...(limits.length === 0 ? [] : [labels.limits(limits.map((key) => limitName(key, names)))]),
      ...rules.map((key) => labels.rules[key] ?? key),
    ].join(words.semicolon),
  );
}

const limitPrefix = 'alarmLimits.';

function limitName(key: string, names: Words): string {
  const name = key.slice(limitPrefix.length);
  return names.alarmLimit[name as AlarmLimitName] ?? name;
}
