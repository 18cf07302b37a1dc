import { Button, Checkbox, Popover, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { sayTime } from '../../../ui/staff/dates.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { COLUMNS, type Column, FIXED_COLUMNS } from './columns.rules.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import type { DeskSearch } from './desk-search.ts';
import { LIST_TEXTS } from './list.texts.ts';
import { Folded, isNarrowed, Narrow, type NarrowingChange } from './Narrow.tsx';

/** What stands above a working list: its name and count, whose it is, what narrows it, and what can be done with it. */
export function DeskHead(props: {
  readonly title: string;
  readonly count: string;
  readonly search: DeskSearch;
  readonly narrow: (change: NarrowingChange & { readonly mine?: true | undefined }) => void;
  readonly changes: number;
  readonly update: () => void;
  readonly updatedAt: number;
  readonly columns: readonly Column[];
  readonly toggle: (column: Column) => void;
  readonly save: () => void;
}): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const l = useWords(LIST_TEXTS);
  const { search, narrow } = props;
  return (
    <header className="desk-head">
      <div className="head">
        <h1>
          {props.title} {props.count !== '' && <span className="f count">{w.items(props.count)}</span>}
        </h1>
        <Segmented<'all' | 'mine'>
          size="small"
          aria-label={w.whose}
          value={search.mine ? 'mine' : 'all'}
          onChange={(value) => narrow({ mine: value === 'mine' ? true : undefined })}
          options={[
            { value: 'all', label: w.ofBody },
            { value: 'mine', label: w.ofMine },
          ]}
        />
        <span className="grow" />
        {props.changes > 0 && (
          <Button size="small" onClick={props.update}>
            {w.changed(props.changes)}
          </Button>
        )}
      </div>
      <div className="filt">
        <Folded label={l.narrow} set={isNarrowed(search)}>
          <Narrow value={search} change={narrow} />
        </Folded>
        <span className="grow" />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <fieldset className="choose">
              <legend>{l.columns}</legend>
              {COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  checked={props.columns.includes(column)}
                  disabled={FIXED_COLUMNS.includes(column)}
                  onChange={() => props.toggle(column)}
                >
                  {l[column]}
                </Checkbox>
              ))}
            </fieldset>
          }
        >
          <button type="button" className="bare link s q wide-only">
            {l.columns} {props.columns.length}/{COLUMNS.length}
          </button>
        </Popover>
        <button type="button" className="bare link s q" onClick={props.save}>
          {l.export}
        </button>
        {props.updatedAt > 0 && (
          <span className="s f nw wide-only">{w.updated(sayTime(new Date(props.updatedAt).toISOString()))}</span>
        )}
      </div>
    </header>
  );
}
