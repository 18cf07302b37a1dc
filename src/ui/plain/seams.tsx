import { Fragment, type ReactElement } from 'react';

/**
 * Where a Chinese line may break: after a mark, and before the words that begin a new phrase. A heading broken anywhere
 * tears words apart, and no browser yet knows Chinese phrases.
 */
const BEFORE = /(?=正在|没有|最晚|已经|书面|还有|都要|走劳动|可能|可以|不同意|等您|由您|您来|到哪|再看)/;
const AFTER = /(?<=[，。：；！？、）」”])/;

export function splitPhrases(text: string): readonly string[] {
  return text
    .split(AFTER)
    .flatMap((part) => part.split(BEFORE))
    .filter((part) => part !== '');
}

/** Text of a heading that breaks at its phrases only; put it in an element of class `seams`. */
export function Seams({ children }: { children: string }): ReactElement {
  return (
    <>
      {splitPhrases(children).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed parts, drawn once
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
