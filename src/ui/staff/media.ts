import { useSyncExternalStore } from 'react';

/** Whether the window answers to a media query now, e.g. `(min-width: 1280px)`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}
