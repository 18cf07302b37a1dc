import type { Sentence } from '../../platform/http/route.contract.ts';
import type { FieldSpec } from './SpecForm.tsx';

/** A text that must be written, under its own label. */
export function needText(name: string, label: Sentence, need: Sentence, hint?: Sentence): FieldSpec {
  return { kind: 'area', name, label, need, ...(hint ? { hint } : {}) };
}

/** A last day, from today on. */
export function dueDay(name: string, label: Sentence, need: Sentence, today: string): FieldSpec {
  return { kind: 'day', name, label, need, min: today };
}

/** A day that has been, today where nothing else is said. */
export function pastDay(name: string, label: Sentence, need: Sentence, today: string): FieldSpec {
  return { kind: 'day', name, label, need, max: today, initial: today };
}
