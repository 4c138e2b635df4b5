import { en as domain } from '../../electron/contract/text.ts';
import { access } from './en-access.ts';
import * as actions from './en-actions.ts';
import { advice } from './en-advice.ts';
import { arrivals } from './en-arrivals.ts';
import { core } from './en-core.ts';
import { delivery } from './en-delivery.ts';
import * as dialogues from './en-dialogues.ts';
import { entry } from './en-entry.ts';
import * as figures from './en-figures.ts';
import * as form from './en-form.ts';
import { history } from './en-history.ts';
import { fluid, machine } from './en-machine.ts';
import { placing } from './en-placing.ts';
import * as records from './en-records.ts';
import { recovery } from './en-recovery.ts';
import { review, waiting } from './en-review.ts';
import * as run from './en-run.ts';
import * as setup from './en-setup.ts';
import { signing } from './en-signing.ts';
import { site } from './en-site.ts';
import { trend } from './en-trend.ts';
import { trial } from './en-trial.ts';

export const en = {
  domain,
  access,
  advice,
  arrivals,
  core,
  actions: { ...actions, ...dialogues },
  run: { ...run, ...figures, trend },
  records,
  history,
  entry,
  setup: { ...setup, ...form },
  site,
  signing,
  trial,
  review,
  delivery,
  machine,
  fluid,
  placing,
  recovery,
  waiting,
};
