import { isCavity, type ProbeId, type ProbeSites, probeIds } from '../../domain/case.ts';
import type { RunHeader } from '../../domain/run-event.ts';
import type { Figures } from '../figures.ts';

/** A probe that the control temperature was taken from, and that could not be used in treatment. Times of session, s. */
export interface LostProbe {
  readonly probe: ProbeId;
  /** How often, and for how long in all. */
  readonly times: number;
  readonly fromSeconds: number;
  readonly seconds: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}
type Seen = Pick<Figures, 'gaps' | 'phases'>;

/** Each control probe that was missing in treatment, whatever for: loose, stuck, outvoted, or ignored for a while. */
export function probesLost({ case: { probeSites }, preset }: RunHeader, figures: Seen): LostProbe[] {
  return controlProbes(probeSites, preset.controlSite).flatMap((probe) => {
    const spans = missingIn(figures, probe);
    const [first] = spans;
    if (first === undefined) return [];
    return [{ probe, times: spans.length, fromSeconds: first.from, seconds: lengthOf(spans) }];
  });
}

export interface OneProbe {
  /** `null`: not always the same. */
  readonly probe: ProbeId | null;
  readonly throughout: boolean;
  readonly fromSeconds: number;
  readonly seconds: number;
}

/**
 * When in treatment the cavity was controlled by one probe alone; `null`: never. Inflow and outflow have one probe by
 * plan.
 */
export function oneProbe({ case: { probeSites }, preset }: RunHeader, figures: Seen): OneProbe | null {
  if (preset.controlSite !== 'cavity') return null;
  const probes = controlProbes(probeSites, 'cavity');
  const missing = probes.map((probe) => missingIn(figures, probe));
  const cuts = [...treatmentOf(figures), ...missing.flat()].flatMap(({ from, to }) => [from, to]);
  const edges = [...new Set(cuts)].toSorted((a, b) => a - b);
  const alone = edges.flatMap((from, index) => {
    const to = edges[index + 1];
    if (to === undefined || !treatmentOf(figures).some((span) => holds(span, from))) return [];
    const left = probes.filter((_, at) => !missing[at]?.some((span) => holds(span, from)));
    return left.length === 1 && left[0] !== undefined ? [{ from, to, probe: left[0] }] : [];
  });
  const [first] = alone;
  if (first === undefined) return null;
  return {
    probe: alone.every(({ probe }) => probe === first.probe) ? first.probe : null,
    throughout: probes.length === 1,
    fromSeconds: first.from,
    seconds: lengthOf(alone),
  };
}

const controlProbes = (sites: ProbeSites, controlSite: 'inflow' | 'outflow' | 'cavity'): ProbeId[] =>
  probeIds.filter((_, index) => {
    const site = sites[index];
    return site !== undefined && (controlSite === 'cavity' ? isCavity(site) : site === controlSite);
  });

const treatmentOf = ({ phases }: Seen): Span[] =>
  phases
    .filter(({ name }) => name === 'treatment')
    .map(({ startSeconds, seconds }) => ({ from: startSeconds, to: startSeconds + seconds }));

/** In treatment, in order; a gap that changes its reason is one. */
function missingIn({ gaps, phases }: Seen, probe: ProbeId): Span[] {
  const treatment = treatmentOf({ gaps, phases });
  const spans: Span[] = [];
  for (const { of, startSeconds, seconds } of gaps) {
    if (of !== probe && of !== 'all-probes') continue;
    for (const within of treatment) {
      const from = Math.max(startSeconds, within.from);
      const to = Math.min(startSeconds + seconds, within.to);
      if (to > from) append(spans, { from, to });
    }
  }
  return spans;
}

function append(spans: Span[], next: Span): void {
  const last = spans.at(-1);
  if (last === undefined || next.from > last.to) spans.push(next);
  else spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
}

const holds = ({ from, to }: Span, at: number): boolean => at >= from && at < to;
const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
