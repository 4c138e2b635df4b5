import { redcapDictionary } from '../../electron/chart/redcap/redcap.ts';
import { sessionJsonSchema } from '../../electron/chart/session/session-schema.ts';

/** assets/chart/: what others need to read the tables of a session by, from the code that writes them. */
export const chartAssets = (): Readonly<Record<string, string>> => ({
  'session.schema.json': sessionJsonSchema(),
  'redcap-dictionary.csv': redcapDictionary(),
});
