import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../../actors/accounts/web/session.tsx';
import { today, useDates } from '../../ui/staff/dates.ts';
import { KeyLine } from '../../ui/staff/Keys.tsx';
import { useSay, useWords } from '../../ui/staff/words.tsx';
import { ROLE_DUTIES } from '../desk/duties.rules.ts';
import { FindBox } from './FindBox.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** What stays while pages change: the top bar, and the keys at the foot. */
export function Shell(): ReactNode {
  const w = useWords(SHELL_TEXTS);
  const say = useSay();
  const dates = useDates();
  const may = useMay();
  const session = useSession();
  const hasDesk = session.roles.some((role) => ROLE_DUTIES[role].length > 0);
  const sealed = session.roles.includes('sealed');
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <header className="top">
        <div className="brand">
          {w.product} <span title={say(session.body.name)}>{say(session.body.name)}</span>
        </div>
        <nav aria-label={w.nav}>
          {hasDesk && (
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {w.desk}
            </Link>
          )}
          {may('intake') && <Link to="/register">{w.register}</Link>}
          {hasDesk && <Link to="/matters">{w.matters}</Link>}
          {may('figures') && <Link to="/figures">{w.figures}</Link>}
          {may('yearly-reports') && <Link to="/yearly-reports">{w.yearlyReports}</Link>}
          {may('inspections') && <Link to="/inspections">{w.inspections}</Link>}
          {sealed && <Link to="/sealed">{w.sealed}</Link>}
          {may('audit') && <Link to="/audit">{w.audit}</Link>}
          {may('accounts') && <Link to="/accounts">{w.accounts}</Link>}
          {may('admin') && <Link to="/rules">{w.rules}</Link>}
          {may('admin') && <Link to="/calendar">{w.calendar}</Link>}
          {may('admin') && <Link to="/bodies">{w.bodies}</Link>}
        </nav>
        {hasDesk && <FindBox />}
        <div className="who">
          <span className="top-day">{dates.full(today())}</span>
          <PersonMenu />
        </div>
      </header>
      <Outlet />
      <KeyLine />
    </div>
  );
}
