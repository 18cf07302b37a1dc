import { Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { PasswordForm } from '../../actors/accounts/web/NewPassword.tsx';
import { OwnSessions } from '../../actors/accounts/web/OwnSessions.tsx';
import { SecondFactor } from '../../actors/accounts/web/SecondFactor.tsx';
import { Substitutes } from '../../actors/accounts/web/Substitutes.tsx';
import { useKeepSession, useSession, useSignOut } from '../../actors/accounts/web/session.tsx';
import { SIGN_IN_TEXTS } from '../../actors/accounts/web/sign-in.texts.ts';
import { SUBSTITUTE_TEXTS } from '../../actors/accounts/web/substitutes.texts.ts';
import { ROLE_LABELS } from '../../domain/vocabulary.ts';
import { HandOver } from '../../petition/4-handling/web/HandOver.tsx';
import { HANDOVER_TEXTS } from '../../petition/4-handling/web/handover.texts.ts';
import { Dialog } from '../../ui/staff/Dialog.tsx';
import { notice } from '../../ui/staff/notice.tsx';
import { useLanguage, useSay, useWords } from '../../ui/staff/words.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** Who is at work and in which posts; password, second factor, substitutes, handing over and sessions, the language, and leaving. */
export function PersonMenu(): ReactNode {
  const w = useWords(SHELL_TEXTS);
  const say = useSay();
  const session = useSession();
  const signOut = useSignOut();
  const { language, setLanguage } = useLanguage();
  const [open, setOpen] = useState<'password' | 'factor' | 'substitutes' | 'handover' | 'sessions'>();
  const keepSession = useKeepSession();
  const s = useWords(SIGN_IN_TEXTS);
  const u = useWords(SUBSTITUTE_TEXTS);
  const h = useWords(HANDOVER_TEXTS);
  const close = (): void => setOpen(undefined);
  const posts = session.roles.map((role) => say(ROLE_LABELS[role])).join(w.comma);
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        getPopupContainer={(button) => button.parentElement ?? document.body}
        menu={{
          items: [
            { key: 'who', type: 'group', label: `${say(session.account.title)} · ${posts}` },
            {
              key: 'language',
              label: w.otherLanguage,
              onClick: () => setLanguage(language === 'zh-CN' ? 'en' : 'zh-CN'),
            },
            { key: 'password', label: w.password, onClick: () => setOpen('password') },
            { key: 'factor', label: s.secondFactor, onClick: () => setOpen('factor') },
            { key: 'substitutes', label: u.title, onClick: () => setOpen('substitutes') },
            ...(session.roles.includes('head')
              ? [{ key: 'handover', label: h.title, onClick: () => setOpen('handover') }]
              : []),
            { key: 'sessions', label: s.sessions, onClick: () => setOpen('sessions') },
            { key: 'out', label: w.out, onClick: () => void signOut().catch(() => notice(w.outFailed)) },
          ],
        }}
      >
        <button type="button" className="bare person" aria-haspopup="menu">
          {session.account.name}
          <span className="posts"> · {posts}</span>
        </button>
      </Dropdown>
      {open === 'password' && (
        <Dialog title={w.password} close={close}>
          <PasswordForm
            changed={(next) => {
              keepSession(next);
              close();
              notice(w.passwordChanged);
            }}
          />
        </Dialog>
      )}
      {open === 'factor' && (
        <Dialog title={s.secondFactor} close={close}>
          <SecondFactor
            session={session}
            changed={(next, done) => {
              keepSession(next);
              close();
              notice(done);
            }}
          />
        </Dialog>
      )}
      {open === 'substitutes' && (
        <Dialog title={u.title} close={close}>
          <Substitutes />
        </Dialog>
      )}
      {open === 'handover' && (
        <Dialog title={h.title} close={close}>
          <HandOver />
        </Dialog>
      )}
      {open === 'sessions' && (
        <Dialog title={s.sessions} close={close}>
          <OwnSessions />
        </Dialog>
      )}
    </>
  );
}
