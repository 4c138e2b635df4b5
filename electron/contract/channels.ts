import { z } from 'zod';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { Preset } from '../domain/preset.ts';
import type { FieldProblem } from '../domain/preset-problems.ts';
import { type Language, languages } from '../domain/text/language.ts';
import { operatorAction } from './action-schema.ts';
import { type AudioState, audioStates } from './alarm-system.ts';
import { treatmentCase } from './case-schema.ts';
import type { PushName, RequestName } from './channel-names.ts';
import { completePreset } from './preset-schema.ts';
import type { ConsoleView, TrendUpdate } from './view.ts';

export { channel, type PushName, type RequestName } from './channel-names.ts';

/** What the renderer may ask of main. Every request is checked against its schema before it is heard. */
export const requests = {
  /** One full view and the whole trend; on load and after every reload. */
  load: z.null(),
  /** Start a run. */
  start: z.strictObject({
    case: treatmentCase,
    presetName: z.string().min(1).max(120),
    /** The preset of that name with what the site entered or changed; `null`: as it is. */
    edited: completePreset.nullable().default(null),
  }),
  act: z.strictObject({ by: z.string().min(1).max(120), action: operatorAction }),
  /** Keep a copy of the preset `copyOf` in the site's folder, as a new version; nothing is ever written over. */
  savePreset: z.strictObject({
    copyOf: z.string().min(1).max(120),
    preset: completePreset,
    by: z.string().trim().min(1).max(120),
  }),
  /** Leave the review of a finished run for the next case. */
  newCase: z.null(),
  /** The renderer painted frame `frame`; main notices when this stops. */
  painted: z.strictObject({ frame: z.int().min(0) }),
  /** What the renderer's audio output can do; sent when it changes. */
  audio: z.strictObject({ state: z.enum(audioStates) }),
  /** The language a person chose at the screen; the report is written in it. Sent on load and when it changes. */
  language: z.strictObject({ language: z.enum(languages) }),
} as const satisfies Record<RequestName, z.ZodType>;

/** What main pushes to the renderer. */
export interface Pushes extends Record<PushName, unknown> {
  view: ConsoleView;
  trend: TrendUpdate;
}

export interface Replies extends Record<RequestName, unknown> {
  load: { view: ConsoleView; trend: TrendUpdate };
  start: { ok: true } | { ok: false; problem: string };
  act: ActionResult;
  savePreset: { ok: true; preset: Preset } | { ok: false; problems: FieldProblem[] };
  newCase: { ok: boolean };
  painted: null;
  audio: null;
  language: null;
}
export interface Requests extends Record<RequestName, unknown> {
  load: null;
  start: { case: TreatmentCase; presetName: string; edited: Preset | null };
  act: { by: string; action: OperatorAction };
  savePreset: { copyOf: string; preset: Preset; by: string };
  newCase: null;
  painted: { frame: number };
  audio: { state: AudioState };
  language: { language: Language };
}

/** The one door, as the preload puts it on `window.isotherm`. */
export interface ConsoleDoor {
  invoke<N extends RequestName>(name: N, request: Requests[N]): Promise<Replies[N]>;
  /** Returns the function that ends the subscription. */
  subscribe<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void;
}
