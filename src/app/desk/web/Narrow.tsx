import type { ReactNode } from 'react';
import { useCategories } from '../../../actors/rulebook/web/CategoryPicker.tsx';
import {
  CHANNEL_LABELS,
  CHANNELS,
  type Channel,
  PURPOSE_LABELS,
  PURPOSES,
  type Purpose,
} from '../../../domain/vocabulary.ts';
import { FilterSelect } from '../../../ui/staff/FilterSelect.tsx';
import { useMedia } from '../../../ui/staff/media.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { LIST_TEXTS } from './list.texts.ts';
import { usePlaces } from './names.ts';

/** What lists of cases are narrowed by. */
export interface Narrowing {
  readonly channel?: Channel;
  readonly division?: string;
  readonly category?: string;
  readonly purpose?: Purpose;
}
/** Undefined takes the narrowing away. */
export type NarrowingChange = { readonly [K in keyof Narrowing]?: Narrowing[K] | undefined };

/** Whether anything narrows the list. */
export function isNarrowed(value: Narrowing): boolean {
  return [value.channel, value.division, value.category, value.purpose].some((one) => one !== undefined);
}

/** Place, category, channel and purpose; each change goes into the address. */
export function Narrow({
  value,
  change,
}: {
  readonly value: Narrowing;
  readonly change: (change: NarrowingChange) => void;
}): ReactNode {
  const w = useWords(LIST_TEXTS);
  const say = useSay();
  return (
    <>
      <PlaceFilter value={value.division} change={(division) => change({ division })} />
      <CategoryFilter value={value.category} change={(category) => change({ category })} />
      <FilterSelect
        label={w.channel}
        value={value.channel}
        change={(channel) => change({ channel })}
        choices={CHANNELS.map((one) => ({ value: one, label: say(CHANNEL_LABELS[one]) }))}
      />
      <FilterSelect
        label={w.purpose}
        value={value.purpose}
        change={(purpose) => change({ purpose })}
        choices={PURPOSES.map((one) => ({ value: one, label: say(PURPOSE_LABELS[one]) }))}
      />
    </>
  );
}

interface CodeFilter {
  readonly value: string | undefined;
  readonly change: (code: string | undefined) => void;
}

/** The district; once it is chosen, the street within it. */
function PlaceFilter({ value, change }: CodeFilter): ReactNode {
  const w = useWords(LIST_TEXTS);
  const say = useSay();
  const tops = usePlaces(['']);
  const districts = usePlaces(tops.map((top) => top.code));
  const district = value?.slice(0, 6);
  const streets = usePlaces(district === undefined ? [] : [district]);
  const choices = [...tops, ...districts].map((place) => ({ value: place.code, label: say(place.name) }));
  const within = streets.filter((place) => place.parent === district && place.code.length > 6);
  return (
    <>
      <FilterSelect label={w.division} value={district} choices={choices} change={change} />
      {within.length > 0 && (
        <FilterSelect
          label={w.street}
          value={value === district ? undefined : value}
          choices={within.map((place) => ({ value: place.code, label: say(place.name) }))}
          change={(street) => change(street ?? district)}
        />
      )}
    </>
  );
}

/** First levels head the groups; the first line of each group is the whole of it. */
function CategoryFilter({ value, change }: CodeFilter): ReactNode {
  const w = useWords(LIST_TEXTS);
  const say = useSay();
  const categories = useCategories();
  const choices = categories
    .filter((one) => one.parent === undefined)
    .flatMap((first) => [
      { value: first.code, label: w.whole(say(first.name)), group: say(first.name) },
      ...categories
        .filter((one) => one.parent === first.code)
        .map((one) => ({ value: one.code, label: say(one.name), group: say(first.name) })),
    ]);
  return <FilterSelect label={w.category} value={value} choices={choices} change={change} />;
}

/** Filters in a row; on a narrow screen behind one word, open where something is set. */
export function Folded({
  label,
  set,
  children,
}: {
  readonly label: string;
  readonly set: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const slim = useMedia('(max-width: 760px)');
  if (!slim) return children;
  return (
    <details className="folded" open={set}>
      <summary>{label}</summary>
      <div className="filt">{children}</div>
    </details>
  );
}
