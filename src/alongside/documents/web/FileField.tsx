import type { ReactNode } from 'react';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import './file-field.css';
import { FILE_FIELD_TEXTS } from './file-field.texts.ts';
import type { Uploads } from './uploads.ts';

/** Files to go with what is being written: chosen, sent at once, listed, and taken away again. */
export function FileField({
  id,
  label,
  hint,
  uploads,
  several = true,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly uploads: Uploads;
  readonly several?: boolean;
}): ReactNode {
  const w = useWords(FILE_FIELD_TEXTS);
  const say = useSay();
  return (
    <Field
      id={id}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(uploads.refused.length === 0
        ? {}
        : { fault: uploads.refused.map((one) => `${one.name}：${say(one.said)}`).join('；') })}
    >
      {(tied) => (
        <span className="files">
          <span className="files-choose">
            <input
              {...tied}
              type="file"
              multiple={several}
              disabled={uploads.pending}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                event.target.value = '';
                if (chosen.length > 0) void uploads.add(chosen);
              }}
            />
            <span aria-hidden="true">{w.choose}</span>
          </span>
          {uploads.pending && <span role="status">{w.sending}</span>}
          {uploads.kept.length > 0 && (
            <ul>
              {uploads.kept.map((file) => (
                <li key={file.id}>
                  <span className="cut">{file.name}</span>
                  <span className="f">{w.size(Math.max(1, Math.round(file.size / 1024)))}</span>
                  <button
                    type="button"
                    className="bare link"
                    aria-label={w.remove(file.name)}
                    onClick={() => uploads.remove(file.id)}
                  >
                    {w.drop}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </span>
      )}
    </Field>
  );
}
