/** What the processes may use of openings. */
export { mountOpenings } from './openings.ts';
