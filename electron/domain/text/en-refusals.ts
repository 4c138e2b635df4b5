import type { Words } from './dictionary.ts';

export const refusal: Words['refusal'] = {
  'no-run': 'No run is open. Prepare a case and start a run first.',
  'not-in-this-phase':
    'This is not possible in the present phase. Look at the phase strip for what comes next.',
  'not-ready': 'The conditions of this step are not met yet. Wait for the figure named under the phases.',
  'no-fluid-in-cavity': 'There is no fluid in the cavity to drain.',
  'volume-unknown':
    'Nobody knows how much the cavity holds, and it may be full. Drain it first; nothing more is pumped in.',
  'heat-held': 'Heat is held off. Resume heat first.',
  'flow-held': 'Flow is held off. Resume flow first.',
  'link-not-up':
    'The link to the rig is not up. Check cable and power; use the switch on the machine meanwhile.',
  'needs-decision': 'The link was lost or the rig restarted. Look at the machine, then take command again.',
  'interlock-latched': 'An interlock of the rig is latched. Remove its cause, then clear it.',
  'control-temperature-unknown':
    'The control temperature is not known. Check the cavity probes, or control by the outflow with a named clinician.',
  'inflow-unknown':
    'The inflow temperature is not known, so its ceiling cannot be watched. Check the inflow probe, then resume heat.',
  'no-cavity-probe': 'Only a probe in the cavity can be ignored.',
  'last-cavity-probe': 'No other cavity probe tells anything: the last one always counts.',
  'probe-ignored': 'A probe is ignored already: only one at a time.',
  'cavity-unknown':
    'No cavity probe is left. Check the probes, or let a clinician go on without by name; then resume heat.',
  'inflow-contradicted':
    'Heater power and outflow say that the inflow is hotter than T1 reads. Compare T1 and T2 with a second thermometer; unplug T2 if it is the wrong one.',
  'core-too-hot':
    'The patient’s core is too hot to heat. Wait for a lower reading, or let a clinician lift the core hold by name; then resume heat.',
  'cavity-too-hot': 'The cavity is too hot to heat. Wait until it is back in band, then resume heat.',
  'nothing-to-resume': 'Nothing is held, so there is nothing to resume.',
  'needs-name': 'This goes outside the plan. Enter the reason and the clinician who decided it.',
  'still-in-cavity': 'There is still fluid in the cavity. Drain it first, or give a reason for leaving it.',
  'no-rinses-left': 'No rinse is left to skip. Go on to disconnect.',
  'run-ended': 'The run has ended and can no longer be changed.',
  'needs-two-names':
    'Two people have to check this drug. Enter two different people who have checked patient, drug, dose, volume and expiry.',
  'flow-out-of-range':
    'This flow is outside what rig and presets allow. Enter a flow within the range that is shown.',
  'target-out-of-range': 'This target is outside its hard bounds. Enter one within the range that is shown.',
  'extension-out-of-range':
    'The treatment cannot be extended by that. Enter whole minutes within the range that is shown.',
  'reservoir-too-low':
    'The reservoir holds less than the fill and what has to stay in it. Top it up, then fill.',
  'drug-starts-the-clock':
    'By this preset the treatment starts with its first drug. Record the drug with the start, or start early with a named clinician.',
  'no-such-addition':
    'No such addition is planned. Choose one of the planned ones, or record it as unplanned.',
  'addition-open':
    'A planned addition is not recorded. Say for each whether it was given, then end the treatment.',
  'addition-recorded': 'This addition is recorded already. Choose another, or record it as unplanned.',
  'reading-out-of-range': 'This reading cannot be right. Check the value and its unit, then enter it again.',
  'reading-not-counted': 'This number changes no count. Record it as fluid in or fluid out.',
  'fluid-out-of-range':
    'This volume cannot be right for its kind. Enter whole mL within the range that is shown.',
  'inflow-known': 'The inflow temperature is known: bypass ends by itself once it is below its ceiling.',
  'not-shown': 'It was not on the screen when it was pressed. Look again, then press again.',
  'nothing-sounds':
    'No alarm sounds, or the audio is paused already. A pause is not begun anew before it is over.',
  'limit-out-of-bounds':
    'The limit is outside its hard bounds, or not in order with the limit next to it. Choose a value between them.',
  'not-your-role': 'Your role may not do this. Ask someone whose role may, and let him or her sign in.',
  'needs-sign-in': 'Nobody is signed in. Sign in first.',
  'needs-reason': 'Nobody is signed in. Enter your name and why it cannot wait, or sign in.',
  'not-released':
    'Nobody has released this run as it stands now. Let a perfusionist or clinician release it, or sign in and start it.',
  'needs-second-person': 'Two people stand for this. A second person signs with a PIN.',
  'needs-time-out': 'The time-out has not been read. Read it aloud to the team before heat.',
  'second-not-confirmed': 'The PIN of the second person was not right, or has to wait. Enter it again.',
  'no-sound':
    'The console cannot be heard, so nobody can have heard its alarms. Mend the sound, then try the alarms.',
  'no-such-check': 'The site does not list this check. Load the screen again.',
  'no-such-sign': 'The site does not list this sign. Choose one of the list.',
  'not-ticking': "The console's core stands still: not confirmed. Use the switch on the machine.",
  'not-sent': 'NOT SENT: use the switch on the machine.',
  'too-many': 'Too many at once; wait a moment, then press again.',
};

export const takeUpRefusal: Words['takeUpRefusal'] = {
  'run-over': 'This run has ended. Make its report.',
  'machine-not-heard':
    'The machine does not answer. Check cable and power, or drain by hand and end the run.',
  'another-machine':
    'Another machine answers than the one this run was on. Connect that one, or end the run and drain there.',
  'machine-restarted':
    'The machine was restarted, or it cannot be shown that it was not. The run cannot go on: drain, or end and report.',
  'mode-does-not-fit':
    'The valves stand otherwise than this phase wants them. The run cannot go on: drain, or end and report.',
  'gap-too-long': 'The run was lost for more than 10 minutes. It cannot go on: drain, or end and report.',
  'record-does-not-tell':
    'The record of this run does not hold enough to go on with. Drain, or end and report.',
};

export const recoverRefusal: Words['recoverRefusal'] = {
  'run-open': 'A run is open already. End it first.',
  'none-left-open': 'No run was left open.',
  'console-failed': 'The console has failed and has to be started again first.',
  'not-taken-up': 'The run cannot be taken up.',
  'not-drained': 'It cannot be drained from here now, and is left as it is.',
  'taken-up-not-drained': 'The run is taken up, but it cannot be drained yet.',
  'ended-not-drained': 'The run is ended, but it was not drained.',
};
