import { buildWorkbench } from '../../src/app/build-workbench.ts';

/** The journeys walk through the workbench as people are given it, so it is built before the first of them. */
export async function setup(): Promise<void> {
  await buildWorkbench((line) => console.log(line));
}
