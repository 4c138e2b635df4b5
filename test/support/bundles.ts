import type { TestProject } from 'vitest/node';
import { ensureBundles } from '../../build/setup/bundles.ts';

/** The renderer that the tests open in a browser is the product's own bundle, built once for all of them. */
export default async function bundles(project: TestProject): Promise<void> {
  await ensureBundles();
  project.onTestsRerun(async () => {
    await ensureBundles();
  });
}
