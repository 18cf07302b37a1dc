import {
  folder,
  optionalDatabaseUrl,
  optionalOrigin,
  optionalScanner,
  port,
  readSettings,
  requiredText,
  type Setting,
  type SettingsOf,
  type Sources,
} from './settings.ts';

/**
 * What every process of the product may be told. A part of the product with settings of its own declares them in the
 * same way beside its code and reads them with `readSettings`.
 */
export const processSettings = {
  /** An outside PostgreSQL; without it, the embedded one in the data folder is used. */
  databaseUrl: { env: 'DATABASE_URL', option: 'database-url', read: optionalDatabaseUrl },
  /** Everything the product stores on this machine. */
  dataDir: { env: 'HUIYING_DATA_DIR', option: 'data-dir', fallback: './var', read: folder },
  /** The address to listen on: this machine only, until the operator says otherwise. */
  host: { env: 'HUIYING_HOST', option: 'host', fallback: '127.0.0.1', read: requiredText },
  port: { env: 'HUIYING_PORT', option: 'port', fallback: '8080', read: port },
  /** How citizens and staff reach the product, where that differs from host and port (a proxy in front). */
  publicUrl: { env: 'HUIYING_PUBLIC_URL', option: 'public-url', read: optionalOrigin },
  /** clamd, which looks into uploaded files: its socket, or host and port. */
  scanner: { env: 'HUIYING_CLAMD', read: optionalScanner },
} satisfies Record<string, Setting<unknown>>;

export type ProcessSettings = SettingsOf<typeof processSettings>;

/**
 * Reads the settings of this process from command-line options (which win) and environment.
 * @throws OperatorError naming every setting at fault.
 */
export function readProcessSettings(sources: Sources): ProcessSettings {
  return readSettings(processSettings, sources);
}
