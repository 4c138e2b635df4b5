import type { MachineView } from '../../electron/contract/view.ts';
import { withPeople } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { sitesOf } from './draft.ts';
import { useForm } from './form-context.ts';
import { ProbeCheckPanel } from './probe-check-panel.tsx';
import { useProbeChecks } from './use-probe-checks.ts';

/** Both checks of the probes, and what of them goes on record. */
export function ProbeChecks({ machine: { probesCelsius } }: { readonly machine: MachineView }) {
  const { placing, setup } = useText();
  const { draft, change } = useForm();
  const { warm, dip, start, end } = useProbeChecks(probesCelsius);
  if (probesCelsius === null) return null;
  const judged = dip !== null && 'meansCelsius' in dip ? dip : null;
  const keep = async () => {
    if (judged === null) return;
    const { meansCelsius, spreadCelsius: spreadKelvin } = judged;
    const reply = await withPeople(
      () => window.isotherm.invoke('dipCheck', { meansCelsius: [...meansCelsius], spreadKelvin }),
      (told) => (told.ok ? null : told.why),
    ).catch(() => null);
    if (reply?.ok) change({ dipCheck: reply.dipCheck });
  };
  const kept = draft.dipCheck;
  return (
    <>
      <ProbeCheckPanel
        readings={probesCelsius}
        sites={sitesOf(draft)}
        warm={warm}
        dip={dip}
        onStart={start}
        onEnd={end}
      />
      {judged !== null && (
        <Button data-action="keep-dip" title={placing.probeCheck.dip.keep} onClick={() => void keep()} />
      )}
      {kept !== null && (
        <p className="form-note">
          {placing.probeCheck.dip.kept(kept.spreadKelvin)} {setup.form.answered(kept.by, kept.atWallMs)}
        </p>
      )}
    </>
  );
}
