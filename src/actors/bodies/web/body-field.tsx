import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { FieldSpec } from '../../../ui/staff/SpecForm.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { BodyPicker } from './BodyPicker.tsx';
import { useBodies } from './bodies.ts';
import { BODY_PICKER_TEXTS } from './body-picker.texts.ts';

interface Choice {
  /** Bodies that may not be chosen, each with why. */
  readonly closed?: Readonly<Record<string, Sentence>>;
  /** Bodies complained of: neither they nor what stands under them may be chosen (条例 30¶3). */
  readonly accused?: readonly string[];
  /** Offered first, each with why. */
  readonly suggested?: readonly { readonly id: string; readonly reasons: readonly Sentence[] }[];
}

/** A field of a small form in which one body is chosen. */
export function bodyField(name: string, label: Sentence, need?: Sentence, choice: Choice = {}): FieldSpec {
  return {
    kind: 'own',
    name,
    label,
    bare: true,
    ...(need ? { need } : {}),
    draw: (tied, value, set, fault) => (
      <Picked id={tied.id} label={label} value={value} set={set} fault={fault} choice={choice} />
    ),
  };
}

function Picked({
  id,
  label,
  value,
  set,
  fault,
  choice,
}: {
  readonly id: string;
  readonly label: Sentence;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly fault: string | undefined;
  readonly choice: Choice;
}) {
  const say = useSay();
  const w = useWords(BODY_PICKER_TEXTS);
  const bodies = useBodies();
  const parents = new Map(bodies.map((body) => [body.id, body.parent]));
  const { accused = [], closed = {}, suggested = [] } = choice;

  function whyNot(body: string): string | undefined {
    const own = Object.hasOwn(closed, body) ? closed[body] : undefined;
    if (own) return say(own);
    return accused.some((one) => standsUnder(parents, body, one)) ? w.accused : undefined;
  }

  return (
    <BodyPicker
      id={id}
      label={say(label)}
      value={typeof value === 'string' ? value : undefined}
      onChange={set}
      fault={fault}
      suggested={suggested}
      closed={whyNot}
    />
  );
}

function standsUnder(parents: ReadonlyMap<string, string | undefined>, id: string, above: string): boolean {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 12; steps++) {
    if (at === above) return true;
    at = parents.get(at);
  }
  return false;
}
