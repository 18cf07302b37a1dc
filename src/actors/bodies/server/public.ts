/** What other slices and the processes may use of bodies. */
export { endBody, loadDirectory, saveBodies } from './directory.ts';
export { type Division, listDivisions, loadDivisions, saveDivisions } from './divisions.ts';
export { mountBodies } from './routes.ts';
