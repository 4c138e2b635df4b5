import type { Mutant } from '../mutant.ts';

const engine = 'electron/session/engine.ts';
const ticks = 'electron/session/ticks.ts';
const unit = ['electron/session/engine-faults.test.ts', 'electron/session/engine.test.ts'];
const mutant = (name: string, file: string, find: string, replace: string, tests = unit): Mutant => ({
  part: 'engine',
  name,
  file,
  find,
  replace,
  tests,
});

/** The loop, what stands on it, and what it tells. */
export const engineMutants: readonly Mutant[] = [
  mutant(
    'the loop ends with the first tick that throws',
    ticks,
    '    } catch (error) {\n      this.#fail(error);\n    }\n    this.#tickedMs',
    '    } catch (error) {\n      this.#ticks = false;\n      this.#fail(error);\n    }\n    this.#tickedMs',
  ),
  mutant(
    'a throw before the exchange costs the exchange',
    ticks,
    '        problems.push(error);\n        this.#authority',
    '        throw error;\n        this.#authority',
  ),
  mutant(
    'a throw after the exchange is not told',
    ticks,
    '    if (problems.length > 0) throw problems[0];\n',
    '',
  ),
  mutant(
    'a failed tick is not counted',
    ticks,
    '    this.#authority = failed(this.#authority, message, clock.monotonicMs());\n',
    '',
  ),
  mutant(
    'an exchange that never ends stops the loop',
    ticks,
    'await inTime(clock, exchangeLimitMs, link.tick(command, { holdHeartbeat }))',
    'await link.tick(command, { holdHeartbeat })',
  ),
  mutant('a hung exchange keeps its port', ticks, '      link.abandon();\n', '', [
    'electron/session/engine-faults.test.ts',
  ]),
  mutant(
    'an intervention while it stands is refused',
    ticks,
    'if (!turnsOff(action) || !this.stage.runIsOpen) return',
    'if (this.stands || !turnsOff(action) || !this.stage.runIsOpen) return',
  ),
  mutant(
    'a kept intervention is forgotten',
    'electron/session/kept-interventions.ts',
    '    act(this.#kept);\n',
    '',
  ),
  mutant(
    'anything pressed while it stands is taken',
    engine,
    '    if (this.stands) return this.#ticks.keepFor(by, action);\n',
    '',
  ),
  mutant(
    'a faulted console says taken',
    engine,
    "  act(by: Actor, action: OperatorAction, also: Also = alone): ActionResult {\n    if (this.authority.state === 'faulted') return { taken: false, why: 'not-sent' };",
    "  act(by: Actor, action: OperatorAction, also: Also = alone): ActionResult {\n    if (this.authority.state === 'faulted') return { taken: true };",
  ),
  mutant(
    'a lost link is not told to the authority',
    ticks,
    "    if (exchanged.linkLost) this.#move('link-lost');\n",
    '',
  ),
  mutant(
    'a restart of the rig is not told to the authority',
    ticks,
    "    if (exchanged.rigRestarted) this.#move('rig-restarted');\n",
    '',
  ),
  mutant(
    'a machine has stood down as soon as it is told',
    ticks,
    "if (this.#authority.state === 'standing-down' && this.#machine.stoodDown)",
    "if (this.#authority.state === 'standing-down')",
  ),
  mutant(
    'what throws outside a tick is not heard',
    ticks,
    '    this.#authority = struck(this.#authority, messageOf(error), this.#options.clock.monotonicMs());\n',
    '',
  ),
  mutant(
    'the weaker of two kept interventions wins',
    'electron/session/kept-interventions.ts',
    'strength(this.#kept) < strength(pressed)',
    'strength(this.#kept) > strength(pressed)',
  ),
  mutant(
    'STOP RUN is not kept',
    'electron/session/kept-interventions.ts',
    "const turningOff = ['heat-off', 'pause-flow', 'stop-run'] as const;",
    "const turningOff = ['heat-off', 'pause-flow'] as const;",
  ),
  mutant(
    'a kept intervention is spent on a machine that is not heard',
    'electron/session/kept-interventions.ts',
    '    if (!heard && this.#waited <= waitsTicks) return;\n',
    '',
  ),
  mutant(
    'what the link tells once is lost in a tick that throws',
    ticks,
    '    this.#untold = exchanged;\n',
    '',
  ),
  mutant(
    'a run begins on a machine that has changed while its journal was made',
    'electron/session/beginnings.ts',
    'const still = this.#leaves ? may : this.#mayStart(treatmentCase, preset);',
    'const still = may;',
    ['electron/session/starting.test.ts'],
  ),
  mutant(
    'a drain is judged by what another run has left',
    'electron/session/beginnings.ts',
    '    if (lost !== null) this.#stage.fluid.note(lostFluid(lost));\n',
    '',
    ['electron/session/recovery.test.ts'],
  ),
  mutant(
    'what a publisher throws stops the tick',
    'electron/session/publishers.ts',
    '      } catch (error) {\n        this.#failed(publisher.name, error);\n      }',
    '      } catch (error) {\n        this.#failed(publisher.name, error);\n        throw error;\n      }',
  ),
  mutant(
    'publishers after one that throws hear nothing',
    'electron/session/publishers.ts',
    '      } catch (error) {\n        this.#failed(publisher.name, error);\n      }',
    '      } catch (error) {\n        this.#failed(publisher.name, error);\n        return;\n      }',
  ),
  mutant(
    'a faulted console pulses as if it ticked',
    'electron/session/pulse.ts',
    "authority.state === 'faulted' ? 'faulted' : stands",
    'stands',
    ['electron/session/engine-faults.test.ts'],
  ),
  mutant(
    'a faulted console pulses without a sound',
    'electron/session/pulse.ts',
    "sound: authority.state === 'faulted' || untold ? 'high' : 'none'",
    "sound: 'none'",
    ['electron/session/engine-faults.test.ts'],
  ),
  mutant(
    'a machine that still pumps is not told',
    'electron/session/machine-watch.ts',
    'return ms > standDownWithinMs && (',
    'return ms > 1e9 && (',
    ['electron/session/standing-down.test.ts'],
  ),
  mutant(
    'a lost link leaves the last telemetry standing',
    'electron/session/machine-watch.ts',
    'this.telemetry = exchanged.linkLost ? null : (fresh ?? this.telemetry);',
    'this.telemetry = fresh ?? this.telemetry;',
    [
      'electron/session/engine-faults.test.ts',
      'electron/session/standing-down.test.ts',
      'electron/session/starting.test.ts',
    ],
  ),
  mutant(
    'the end of the program forgets a run whose journal is being made',
    'electron/session/engine.ts',
    '    await inTime(clock, beginningLimitMs, this.#stage.beginnings.leave());\n',
    '',
    ['electron/session/starting.test.ts'],
  ),
  mutant(
    'a run that is over keeps its machine',
    'electron/session/stage.ts',
    "    if (state === 'commanding' || state === 'waiting') this.#driver.move('end');\n",
    '',
    ['electron/session/standing-down.test.ts'],
  ),
  mutant(
    'a run that is over ends what is asked in its review',
    'electron/session/stage.ts',
    '    if (this.rescues.open !== null) return;\n',
    '',
    ['electron/session/recovery.test.ts'],
  ),
  mutant(
    'a rescue that is done keeps the machine',
    'electron/session/rescues.ts',
    "    if (state === 'commanding' || (state === 'waiting' && this.#machine.stoodDown)) this.#driver.move('end');\n",
    '',
    [
      'electron/session/recovery.test.ts',
      'electron/session/starting.test.ts',
      'electron/session/standing-down.test.ts',
    ],
  ),
  mutant(
    'the record calls requested what was only asked',
    'electron/session/current-run.ts',
    '      intent: written,\n',
    '      intent: this.run.intent(),\n',
    ['electron/session/run-sample.test.ts', 'electron/session/trouble.test.ts'],
  ),
  mutant(
    'a lost link is not told to the run',
    'electron/session/current-run.ts',
    "    if (linkLost && !this.#linkWasLost) tell('link-lost');\n",
    '',
  ),
  mutant(
    'a restart of the rig is not told to the run',
    'electron/session/current-run.ts',
    "    if (rigRestarted) tell('rig-restarted', 'its uptime went back');\n",
    '',
  ),
  mutant(
    'a set-point is recorded with other last digits than the register has',
    'electron/session/run-sample.ts',
    'Math.round(command.inflowSetpointCelsius / 0.01) / 100',
    'Math.round(command.inflowSetpointCelsius * 100) / 100',
    ['electron/session/run-sample.test.ts'],
  ),
];
