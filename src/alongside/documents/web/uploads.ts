import { useState } from 'react';
import type { Received, Sentence } from '../../../platform/http/route.contract.ts';
import { ApiError, call } from '../../../ui/staff/api.ts';
import { uploadFiles } from '../files.contract.ts';

export type Kept = Received<typeof uploadFiles>['files'][number];

export interface Uploads {
  readonly kept: readonly Kept[];
  readonly pending: boolean;
  /** Files that were not taken, each with what to do. */
  readonly refused: readonly { readonly name: string; readonly said: Sentence }[];
  readonly add: (files: readonly File[]) => Promise<readonly Kept[]>;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** Files sent ahead of the act that names them; each by itself, so that one bad file does not take the others along. */
export function useUploads(): Uploads {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [refused, setRefused] = useState<Uploads['refused']>([]);
  const [pending, setPending] = useState(false);

  async function add(files: readonly File[]): Promise<readonly Kept[]> {
    setPending(true);
    setRefused([]);
    const taken: Kept[] = [];
    const turned: { name: string; said: Sentence }[] = [];
    for (const file of files) {
      const form = new FormData();
      form.append('file', file);
      try {
        const answer = await call(uploadFiles, { form });
        taken.push(...answer.files);
        turned.push(...answer.refused);
      } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        turned.push({ name: file.name, said: cause.error.said });
      }
    }
    setKept((before) => [...before, ...taken]);
    setRefused(turned);
    setPending(false);
    return taken;
  }

  return {
    kept,
    pending,
    refused,
    add,
    remove: (id) => setKept((before) => before.filter((one) => one.id !== id)),
    clear: () => {
      setKept([]);
      setRefused([]);
    },
  };
}
