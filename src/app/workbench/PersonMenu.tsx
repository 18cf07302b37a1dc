import { Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { PasswordForm } from '../../actors/accounts/web/NewPassword.tsx';
import { useSession, useSignOut } from '../../actors/accounts/web/session.tsx';
import { ROLE_LABELS } from '../../domain/vocabulary.ts';
import { holdCsrf } from '../../ui/staff/api.ts';
import { Dialog } from '../../ui/staff/Dialog.tsx';
import { notice } from '../../ui/staff/notice.tsx';
import { useLanguage, useSay, useWords } from '../../ui/staff/words.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** Who is at work and in which posts; changing the password, the language, and leaving. */
export function PersonMenu(): ReactNode {
  const w = useWords(SHELL_TEXTS);
  const say = useSay();
  const session = useSession();
  const signOut = useSignOut();
  const { language, setLanguage } = useLanguage();
  const [changing, setChanging] = useState(false);
  const posts = session.roles.map((role) => say(ROLE_LABELS[role])).join(w.comma);
  return (
    <>
      <Dropdown
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
            { key: 'password', label: w.password, onClick: () => setChanging(true) },
            { key: 'out', label: w.out, onClick: () => void signOut().catch(() => notice(w.outFailed)) },
          ],
        }}
      >
        <button type="button" className="bare person" aria-haspopup="menu">
          {session.account.name}
          <span className="posts"> · {posts}</span>
        </button>
      </Dropdown>
      {changing && (
        <Dialog title={w.password} close={() => setChanging(false)}>
          <PasswordForm
            changed={(next) => {
              holdCsrf(next.csrf);
              setChanging(false);
              notice(w.passwordChanged);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
