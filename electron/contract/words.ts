/** What the renderer needs of the domain: plain constants, pure functions and types. No schema is among them. */
export type { AccessProblem, AccessResult } from '../domain/access-problem.ts';
export { pinLength } from '../domain/access-problem.ts';
export type {
  ActionResult,
  DrugCheck,
  NamedReason,
  OperatorAction,
  OperatorActionType,
  Refusal,
} from '../domain/action.ts';
export type { DocumentStatus, Said, SignatureMeaning } from '../domain/addendum.ts';
export { signatureMeanings } from '../domain/addendum.ts';
export type { Alarm, AlarmCode, AlarmKind, AlarmUnit, Priority } from '../domain/alarm.ts';
export { alarmKinds, priorities } from '../domain/alarm.ts';
export type { Sound } from '../domain/alarm-event.ts';
export type { AlarmLimitName, LimitProblem } from '../domain/alarm-limits.ts';
export { alarmLimitNames, alarmLimits, limitProblem } from '../domain/alarm-limits.ts';
export type { BodyDrawing, BodySide, Point } from '../domain/body-map.ts';
export {
  bodyDrawing,
  bodySide,
  crosswise,
  inReadingOrder,
  placeWords,
  strokeWidths,
} from '../domain/body-map.ts';
export { type BodySurfaceFormula, bodySurfaceAreaM2, bodySurfaceFormulas } from '../domain/body-surface.ts';
export type {
  ChecklistAnswer,
  ContraindicationAnswer,
  DipCheck,
  ProbeId,
  ProbePlaces,
  ProbeSite,
  ProbeSites,
  RecordedCase,
  Side,
  TreatmentCase,
} from '../domain/case.ts';
export {
  bodyTemperatureBounds,
  cavities,
  checklistAnswers,
  contraindicationAnswers,
  defaultProbeSites,
  feverCelsius,
  isCavity,
  probeIds,
  probeSites,
  sessionBounds,
  settings,
  sides,
  techniques,
} from '../domain/case.ts';
export type { CircuitMode } from '../domain/circuit.ts';
export { interlocksIn } from '../domain/circuit.ts';
export { inflowCeilingCelsius } from '../domain/command.ts';
export {
  type CarrierUsed,
  concentrationMgPerL,
  type DrugEntry,
  dosePerM2,
  drugBounds,
  mostPlannedDrugs,
  type PlannedDrug,
} from '../domain/drug.ts';
export {
  fieldLimits,
  mostFluidMl,
  mostListItems,
  type TextProblem,
  textProblem,
} from '../domain/field-limits.ts';
export type { FluidKind, FluidWay } from '../domain/fluid.ts';
export { fluidKinds, fluidRules, isFluidVolume } from '../domain/fluid.ts';
export type { HeatUpEstimate, NoEstimateReason } from '../domain/heat-up-estimate.ts';
export { alarmAgainst, neverSettles, setsGoing } from '../domain/held-actions.ts';
export type { EnteredReadingKind, ReadingKind } from '../domain/manual-reading.ts';
export { enteredReadingKinds, readingRules, withinBounds } from '../domain/manual-reading.ts';
export type { MapItem, MapMark, MapSize, PlacedProbe } from '../domain/map-layout.ts';
export {
  mapHeight,
  mapLayout,
  mapSizes,
  mapViewBox,
  placedProbes,
  placeOfItem,
} from '../domain/map-layout.ts';
export {
  allergyAnswers,
  bodyBounds,
  fullName,
  hospitalNumberOf,
  type Identifier,
  mostIdentifiers,
  mostOtherTreatments,
  type OtherTreatment,
  otherTreatmentKinds,
  type Patient,
  type PersonName,
  type Sex,
  sexes,
} from '../domain/patient.ts';
export { rolesThatMay } from '../domain/permissions.ts';
export type { HoldReason, Outcome, Phase } from '../domain/phase.ts';
export { isTesting } from '../domain/phase.ts';
export { type Catheter, frenchBounds, mostCatheters } from '../domain/places.ts';
export type { FlowVerdict, MeterStanding, Precision, Verdict } from '../domain/precision.ts';
export {
  calibrationHolds,
  flowVerdictOn,
  measurementCelsius,
  verdictOn,
  verdictOnMeasurement,
} from '../domain/precision.ts';
export type {
  EnteredPreset,
  PlannedAddition,
  Preset,
  PresetChange,
  PresetTemplate,
  TreatmentMode,
} from '../domain/preset.ts';
export {
  bandCelsius,
  carrierPlaceholder,
  clockStarts,
  controlSites,
  flowBandShare,
  rulingClocks,
  treatmentModes,
} from '../domain/preset.ts';
export { presetChanges } from '../domain/preset-changes.ts';
export {
  extensionMinutes,
  type FieldRule,
  type PresetField,
  presetBounds,
  presetFields,
  targetBounds,
} from '../domain/preset-fields.ts';
export { type BodySize, type ReckonedFill, reckonedFill } from '../domain/preset-fill.ts';
export { type FieldProblem, fillsGiven, isComplete, presetProblems } from '../domain/preset-problems.ts';
export {
  type DipResult,
  dipCheck,
  dipSeconds,
  dipToleranceCelsius,
  type ProbeReadings,
  type WarmCheck,
  warmCheck,
} from '../domain/probe-check.ts';
export type { MissingReason, Reading } from '../domain/reading.ts';
export { type Role, roles } from '../domain/role.ts';
export type { KeptEvent, RunEvent } from '../domain/run-event.ts';
export type { SayProblem } from '../domain/saying.ts';
export type { SignOff, Site } from '../domain/site.ts';
export { probeRefusals, reservoirNeedsMl, siteBounds, siteRefusals } from '../domain/site.ts';
export { type SiteKey, siteValue } from '../domain/site-change.ts';
export type { ChecklistItem, ListItem, SiteLists, VitalSign } from '../domain/site-lists.ts';
export { vitalSignBounds } from '../domain/site-lists.ts';
export { notSignedOff, signOffKeys } from '../domain/site-sign-off.ts';
