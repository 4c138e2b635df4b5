import { z } from 'zod';
import type { AccessResult } from '../domain/access-problem.ts';
import type { ActionResult, OperatorAction, Refusal } from '../domain/action.ts';
import type { Said } from '../domain/addendum.ts';
import type { ChecklistAnswer, DipCheck, TreatmentCase } from '../domain/case.ts';
import { fieldLimits, mostDraftCharacters, mostFluidMl } from '../domain/field-limits.ts';
import type { Patient } from '../domain/patient.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { FieldProblem } from '../domain/preset-problems.ts';
import type { PortOnOffer } from '../domain/rig-driver.ts';
import type { Role } from '../domain/role.ts';
import type { SayProblem } from '../domain/saying.ts';
import type { Site } from '../domain/site.ts';
import { type Language, languages } from '../domain/text/language.ts';
import type { WristbandMatch } from '../domain/wristband.ts';
import { accessRequests, type Glass, glass, type SecondPerson } from './access-requests.ts';
import { actRequest } from './act-request.ts';
import { type AudioState, audioStates } from './alarm-system.ts';
import { treatmentCase } from './case-schema.ts';
import type { PushName, RequestName } from './channel-names.ts';
import { checklistRequest, dipRequest } from './checks-schema.ts';
import { deliveryRequests } from './delivery-requests.ts';
import type { DeliveryView } from './delivery-view.ts';
import { type FluidAnswer, fluidAnswers, type RescueRequest } from './machine-view.ts';
import { fromPlainJson } from './plain.ts';
import { completePreset } from './preset-schema.ts';
import type { Pulse } from './pulse.ts';
import { recoverRequest } from './recover-request.ts';
import { rescueRequest } from './rescue-request.ts';
import { reviewRequests } from './review-requests.ts';
import type { ReviewView } from './review-view.ts';
import { siteRequests } from './site-requests.ts';
import { portPath, presetName, textOf } from './text-schema.ts';
import type { ConsoleView, EarlierSession, TrendUpdate, WorklistView } from './view.ts';
import { worklistRequests } from './worklist-requests.ts';

/** A run as it is to be. */
const plannedRun = z.strictObject({
  case: treatmentCase,
  presetName,
  /** The preset of that name with what the site entered or changed; `null`: as it is. */
  edited: completePreset.nullable().default(null),
  /** In the cavity before the run fills it, mL, 0 where it is empty; `null`: some is, nobody knows how much. */
  fluidInCavityMl: z.number().min(0).max(mostFluidMl).nullable(),
});

export { channel, type PushName, type RequestName } from './channel-names.ts';

/**
 * What the renderer may ask of main. Every request is checked against its schema before it is heard, and what is
 * heard is made anew: plain JSON, known fields, numbers finite, texts and lists bounded.
 */
export const requests = {
  /** One full view and the whole trend; on load and after every reload. */
  load: fromPlainJson(z.null()),
  /** Start a run. */
  start: fromPlainJson(plannedRun),
  /** Somebody finds case and plan right as they stand: OR staff may start exactly that. */
  release: fromPlainJson(plannedRun),
  act: actRequest,
  /** Keep a copy of the preset `copyOf` in the site's folder, as a new version; nothing is ever written over. */
  savePreset: fromPlainJson(z.strictObject({ copyOf: presetName, preset: completePreset })),
  /** Leave the review of a finished run for the next case. */
  newCase: fromPlainJson(z.null()),
  /** What a person asks of the machine outside a run. Like an intervention it is never refused for a name. */
  rescue: rescueRequest,
  /** What becomes of a run that a lost console left open. */
  recover: recoverRequest,
  /** What a person says of the fluid that the last record of this rig left in a cavity. */
  fluid: fromPlainJson(
    z.strictObject({ answer: z.enum(fluidAnswers), glass: glass.nullable().default(null) }),
  ),
  /**
   * The last frame that the renderer painted, about once a second, whether it is a new one or not: main notices when
   * frames stop, and when the reports do. `visible`: the page can be seen, as far as it knows.
   */
  painted: fromPlainJson(z.strictObject({ frame: z.int().min(0), visible: z.boolean().default(true) })),
  /** What the renderer's audio output can do; sent when it changes. */
  audio: fromPlainJson(z.strictObject({ state: z.enum(audioStates) })),
  /** The language of the screen, in which the report is written; `null` asks for the one that main was told last. */
  language: fromPlainJson(z.strictObject({ language: z.enum(languages).nullable() })),
  /** Start the console again: taken only where the engine has faulted, which nothing else mends. */
  restart: fromPlainJson(z.null()),
  /** Where else the rig could be plugged in. */
  ports: fromPlainJson(z.null()),
  /** A person says where the rig is plugged in: one of `ports`, and only while its link is not up. */
  choosePort: fromPlainJson(z.strictObject({ path: portPath })),
  ...accessRequests,
  ...siteRequests,
  ...worklistRequests,
  ...reviewRequests,
  ...deliveryRequests,
  /** The form as it stands, half filled or not, to outlive this page and this program; `null` asks for what was kept. */
  form: fromPlainJson(z.strictObject({ draft: z.string().max(mostDraftCharacters).nullable() })),
  /** One item of the checklist, in the name of whoever is signed in. */
  answerCheck: fromPlainJson(checklistRequest),
  /** The probes were compared, in the name of whoever is signed in. */
  dipCheck: fromPlainJson(dipRequest),
  /** Earlier runs of a patient, by number or name. */
  recall: fromPlainJson(z.strictObject({ query: textOf(fieldLimits.line).min(1, 'is missing') })),
} as const satisfies Record<RequestName, z.ZodType>;

