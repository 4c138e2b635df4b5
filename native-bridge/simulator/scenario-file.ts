import { readFileSync } from 'node:fs';
import { decodeUtf8 } from '../../electron/domain/utf8.ts';
import { parseScenario, type ScenarioResult } from './scenario.ts';

/** Reads a scenario from its file, in UTF-8 and nothing else. */
export function readScenarioFile(path: string): ScenarioResult {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { ok: false, problem: `The scenario ${path} cannot be read: ${(error as Error).message}` };
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { ok: false, problem: `The scenario ${path} ${decoded.problem}.` };
  return parseScenario(decoded.text, path);
}
