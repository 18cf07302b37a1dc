import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Listening } from './postmaster.ts';

/** What a keeper leaves in the data folder for those who look for it; it holds no secret. */
export type KeeperNotice = {
  readonly pid: number;
  /** ISO instant, UTC. */
  readonly startedAt: string;
  /** The socket at which leases are held. */
  readonly leases: string;
  /** Where PostgreSQL listens; a later keeper uses the same place, so that an address once handed out stays good. */
  readonly listening?: Listening | undefined;
};

/** What a keeper says to each lease, one JSON object a line. */
export type KeeperLine =
  | { readonly say: string }
  | { readonly ready: { readonly url: string } }
  | { readonly failed: string };

/** The notice, or undefined where there is none that can be read as one. Throws where reading is forbidden. */
export function findNotice(file: string): KeeperNotice | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Puts the notice in place whole: a reader sees the old one or the new one. */
export function writeNotice(file: string, notice: KeeperNotice): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(notice)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
