import { type Json, type Upgrade, within } from './json.ts';

/** In version 7 no record was signed, so no site wanted a second signature. */
export const from7: Upgrade = {
  header: headerFrom7,
  event: (event) =>
    event.type === 'run-started' ? { ...event, header: within(event.header, headerFrom7) } : event,
};

/** One that has no case is of a rescue. */
function headerFrom7(header: Json): Json {
  if (!('case' in header)) return header;
  return { ...header, site: within(header.site, (site) => ({ ...site, reviewSignature: false })) };
}
