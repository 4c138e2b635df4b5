import { zh as domain } from '../../electron/contract/text.ts';
import type { Text } from './text-type.ts';
import { access } from './zh-access.ts';
import * as actions from './zh-actions.ts';
import { advice } from './zh-advice.ts';
import { arrivals } from './zh-arrivals.ts';
import { core } from './zh-core.ts';
import { delivery } from './zh-delivery.ts';
import * as dialogues from './zh-dialogues.ts';
import { entry } from './zh-entry.ts';
import * as figures from './zh-figures.ts';
import * as form from './zh-form.ts';
import { history } from './zh-history.ts';
import { fluid, machine } from './zh-machine.ts';
import { placing } from './zh-placing.ts';
import * as records from './zh-records.ts';
import { recovery } from './zh-recovery.ts';
import { review, waiting } from './zh-review.ts';
import * as run from './zh-run.ts';
import * as setup from './zh-setup.ts';
import { signing } from './zh-signing.ts';
import { site } from './zh-site.ts';
import { trend } from './zh-trend.ts';
import { trial } from './zh-trial.ts';

export const zh: Text = {
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
