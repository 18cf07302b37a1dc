import { answeredStories } from './stories-answered.ts';
import { draftedStories } from './stories-drafted.ts';
import { dutyStories } from './stories-duties.ts';
import { forwardedStories } from './stories-forwarded.ts';
import { guidedStories } from './stories-guided.ts';
import { livelihoodStories } from './stories-livelihood.ts';
import type { Story } from './stories-shape.ts';
import { streetStories } from './stories-streets.ts';
import { turnedStories } from './stories-turned.ts';
import { waitingStories } from './stories-waiting.ts';
import { workingStories } from './stories-working.ts';

/** The 200 petitions of the demonstration city, oldest first; all invented. */
export const stories: readonly Story[] = [
  ...waitingStories,
  ...forwardedStories,
  ...turnedStories,
  ...guidedStories,
  ...workingStories,
  ...draftedStories,
  ...answeredStories,
  ...streetStories,
  ...livelihoodStories,
  ...dutyStories,
].toSorted((a, b) => b.daysAgo - a.daysAgo || (a.key < b.key ? -1 : 1));
