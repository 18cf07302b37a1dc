import type { ReactNode } from 'react';
import type { Qr } from '../../../platform/qr/qr.ts';
import type { Lang } from '../../../ui/plain/language.ts';
import type { Sent } from './drafts.ts';

/** What the receipt is drawn from. */
export interface ReceiptView {
  readonly lang: Lang;
  readonly token: string;
  readonly sent: Sent;
  /** When it arrived: day with weekday, and the time of day. */
  readonly arrived: { readonly day: string; readonly said: string; readonly time: string };
  readonly office: { readonly name: string; readonly short: string; readonly phone: string };
  /** Last days in words, each step using all its time. */
  readonly by: {
    readonly register: string;
    readonly forward: string;
    readonly notice: string;
    readonly answer: string;
  };
  readonly qr: Qr;
  /** The follow page as one would type it. */
  readonly address: string;
  readonly reception: string;
  readonly phone: string;
  /** Its record code and where it is checked. */
  readonly proof?: ReactNode;
  /** That it stands on a list of the writer's own, where it does. */
  readonly mine?: ReactNode;
}
