import { isJson, type Json, type Upgrade, within } from './json.ts';

/** Before version 5 every treatment was counted in band and started in band, and every fill was a volume. */
const plannedThen: Json = {
  rulingClock: 'in-band',
  clockStartsOn: 'in-band',
  fillMlPerM2: null,
  fillMlPerKg: null,
};

/** What every console went by then: no rest was asked for, a probe alone was believed after 2 s, the first drug had two names. */
const ruledThen: Json = {
  leastFillVolumeMl: null,
  circuitVolumeMl: null,
  reservoirRestMl: 0,
  openCavityHighSeconds: 2,
  twoCheckersForEachAddition: false,
};

export const from4: Upgrade = { header: headerFrom4, event: eventFrom4 };

/** One that has no case is of a rescue. */
function headerFrom4(header: Json): Json {
  if (!('case' in header)) return header;
  const { preset, site } = header;
  return {
    ...header,
    preset: isJson(preset) ? { ...plannedThen, ...preset } : preset,
    site: isJson(site) ? { ...ruledThen, ...site } : site,
  };
}

function eventFrom4(event: Json): Json {
  return event.type === 'run-started' ? { ...event, header: within(event.header, headerFrom4) } : event;
}
