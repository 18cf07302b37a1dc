import { Select, TreeSelect } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  CHANNEL_LABELS,
  CHANNELS,
  type Channel,
  PURPOSE_LABELS,
  PURPOSES,
  type Purpose,
} from '../../../domain/vocabulary.ts';
import { useMedia } from '../../../ui/staff/media.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { LIST_TEXTS } from './list.texts.ts';
import { type Category, type Place, parentsOf, useCategories, usePlaces } from './names.ts';

/** What lists of cases are narrowed by. */
export interface Narrowing {
  readonly channel?: Channel;
  readonly division?: string;
  readonly category?: string;
  readonly purpose?: Purpose;
}
/** Undefined takes the narrowing away. */
export type NarrowingChange = { readonly [K in keyof Narrowing]?: Narrowing[K] | undefined };

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
  const shape = { size: 'small', allowClear: true, popupMatchSelectWidth: false } as const;
  return (
    <>
      <PlaceSelect value={value.division} change={(division) => change({ division })} />
      <TreeSelect<string | null>
        {...shape}
        className="narrow"
        aria-label={w.category}
        placeholder={w.category}
        value={value.category ?? null}
        onChange={(category) => change({ category: category ?? undefined })}
        treeData={categoryTree(useCategories(), say)}
        showSearch={{ treeNodeFilterProp: 'title' }}
        notFoundContent={w.none}
      />
      <Select<Channel>
        {...shape}
        className="narrow"
        aria-label={w.channel}
        placeholder={w.channel}
        value={value.channel ?? null}
        onChange={(channel) => change({ channel: channel ?? undefined })}
        options={CHANNELS.map((one) => ({ value: one, label: say(CHANNEL_LABELS[one]) }))}
      />
      <Select<Purpose>
        {...shape}
        className="narrow"
        aria-label={w.purpose}
        placeholder={w.purpose}
        value={value.purpose ?? null}
        onChange={(purpose) => change({ purpose: purpose ?? undefined })}
        options={PURPOSES.map((one) => ({ value: one, label: say(PURPOSE_LABELS[one]) }))}
      />
    </>
  );
}

/** Whether anything narrows the list. */
export function isNarrowed(value: Narrowing): boolean {
  return [value.channel, value.division, value.category, value.purpose].some((one) => one !== undefined);
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

type Say = ReturnType<typeof useSay>;
interface Node {
  readonly value: string;
  readonly title: string;
  readonly isLeaf?: boolean;
  readonly children?: Node[];
}

/** The tree of places, fetched level by level as it is opened. */
function PlaceSelect({
  value,
  change,
}: {
  readonly value: string | undefined;
  readonly change: (code: string | undefined) => void;
}): ReactNode {
  const w = useWords(LIST_TEXTS);
  const say = useSay();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const places = usePlaces(['', ...opened, ...(value === undefined ? [] : parentsOf(value))]);
  return (
    <TreeSelect<string | null>
      size="small"
      allowClear
      popupMatchSelectWidth={false}
      className="narrow"
      aria-label={w.division}
      placeholder={w.division}
      value={value ?? null}
      onChange={(code) => change(code ?? undefined)}
      treeData={placeTree(places, say)}
      loadData={async (node) => setOpened((before) => [...before, String(node.value)])}
      notFoundContent={w.none}
    />
  );
}

function placeTree(places: readonly Place[], say: Say): Node[] {
  const known = new Set(places.map((place) => place.code));
  const children = (code: string): Node[] => places.filter((place) => place.parent === code).map(node);
  const node = (place: Place): Node => {
    const within = children(place.code);
    return {
      value: place.code,
      title: say(place.name),
      isLeaf: !place.children,
      ...(within.length > 0 ? { children: within } : {}),
    };
  };
  return places.filter((place) => place.parent === undefined || !known.has(place.parent)).map(node);
}

function categoryTree(categories: readonly Category[], say: Say): Node[] {
  const node = (one: Category): Node => ({
    value: one.code,
    title: say(one.name),
    children: categories.filter((child) => child.parent === one.code).map(node),
  });
  return categories.filter((one) => one.parent === undefined).map(node);
}
