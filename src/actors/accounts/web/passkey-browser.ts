import { browserSupportsWebAuthn, WebAuthnError } from '@simplewebauthn/browser';
import { useState } from 'react';
import type { ApiError } from '../../../ui/staff/api.ts';
import { type Fault, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { useSay } from '../../../ui/staff/words.tsx';
import { PASSKEY_TROUBLES, type PasskeyTrouble } from './passkeys.texts.ts';

/** Whether this browser, on this page, has passkeys at all. */
export const hasPasskeys = browserSupportsWebAuthn;

/** What went wrong in the browser, by the error it threw. */
function troubleOf(error: unknown): PasskeyTrouble {
  if (!hasPasskeys()) return 'unsupported';
  if (!(error instanceof Error)) return 'failed';
  const { name } = error;
  const code = error instanceof WebAuthnError ? error.code : undefined;
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'there';
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return 'elsewhere';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'NotSupportedError' || name === 'ConstraintError' ? 'unfit' : 'failed';
}

/** Asks the device, and says in plain words what it answers instead of a passkey. */
export interface PasskeyAsking {
  /** Undefined where the device gave none; {@link PasskeyAsking.faults} then says why. */
  readonly ask: <T>(device: () => Promise<T>) => Promise<T | undefined>;
  readonly asking: boolean;
  /** Forgets what the device said, before it is asked anew. */
  readonly forget: () => void;
  /** What the device said, else what the server said. */
  readonly faults: readonly Fault[];
}

export function usePasskeyAsking(...errors: readonly (ApiError | undefined)[]): PasskeyAsking {
  const say = useSay();
  const said = useFaults();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<PasskeyTrouble>();
  return {
    ask: async (device) => {
      setAsking(true);
      try {
        return await device();
      } catch (error) {
        setTrouble(troubleOf(error));
        return undefined;
      } finally {
        setAsking(false);
      }
    },
    asking,
    forget: () => setTrouble(undefined),
    faults:
      trouble === undefined
        ? said(errors.find((error) => error !== undefined))
        : [{ text: say(PASSKEY_TROUBLES[trouble]) }],
  };
}
