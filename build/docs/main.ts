/** Writes what of docs/ and assets/chart/ is drawn from the source: `node build/docs/main.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alarmsPage } from './alarms-page.ts';
import { authorityPage } from './authority-page.ts';
import { campaignPage } from './campaign-results.ts';
import { chartAssets } from './chart-assets.ts';
import { permissionsPage } from './permissions-page.ts';
import { phasesPage } from './phase-diagram.ts';
import { presetsPage } from './preset-page.ts';
import { recordSchemaPage } from './record-schema-page.ts';
import { safetyPages } from './safety/pages.ts';
import { readHazardFile } from './safety/read.ts';
import { scenariosPage } from './scenarios-page.ts';

const docs = join(import.meta.dirname, '../../docs');
for (const [path, content] of [
  ['phases.md', phasesPage()],
  ['authority.md', authorityPage()],
  ['permissions.md', permissionsPage()],
  ['presets.md', presetsPage()],
  ['record-schema.md', recordSchemaPage()],
  ['campaign.md', campaignPage()],
  ['scenarios.md', scenariosPage()],
  ['alarms.md', alarmsPage(readFileSync(join(docs, 'alarms.md'), 'utf8'))],
  ...Object.entries(chartAssets()).map(([name, content]) => [`../assets/chart/${name}`, content] as const),
  ...safetyPages(readFileSync(join(docs, 'safety/README.md'), 'utf8'), readHazardFile(docs)),
] as const) {
  writeFileSync(join(docs, path), content);
  console.log(`written: ${join(docs, path)}`);
}
