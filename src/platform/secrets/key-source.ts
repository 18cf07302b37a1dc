import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';
import { CIPHER_NAMES, type CipherName } from './cipher.ts';
import { AREAS, type Area, type Keyring, keyringOf, type Master, type Masters, partitionOf } from './keyring.ts';

/**
 * Where the keys of an area come from, the first that is there: a variable, a command whose output is read (a key safe,
 * an HSM's tool), a file in the data folder. A line a key, the first of version 1: 64 hexadecimal digits, before them
 * `sm4:` where they are for SM4; `-` where a key was taken away. In a variable a comma ends a line as well.
 */
const PLACES = {
  common: { variable: 'HUIYING_KEY', command: 'HUIYING_KEY_COMMAND', file: 'master.key' },
  sealed: { variable: 'HUIYING_SEALED_KEY', command: 'HUIYING_SEALED_KEY_COMMAND', file: 'sealed.key' },
} as const satisfies Record<Area, { variable: string; command: string; file: string }>;

export type KeySource = 'variable' | 'command' | 'file' | 'derived';

/** An installation's place of keys: its data folder and its variables. */
export interface KeyPlace {
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
}

export function keyFile({ dataDir }: KeyPlace, area: Area): string {
  return join(dataDir, 'keys', PLACES[area].file);
}

/** Of where an area's keys come; undefined where it has none. */
export function keySourceOf(place: KeyPlace, area: Area): KeySource | undefined {
  const { variable, command } = PLACES[area];
  if (isSet(place.env[variable])) return 'variable';
  if (isSet(place.env[command])) return 'command';
  if (existsSync(keyFile(place, area))) return 'file';
  /* Whoever gives the first key from outside and none for the partition keeps no file: one follows from the other. */
  const first = area === 'sealed' ? keySourceOf(place, 'common') : undefined;
  return first === 'variable' || first === 'command' ? 'derived' : undefined;
}

/**
 * The keyring of an installation that has its keys already; makes none. Where the one of the partition is missing, nothing
 * of it can be opened: `checkKeys` would say so.
 */
export function findKeyring(place: KeyPlace): Keyring | undefined {
  if (keySourceOf(place, 'common') === undefined) return undefined;
  return keyringOf({ masters: readMasters(place), again: () => readMasters(place) });
}

/**
 * The keyring of an installation; a missing key is made on the first start, in a file that its owner alone may read, save
 * where things `known` were sealed with one already. Losing a key loses what it sealed: docs/operating/keys.md.
 */
export function openKeyring(place: KeyPlace, known: readonly Area[] = []): Keyring {
  for (const area of AREAS) {
    if (keySourceOf(place, area) !== undefined) continue;
    if (known.includes(area)) throw missing(place, area);
    makeKeyFile(keyFile(place, area));
  }
  return keyringOf({ masters: readMasters(place), again: () => readMasters(place) });
}

/** The key is said to be missing, in words that name where it belongs. */
export function missing(place: KeyPlace, area: Area): OperatorError {
  const [path, { variable, command }] = [keyFile(place, area), PLACES[area]];
  return new OperatorError({
    zh: `缺少密钥：请把原来的密钥文件放回 ${path}，或用 ${variable}、${command} 给出。没有它，已经加密的内容打不开。`,
    en: `A key is missing: put the key file back at ${path}, or give it with ${variable} or ${command}. What it sealed cannot be opened without it.`,
  });
}

function readMasters(place: KeyPlace): Masters {
  const common = readArea(place, 'common');
  const source = keySourceOf(place, 'sealed');
  if (source !== 'derived' && source !== undefined) return { common, sealed: readArea(place, 'sealed') };
  const [first] = common;
  return { common, sealed: first ? [partitionOf(first)] : [] };
}

function readArea(place: KeyPlace, area: Area): readonly (Master | undefined)[] {
  const { variable, command } = PLACES[area];
  switch (keySourceOf(place, area)) {
    case 'variable':
      return parseKeys(place.env[variable] ?? '', variable);
    case 'command':
      return parseKeys(run(place.env[command] ?? '', command), command);
    default:
      return parseKeys(readFileSync(keyFile(place, area), 'utf8'), keyFile(place, area));
  }
}

/** @throws OperatorError where the command fails; its output is never shown. */
function run(line: string, name: string): string {
  try {
    return execFileSync('/bin/sh', ['-c', line], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch {
    throw new OperatorError({
      zh: `${name} 里的命令没有给出密钥（30秒内要成功结束）。`,
      en: `The command in ${name} gave no key (it must end well within 30 seconds).`,
    });
  }
}

/** Keys in their order. @throws OperatorError that names where they stand, never what. */
export function parseKeys(text: string, from: string): readonly (Master | undefined)[] {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) throw unreadable(from, 1);
  return lines.map((line, at) => {
    if (line === '-') return undefined;
    const [, cipher = 'aes', hex = ''] = /^(?:(\w+):)?([0-9a-f]{64})$/i.exec(line) ?? [];
    const named = CIPHER_NAMES.find((one) => one === cipher);
    if (named === undefined || hex === '') throw unreadable(from, at + 1);
    return { cipher: named, bytes: Buffer.from(hex, 'hex') };
  });
}

function unreadable(from: string, line: number): OperatorError {
  return new OperatorError({
    zh: `${from} 第${line}行不是密钥：要64个十六进制数字（32字节），用于SM4的前面加 sm4:，停用的写 -。`,
    en: `${from}, line ${line}, is no key: 64 hexadecimal digits (32 bytes), after sm4: where it is for SM4, or - for one taken away.`,
  });
}

/** Adds a key to the file of an area, which seals from now on. Returns its version. */
export function addKey(place: KeyPlace, area: Area, cipher: CipherName): number {
  const path = keyFile(place, area);
  const text = readFileSync(path, 'utf8').trimEnd();
  const version = parseKeys(text, path).length + 1;
  replaceFile(path, `${text}\n${newKey(cipher)}\n`);
  return version;
}

/** Takes a key out of the file of an area; its place stays, so that the others keep their numbers. */
export function removeKey(place: KeyPlace, area: Area, version: number): void {
  const path = keyFile(place, area);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  replaceFile(path, `${lines.map((line, at) => (at + 1 === version ? '-' : line)).join('\n')}\n`);
}

function newKey(cipher: CipherName): string {
  const hex = randomBytes(32).toString('hex');
  return cipher === 'aes' ? hex : `${cipher}:${hex}`;
}

function makeKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${newKey('aes')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    /* Another command made it in the same moment. */
    if (!existsSync(path)) throw cause;
  }
  chmodSync(path, 0o600);
}

/** The whole file or none of it is the new one, whenever the machine stops. */
function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, path);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