/** What main pushes to the renderer. */
export interface Pushes extends Record<PushName, unknown> {
  view: ConsoleView;
  trend: TrendUpdate;
  /** Twice a second, whatever else fails. */
  pulse: Pulse;
}

/** `why`: it is not for whoever asked; `null`: something else stands in the way. */
export type Asked = { ok: true } | Refused;
export interface Refused {
  ok: false;
  problem: string;
  why: Refusal | null;
}

/** What of the site is wrong then, by its place. */
export type SiteAnswer =
  | { ok: true }
  | { ok: false; problems: readonly { at: string; message: string }[]; why: Refusal | null };

export interface Replies extends Record<RequestName, unknown> {
  load: { view: ConsoleView; trend: TrendUpdate };
  start: Asked;
  release: Asked;
  act: ActionResult;
  savePreset:
    | { ok: true; preset: EnteredPreset }
    | { ok: false; problems: FieldProblem[]; why: Refusal | null };
  newCase: { ok: true } | { ok: false; why: Refusal | null };
  rescue: ActionResult;
  recover: Asked;
  fluid: { ok: true } | { ok: false; why: Refusal | null };
  painted: null;
  audio: null;
  /** By the command line or by a screen; `null`: by nobody yet. */
  language: { language: Language | null };
  restart: { ok: boolean };
  ports: { ports: readonly PortOnOffer[] };
  choosePort: { ok: true } | { ok: false; problem: string };
  signIn: AccessResult;
  signOut: AccessResult;
  touch: null;
  takeChair: AccessResult;
  firstAccount: AccessResult;
  addPerson: AccessResult;
  changePerson: AccessResult;
  setPin: AccessResult;
  form: { draft: string | null };
  /** `changeable`: not where this start was given a file of its own. */
  site: { site: Site; changeable: boolean };
  changeSite: SiteAnswer;
  signSite: SiteAnswer;
  /** The newest first. */
  recall: { ok: true; found: readonly EarlierSession[]; problems: readonly string[] } | Refused;
  worklist: { ok: true; worklist: WorklistView } | Refused;
  wristband: WristbandMatch;
  review: { ok: true; review: ReviewView } | Refused;
  /** The record as it stands then. `problem` `null`: it is not for whoever asked. */
  say:
    | { ok: true; review: ReviewView }
    | { ok: false; problem: SayProblem | { kind: 'not-kept'; why: string } | null; why: Refusal | null };
  deliveries: { ok: true; deliveries: DeliveryView } | Refused;
  deliverAgain: Asked;
  deliverToStick: Asked;
  /** Who said it and when, as it is kept. */
  dipCheck: { ok: true; dipCheck: DipCheck } | { ok: false; why: Refusal };
  answerCheck: { ok: true; answer: ChecklistAnswer } | { ok: false; why: Refusal };
}
export interface Requests extends Record<RequestName, unknown> {
  load: null;
  start: PlannedRun;
  release: PlannedRun;
  act: { action: OperatorAction; glass: Glass | null; second: SecondPerson | null };
  savePreset: { copyOf: string; preset: EnteredPreset };
  newCase: null;
  rescue: { request: RescueRequest; bits: number; glass: Glass | null };
  recover: { choice: 'take-up' | 'drain' | 'end'; glass: Glass | null };
  fluid: { answer: FluidAnswer; glass: Glass | null };
  painted: { frame: number; visible?: boolean };
  audio: { state: AudioState };
  language: { language: Language | null };
  restart: null;
  ports: null;
  choosePort: { path: string };
  signIn: SecondPerson;
  signOut: null;
  touch: null;
  takeChair: SecondPerson;
  firstAccount: { name: string; pin: string };
  addPerson: { name: string; role: Role; pin: string };
  changePerson: { id: string; name: string; role: Role; active: boolean };
  setPin: { id: string; pin: string; ownPin: string };
  form: { draft: string | null };
  site: null;
  changeSite: { key: string; value: unknown; reason: string };
  signSite: { keys: string[]; reason: string };
  recall: { query: string };
  dipCheck: { meansCelsius: (number | null)[]; spreadKelvin: number };
  worklist: null;
  deliveries: null;
  deliverAgain: { id: number };
  deliverToStick: { recordId: string; destinationId: string };
  wristband: { scan: string; identifiers: Patient['identifiers'] };
  review: { runId: string };
  say: { runId: string; said: Said };
  answerCheck: { id: string; answer: ChecklistAnswer['answer']; reason: string };
}

export interface PlannedRun {
  case: TreatmentCase;
  presetName: string;
  edited: EnteredPreset | null;
  fluidInCavityMl: number | null;
}

/** The one door, as the preload puts it on `window.isotherm`. */
export interface ConsoleDoor {
  invoke<N extends RequestName>(name: N, request: Requests[N]): Promise<Replies[N]>;
  /** Returns the function that ends the subscription. */
  subscribe<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void;
}
