import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { SessionGate } from '../../actors/accounts/web/session.tsx';
import { ApiError } from '../../ui/staff/api.ts';
import { useMedia } from '../../ui/staff/media.ts';
import { themeFor } from '../../ui/staff/theme.ts';
import { LanguageProvider, useLanguage } from '../../ui/staff/words.tsx';
import { router } from './router.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only where the way or the server was busy; a refusal stays a refusal.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && [0, 502, 503, 504].includes(error.status),
    },
  },
});

/** Filled in by the server for each page; without it the browser refuses the style elements that antd writes. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** The whole of the workbench, from the language down to the page. */
export function Workbench(): ReactNode {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Dressed />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Dressed(): ReactNode {
  const { language } = useLanguage();
  const dark = useMedia('(prefers-color-scheme: dark)');
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={themeFor(dark)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </ConfigProvider>
  );
}
