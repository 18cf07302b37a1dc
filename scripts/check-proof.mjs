#!/usr/bin/env node
/**
 * Checks a proof file of Huiying by itself: it shares no code with the program and asks nobody. Node 18 or later.
 *
 *   node check-proof.mjs PROOF.json [--checkpoint FILE] [--key KEY]
 *
 * PROOF.json   from the page of a petition, or of a paper
 * FILE         a checkpoint kept from the public address; of the same size as the proof, else ask for a proof of that size
 * KEY          the public key of the log, as published; without it the key in the proof is taken, and only said so
 *
 * What holds when it says so: the fact with this content was in the log when the checkpoint was signed, as it stands.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function fail(why) {
  console.error(`DOES NOT HOLD: ${why}`);
  process.exit(1);
}

/** JSON with sorted keys and no white space, as facts and contents are hashed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** Root of the tree that the path leads to (RFC 9162 §2.1.3.2). */
function rootFrom(leaf, index, size, path) {
  if (index >= size) fail('the entry lies beyond the checkpoint');
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const other of path) {
    if (sn === 0) fail('the path is too long');
    if (fn % 2 === 1 || fn === sn) {
      hash = sha256(Buffer.of(1), other, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      hash = sha256(Buffer.of(1), hash, other);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  if (sn !== 0) fail('the path is too short');
  return hash;
}

/** Size and root of a signed note (C2SP tlog-checkpoint, signed-note, Ed25519). */
function readNote(note, verifierKey) {
  const [, name, id, encoded] =
    /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(verifierKey.trim()) ?? fail('the key is not one');
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== 33 || key[0] !== 1) fail('the key is not Ed25519');
  if (sha256(name, '\n', key).subarray(0, 4).toString('hex') !== id) fail('the key does not fit its name');
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  if (end < 0 || origin !== name) fail('the checkpoint is of another log');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signed = note
    .slice(end + 2)
    .split('\n')
    .map((line) => /^— (\S+) (\S+)$/.exec(line))
    .filter((match) => match?.[1] === name)
    .map((match) => Buffer.from(match[2], 'base64'))
    .some(
      (bytes) =>
        bytes.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(text), publicKey, bytes.subarray(4)),
    );
  if (!signed) fail('the signature of the checkpoint is not that of the log');
  return { size: Number(size), root: Buffer.from(root, 'base64') };
}

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? fail(`--${name} needs a value`));
}

const path = process.argv[2];
if (path === undefined || path.startsWith('--')) {
  console.error('node check-proof.mjs PROOF.json [--checkpoint FILE] [--key KEY]');
  process.exit(2);
}
const file = JSON.parse(readFileSync(path, 'utf8'));
if (file.format !== 'huiying-proof/1') fail('it is no proof file of a form this script knows');
const { fact, content, proof } = file;

const hash = sha256(canonical(fact));
if (hash.toString('hex') !== file.hash) fail('the fact is not the one that was recorded');

if (content !== undefined) {
  const held = sha256(Buffer.from(content.salt, 'hex'), canonical(content.value)).toString('hex');
  const named = canonical(fact.body).includes(canonical({ hash: held, id: content.id }));
  if (!named) fail('the text is not the one that was recorded');
}

const kept = option('checkpoint');
const given = option('key');
const checkpoint = readNote(
  kept === undefined ? proof.checkpoint : readFileSync(kept, 'utf8'),
  given ?? file.log.verifierKey,
);
if (checkpoint.size !== proof.size)
  fail(
    `the checkpoint is of ${checkpoint.size} entries, the proof of ${proof.size}: ask for the proof with size=${checkpoint.size}`,
  );
const steps = proof.path.map((step) => Buffer.from(step, 'base64'));
const root = rootFrom(sha256(Buffer.of(0), hash), proof.index, proof.size, steps);
if (!root.equals(checkpoint.root)) fail('the log that the checkpoint was signed over does not hold this fact');

console.log(
  `HOLDS: ${fact.kind} of ${fact.stream}, recorded ${fact.recordedAt}, entry ${proof.index} of ${proof.size}.`,
);
console.log(
  content === undefined ? 'No text was given with it.' : 'The text is word for word the one that was recorded.',
);
if (given === undefined) console.log('The key came with the proof: compare it with the one the body has published.');
if (kept === undefined) console.log('The checkpoint came with the proof: one that you kept yourself says more.');
