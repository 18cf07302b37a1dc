import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { FieldSpec } from '../../../ui/staff/SpecForm.tsx';
import { useSay } from '../../../ui/staff/words.tsx';
import { BodyPicker } from './BodyPicker.tsx';

interface Closed {
  /** Why a body cannot be chosen; undefined where it can. */
  readonly closed?: (id: string) => string | undefined;
}

/** A field of a small form in which one body is chosen. */
export function bodyField(name: string, label: Sentence, need?: Sentence, more: Closed = {}): FieldSpec {
  return {
    kind: 'own',
    name,
    label,
    ...(need ? { need } : {}),
    draw: (tied, value, set, fault) => (
      <Picked id={tied.id} label={label} value={value} set={set} fault={fault} {...more} />
    ),
  };
}

function Picked({
  id,
  label,
  value,
  set,
  fault,
  closed,
}: Closed & {
  readonly id: string;
  readonly label: Sentence;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly fault: string | undefined;
}) {
  const say = useSay();
  return (
    <BodyPicker
      id={id}
      label={say(label)}
      value={typeof value === 'string' ? value : undefined}
      onChange={set}
      fault={fault}
      {...(closed ? { closed } : {})}
    />
  );
}
