import { defineConfig } from 'vitest/config';

/** The journeys: a real browser each, two journeys at a time, apart from the other tests. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/world/global-setup.ts', 'test/journeys/build-first.ts'],
    pool: 'forks',
    fileParallelism: true,
    maxWorkers: 2,
    // A page takes long only where a slow machine checks it for barriers as well.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    env: { TZ: 'America/Caracas', HUIYING_LANG: 'en' },
  },
});
