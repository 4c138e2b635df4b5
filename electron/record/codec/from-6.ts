import { caseOf1 } from '../../domain/case-of-1.ts';
import { noDrug } from '../../domain/drug.ts';
import { type Json, type Upgrade, within } from './json.ts';
import { listsOf6 } from './lists-of-6.ts';

/** Version 6 typed who acted, named a drug in one line and a patient in another, and asked what a console asked. */
export const from6: Upgrade = { header: headerFrom6, event: eventFrom6 };

/** One that has no case is of a rescue. */
function headerFrom6(header: Json): Json {
  if (!('case' in header)) return header;
  return {
    ...header,
    case: within(header.case, caseOf1),
    site: within(header.site, siteFrom6),
    released: null,
  };
}

const siteFrom6 = (site: Json): Json => ({
  ...site,
  twoPeopleStartHeat: false,
  twoPeopleRecordDrugs: false,
  hospital: '',
  department: '',
  lists: listsOf6,
  notSignedOff: null,
  flowMeterCalibration: null,
});

function eventFrom6(event: Json): Json {
  if (event.type === 'run-started') return { ...event, header: within(event.header, headerFrom6) };
  if (event.type === 'taken-up' || event.type === 'fluid-answered') return { ...event, breakGlass: null };
  if (event.type !== 'action') return event;
  return { ...event, second: null, breakGlass: null, action: within(event.action, actionFrom6) };
}

function actionFrom6(action: Json): Json {
  switch (action.type) {
    case 'start-treatment': {
      const { drugAdded, ...rest } = action;
      // Which it was, nobody had asked.
      return { ...rest, drug: drugAdded === true ? noDrug : null };
    }
    case 'record-drug': {
      const { text, volumeMl, ...rest } = action;
      return { ...rest, drug: { ...noDrug, name: text, volumeMl } };
    }
    case 'change-alarm-limit': {
      const { role: _, ...rest } = action;
      return rest;
    }
    default:
      return action;
  }
}
