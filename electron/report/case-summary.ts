import { z } from 'zod';
import {
  type Checks,
  cavities,
  checklistAnswers,
  contraindicationAnswers,
  probeSites,
  settings,
  sides,
  techniques,
} from '../domain/case.ts';
import { allergyAnswers, otherTreatmentKinds, sexes } from '../domain/patient.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { bodySurfaceM2 } from './figures/body-surface.ts';
import { notAnswered } from './figures/not-answered.ts';

const text = z.string();
const numberOrNull = z.number().nullable();
const identifier = z.strictObject({ value: text, issuer: text });
const at = z.iso.datetime();

/** Who was treated, by whom and what was entered before, in `summary.json` (docs/summary.md). Text as typed; "" is "not entered". */
export const caseSummarySchema = z.strictObject({
  case: z.strictObject({
    patient: z.strictObject({
      familyName: text,
      givenName: text,
      sex: z.enum(sexes),
      birthDate: text,
      identifiers: z.array(identifier).min(1),
      visitNumber: text,
      orderNumber: text,
      bed: text,
      referringWard: text,
      returnWard: text,
      heightCm: numberOrNull,
      weightKg: numberOrNull,
      bodySurfaceM2: numberOrNull,
      allergies: z.strictObject({ answer: z.enum(allergyAnswers).nullable(), text }),
    }),
    diagnosis: text,
    indication: text,
    procedure: text,
    side: z.enum(sides),
    sessionNumber: z.number(),
    sessionsPlanned: numberOrNull,
    otherTreatments: z.array(z.strictObject({ kind: z.enum(otherTreatmentKinds), text, on: text })),
    cavity: z.enum(cavities),
    technique: z.enum(techniques),
    setting: z.enum(settings),
    bodyTemperatureBeforeCelsius: numberOrNull,
    coreSite: text,
    disposablesLot: text,
    disposablesExpiry: text,
  }),
  team: z.strictObject({ prescriber: text, surgeon: text, anaesthetist: text, perfusionist: text }),
  probePlaces: z.array(z.strictObject({ probe: text, site: z.enum(probeSites), place: text })).length(4),
  catheters: z.array(
    z.strictObject({
      number: z.number(),
      place: text,
      direction: z.enum(['in', 'out']),
      frenchSize: numberOrNull,
    }),
  ),
  checks: z
    .strictObject({
      checklist: z.array(
        z.strictObject({
          id: text,
          answer: z.enum(checklistAnswers),
          by: text,
          at: at.nullable(),
          reason: text,
        }),
      ),
      contraindications: z.array(
        z.strictObject({ id: text, answer: z.enum(contraindicationAnswers), reason: text, clinician: text }),
      ),
      notAnswered: z.array(text),
      feverAcceptedBy: text,
      dipCheck: z
        .strictObject({ by: text, at, meansCelsius: z.array(numberOrNull), spreadKelvin: z.number() })
        .nullable(),
    })
    .nullable(),
  site: z.strictObject({
    name: text.nullable(),
    hospital: text,
    department: text,
    flowMeterCalibration: z.strictObject({ on: text, by: text, rigSerialNumber: text }).nullable(),
    notSignedOff: z.array(text).nullable(),
  }),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

const isoOf = (wallMs: number): string => new Date(wallMs).toISOString();

export function caseSummaryOf(header: RunHeader): CaseSummary {
  const { site } = header;
  const {
    patient,
    drugs: _,
    prescriber,
    surgeon,
    anaesthetist,
    perfusionist,
    probeSites,
    probePlaces,
    catheters,
    checks,
    ...rest
  } = header.case;
  const area = bodySurfaceM2(header);
  return {
    case: {
      ...rest,
      patient: {
        ...patient,
        identifiers: [...patient.identifiers],
        bodySurfaceM2: area === null ? null : Number(area.toFixed(3)),
      },
      otherTreatments: [...rest.otherTreatments],
    },
    team: { prescriber, surgeon, anaesthetist, perfusionist },
    probePlaces: probeSites.map((one, index) => ({
      probe: `T${index + 1}`,
      site: one,
      place: probePlaces[index] ?? '',
    })),
    catheters: [...catheters],
    checks: checks === null ? null : checksOf(checks, header),
    site: {
      name: site.name,
      hospital: site.hospital,
      department: site.department,
      flowMeterCalibration: site.flowMeterCalibration,
      notSignedOff: site.notSignedOff === null ? null : [...site.notSignedOff],
    },
  };
}

function checksOf(checks: Checks, header: RunHeader): CaseSummary['checks'] {
  const { checklist, contraindications, feverAcceptedBy, dipCheck } = checks;
  const open = notAnswered(checks, header.site);
  return {
    checklist: checklist.map(({ id, answer, by, atWallMs, reason }) => ({
      id,
      answer,
      by,
      at: atWallMs === null ? null : isoOf(atWallMs),
      reason,
    })),
    contraindications: [...contraindications],
    notAnswered: [...open.checklist, ...open.contraindications].map(({ id }) => id),
    feverAcceptedBy,
    dipCheck: dipCheck && {
      by: dipCheck.by,
      at: isoOf(dipCheck.atWallMs),
      meansCelsius: [...dipCheck.meansCelsius],
      spreadKelvin: dipCheck.spreadKelvin,
    },
  };
}
