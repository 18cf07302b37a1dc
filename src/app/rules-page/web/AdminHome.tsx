import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { RunList } from './RunList.tsx';
import './rules.css';
import { ADMIN_TEXTS } from './rules-page.texts.ts';

/** Where the administrator arrives: what waits for a decision, and the pages of the post. */
export function AdminHome(): ReactNode {
  const w = useWords(ADMIN_TEXTS);
  return (
    <Page title={w.admin} className="adm">
      <header className="adm-head">
        <h1>{w.admin}</h1>
        <p className="s q">{w.why}</p>
      </header>
      <RunList />
      <ul>
        <li>
          <Link to="/accounts">{w.toAccounts}</Link>
        </li>
        <li>
          <Link to="/rules">{w.toRules}</Link>
        </li>
        <li>
          <Link to="/calendar">{w.toCalendar}</Link>
        </li>
        <li>
          <Link to="/bodies">{w.toBodies}</Link>
        </li>
      </ul>
    </Page>
  );
}
