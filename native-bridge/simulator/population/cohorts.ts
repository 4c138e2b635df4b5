import type { ScenarioEvent } from '../faults.ts';
import type { Draw } from './draw.ts';
import type { Traits } from './traits.ts';

/** Kinds of patients that regimens are for (docs/plant.md, "Cohorts"). */
export const cohortNames = ['closed', 'open', 'ward', 'pleural', 'bladder', 'children'] as const;
export type CohortName = (typeof cohortNames)[number];

/** What is drawn of a patient beside the traits that everybody has. */
export interface CohortTraits extends Traits {
  /** What no drain reaches, a share of the fill; `null`: that of the default plant. */
  readonly pocketShare: number | null;
}

export interface Cohort {
  readonly traits: (usual: Traits, draw: Draw) => CohortTraits;
  /** What belongs to such a treatment and is no fault: irrigation, hands, urine. */
  readonly belongs: (draw: Draw, traits: CohortTraits) => readonly ScenarioEvent[];
}

const nothing = (): readonly ScenarioEvent[] => [];
const closed = (draw: Draw): number => draw.aroundRatio(0.25, 1);
/** Neither opened nor cooled: nearly the temperature of every day, in a heated room. */
const awake = (draw: Draw) => ({ coreCelsius: draw.around(36.2, 37.4), roomCelsius: draw.even(20, 26) });
const isClosed = (usual: Traits, draw: Draw): CohortTraits => ({
  ...usual,
  cavityLossWPerK: closed(draw),
  pocketShare: null,
});

export const cohorts: Readonly<Record<CohortName, Cohort>> = {
  closed: { traits: isClosed, belongs: nothing },
  open: {
    traits: (usual, draw) => ({ ...usual, cavityLossWPerK: draw.even(3, 6), pocketShare: null }),
    belongs: (draw) => [...irrigation(draw), ...hands(draw)],
  },
  ward: {
    traits: (usual, draw) => ({
      ...isClosed(usual, draw),
      ...awake(draw),
      flowMlPerMin: 10 * Math.round(draw.even(30, 60)),
    }),
    belongs: nothing,
  },
  pleural: { traits: isClosed, belongs: nothing },
  bladder: {
    traits: (usual, draw) => ({
      ...isClosed(usual, draw),
      ...awake(draw),
      pocketShare: pocketShare(draw),
    }),
    belongs: urine,
  },
  children: {
    traits: (usual, draw) => {
      const massKg = draw.even(8, 30);
      return {
        ...isClosed(usual, draw),
        massKg: Math.round(massKg * 10) / 10,
        surfaceM2: childSurfaceM2(massKg),
        flowMlPerMin: 10 * Math.round((massKg * draw.even(40, 60)) / 10),
        pocketShare: pocketShare(draw),
      };
    },
    belongs: nothing,
  },
};

/** Body surface of a child by its mass alone, m² (Costeff 1966, Arch Dis Child 41:681). */
const childSurfaceM2 = (massKg: number): number => (4 * massKg + 7) / (massKg + 90);

/** Most cavities give nearly all; one in five keeps fluid in pockets, or behind a catheter that lies badly (chosen). */
const pocketShare = (draw: Draw): number =>
  draw.whole(5) === 0 ? draw.even(0.1, 0.3) : draw.even(0.01, 0.06);

/** Within heat-up and 90 min of treatment, s of circulation. */
const fieldSeconds = [120, 6000] as const;
const later = (draw: Draw): ScenarioEvent['at'] => ({
  mode: 'circulate',
  after: Math.round(draw.even(...fieldSeconds)),
});

/** From a warming cabinet, as it is kept there, two to six times (chosen; cold irrigation is a disturbance). */
function irrigation(draw: Draw): ScenarioEvent[] {
  return Array.from({ length: 2 + draw.whole(5) }, () => ({
    fault: 'fluid-added',
    at: later(draw),
    ml: draw.even(30, 150),
    celsius: draw.even(36, 40),
    overSeconds: draw.even(10, 60),
  }));
}

/** A hand stirs, and brings a cavity probe nearer to the inflow for some seconds, ten to thirty times (chosen). */
function hands(draw: Draw): ScenarioEvent[] {
  return Array.from({ length: 10 + draw.whole(21) }, () => ({
    fault: 'probe-in-jet',
    at: later(draw),
    for: draw.even(2, 9),
    probe: draw.one([3, 4] as const),
    share: draw.even(0.1, 0.8),
  }));
}

/** Who has drunk nothing makes little: 0.3 to 0.8 mL/kg an hour (chosen), into the bladder all the time. */
function urine(draw: Draw, { massKg }: CohortTraits): ScenarioEvent[] {
  const hours = 1;
  const ml = draw.even(0.3, 0.8) * massKg * hours;
  const of = (after: number): ScenarioEvent => ({
    fault: 'fluid-added',
    at: { mode: 'circulate', after },
    ml,
    celsius: 37,
    overSeconds: 3600 * hours,
  });
  return [of(0), of(3600)];
}
