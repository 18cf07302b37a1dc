import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { findListed } from './figures-data.ts';
import { readFigureListSearch } from './figures-search.ts';

/** A number that opens into the cases behind it. */
export function ListLink({
  list,
  label,
  children,
}: {
  /** As the answer carries it beside each number. */
  readonly list: { readonly query: Readonly<Record<string, string>> };
  /** What the number is, for those who hear it alone. */
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  const indicator = findListed(list.query.indicator);
  if (indicator === undefined) return children;
  return (
    <Link
      to="/figures/$indicator"
      params={{ indicator }}
      search={readFigureListSearch(list.query)}
      aria-label={label}
      preload={false}
    >
      {children}
    </Link>
  );
}
