import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { Sentence } from '../../platform/http/route.contract.ts';

/** One key and what it does. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` names it, letters small: `j`, `Enter`, `/`, `?`, `[`. */
  readonly key: string;
  readonly label: Sentence;
  readonly run: () => void;
  /** Not offered at the foot of the page, only in the list of all keys. */
  readonly quiet?: boolean;
}

const KEPT_AS = 'huiying.single-keys';
const bound = new Map<string, readonly KeyBinding[]>();
const watchers = new Set<() => void>();
let shown: readonly KeyBinding[] = [];
let enabled = readEnabled();
let listening = false;

/**
 * Binds keys while the component is on the page; the latest bound wins where two want the same key. Keys do nothing
 * while something is being typed, or under a dialog, or together with Ctrl, Alt or the command key.
 */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const id = useId();
  const latest = useRef(bindings);
  latest.current = bindings;
  const signature = bindings.map((one) => `${one.key} ${one.label.zh} ${one.quiet === true}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the bindings; `run` is read late
  useEffect(() => {
    listen();
    const stable = latest.current.map((one, at) => ({ ...one, run: () => latest.current[at]?.run() }));
    bound.set(id, stable);
    tell();
    return () => {
      bound.delete(id);
      tell();
    };
  }, [id, signature]);
}

/** Every key bound now, in the order of the page. */
export function useBoundKeys(): readonly KeyBinding[] {
  return useSyncExternalStore(watch, () => shown);
}

/** Whether single keys act at all: people who steer by voice need to switch them off (WCAG 2.1.4). */
export function useSingleKeys(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const on = useSyncExternalStore(watch, () => enabled);
  return { on, turn };
}

function turn(on: boolean): void {
  enabled = on;
  try {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing forgets the choice.
  }
  tell();
}

function readEnabled(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(): void {
  shown = [...bound.values()].flat();
  for (const watcher of watchers) watcher();
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', (event) => {
    if (!enabled || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
      return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    // Enter on a link or a button already means something.
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, summary'))
      return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const binding = shown.findLast((one) => one.key === key);
    if (binding === undefined) return;
    event.preventDefault();
    binding.run();
  });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null
  );
}
