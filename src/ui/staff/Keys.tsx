import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { KEYS_TEXTS } from './keys.texts.ts';
import { useBoundKeys, useKeys, useSingleKeys } from './keys.ts';
import { NoticeLine } from './notice.tsx';
import { useSay, useWords } from './words.tsx';

const FOOT_HOLDS = 9;

/** How a key is written on its cap. */
export function Cap({ of }: { readonly of: string }): ReactNode {
  return <kbd>{of.length === 1 ? of.toUpperCase() : of === 'Escape' ? 'Esc' : of}</kbd>;
}

/** The foot of the page: the keys that act here and now, and `?` for all of them. */
export function KeyLine(): ReactNode {
  const say = useSay();
  const w = useWords(KEYS_TEXTS);
  const keys = useBoundKeys();
  const single = useSingleKeys();
  const [open, setOpen] = useState(false);
  useKeys([{ key: '?', label: KEYS_TEXTS.all, run: () => setOpen(true), quiet: true }]);
  return (
    <footer className="keys">
      {single.on &&
        keys
          .filter((one) => one.quiet !== true)
          .slice(0, FOOT_HOLDS)
          .map((one) => (
            <span key={`${one.key}${one.label.zh}`}>
              <Cap of={one.key} /> {say(one.label)}
            </span>
          ))}
      <span className="grow" />
      <NoticeLine />
      <button type="button" className="bare" onClick={() => setOpen(true)}>
        <Cap of="?" /> {w.all}
      </button>
      {open && (
        <Dialog title={w.all} close={() => setOpen(false)}>
          <table className="keylist">
            <caption className="gone">{w.all}</caption>
            <tbody>
              {keys.map((one) => (
                <tr key={`${one.key}${one.label.zh}`}>
                  <th scope="row">
                    <Cap of={one.key} />
                  </th>
                  <td>{say(one.label)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox checked={single.on} onChange={(event) => single.turn(event.target.checked)}>
            {w.single}
          </Checkbox>
          <p className="hint">{w.singleWhy}</p>
        </Dialog>
      )}
    </footer>
  );
}
