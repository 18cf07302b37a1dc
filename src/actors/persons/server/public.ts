/** What other slices may ask of the repeat test. */
export { findFirst, findFirstOfTyped } from './find-earlier.ts';
export { versionsOf } from './person-keys.ts';
