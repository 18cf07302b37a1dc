import type { ReactNode } from 'react';
import type { PetitionPageModel } from '../petition-page.contract.ts';

/** Files that came with something, each with its size. */
export function FileLinks({ files }: { readonly files: PetitionPageModel['files'] }): ReactNode {
  return (
    <ul className="pp-files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.href} target="_blank" rel="noreferrer">
            {file.name}
          </a>{' '}
          <span className="f s">{Math.max(1, Math.round(file.size / 1024))} KB</span>
        </li>
      ))}
    </ul>
  );
}
