/** What other slices and the processes may use of accounts. */
export { type Account, type AccountToSave, findAccounts, listAccounts, movePosts, saveAccounts } from './accounts.ts';
export {
  type Caller,
  createAuthorise,
  getPetitioner,
  getStaff,
  type PetitionerActor,
  type StaffActor,
} from './authorise.ts';
export { clearPassCookie, findPassCookie, findSessionToken, setPassCookie, setSessionCookie } from './cookies.ts';
export { FACTOR_POSTS, readFactorPosts } from './factor-posts.ts';
export { hitLimit } from './limits.ts';
export { type Entry, endPass, findEntry, findPass, holderOf, issuePass, PASS_COLUMN, type Pass } from './passes.ts';
export { mountAccounts } from './routes.ts';
export { actorOf, findSession, type NewSession, openSession, type Session } from './sessions.ts';
export { signIn } from './sign-in.ts';
export { mountSignOn } from './sign-on.ts';
export { mountSubstitutes } from './substitutes.ts';
export { findTokenId, newToken, tokenId } from './tokens.ts';
