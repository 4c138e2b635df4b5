import { missingText } from '../../domain/text/format.ts';
import type { Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList } from './blocks.ts';

/** Who treated, as entered, and what came out of packages; whose hospital it is stands on the first page. */
export function teamSection({ header, names, words }: ReportInput): Markup {
  const labels = words.team;
  const one = header.case;
  const team = names.teamIn(one.setting);
  return fieldList(labels.heading, [
    [labels.prescriber, one.prescriber],
    [team.surgeon, one.surgeon],
    [labels.anaesthetist, one.anaesthetist],
    [team.perfusionist, one.perfusionist],
    [
      labels.disposables,
      one.disposablesLot === ''
        ? ''
        : `${one.disposablesLot}${words.comma}${one.disposablesExpiry || missingText}`,
    ],
  ]);
}
