import { parseCampaign } from '../campaign/arguments.ts';
import { runCampaign } from '../campaign/campaign.ts';
import { say } from '../plain/step.mjs';

/** Treats a population of virtual patients and judges the machine by the truth: `npm run campaign -- --patients N --seed S`. */
export async function run(args: readonly string[]): Promise<number> {
  const parsed = parseCampaign(args);
  if (!parsed.ok) {
    say(parsed.problem);
    return 2;
  }
  const { command } = parsed;
  switch (command.kind) {
    case 'campaign':
      return runCampaign(command);
    case 'regimens':
      return (await import('../campaign/regimens/campaign.ts')).runRegimens(command);
    case 'search':
      return (await import('../campaign/baseline/search.ts')).searchBaseline(command);
    case 'replay':
      return (await import('../campaign/replay.ts')).replay(command);
  }
}
