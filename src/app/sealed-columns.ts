import { PASS_COLUMN } from '../actors/accounts/server/public.ts';
import { FACTOR_COLUMN } from '../actors/accounts/server/second-factor.ts';
import { SIGN_ON_COLUMN } from '../actors/accounts/server/sign-on-provider.ts';
import { CITIZEN_COLUMN, KEPT_COLUMN } from '../actors/citizens/server/public.ts';
import { FILE_COLUMN, FILE_NAME_COLUMN } from '../alongside/documents/server/files.ts';
import { OPENING_COLUMN } from '../alongside/openings/server/openings.ts';
import { CONTENT_COLUMN } from '../ledger/content.ts';
import { ANSWER_COLUMN } from '../ledger/record.ts';
import { DRAFT_COLUMNS } from '../petition/1-intake/portal/drafts.ts';
import type { SealedColumn } from '../platform/secrets/reseal.ts';
import { MESSAGE_COLUMN } from './messages.ts';

/** Every column the keyring seals, as each slice keeps it: what a change of keys goes through. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  CONTENT_COLUMN,
  FILE_COLUMN,
  FILE_NAME_COLUMN,
  MESSAGE_COLUMN,
  ANSWER_COLUMN,
  FACTOR_COLUMN,
  SIGN_ON_COLUMN,
  OPENING_COLUMN,
  PASS_COLUMN,
  CITIZEN_COLUMN,
  KEPT_COLUMN,
  ...DRAFT_COLUMNS,
];
