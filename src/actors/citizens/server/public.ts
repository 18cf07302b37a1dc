/** What other slices and the processes may use of citizens who sign in with their phone. */
export { CITIZEN_COLUMN, comeIn, countCitizenKeys, deleteCitizen, renewCitizenKeys } from './citizens.ts';
export { countKept, dropKept, isKept, KEPT_COLUMN, type Kept, keepPetition, listKept } from './kept.ts';
export { type Asking, type CodeStore, checkCodeOf, endCodeOf, sendCodeTo, type TellCode } from './phone-codes.ts';
export {
  type Citizen,
  clearCitizenCookie,
  endCitizenSession,
  endCitizenSessions,
  findCitizen,
  openCitizenSession,
  setCitizenCookie,
} from './sessions.ts';
