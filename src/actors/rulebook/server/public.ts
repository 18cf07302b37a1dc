/** What other slices and the processes may use of the rulebook. */
export { findCalendarYear, loadCalendar, saveCalendar } from './calendars.ts';
export { type Category, loadCategories, saveCategories } from './categories.ts';
export { endLayer, loadPackStates, loadPacks, loadRulebookVersions, publishLayer } from './packs.ts';
export { mountRulebook } from './routes.ts';
