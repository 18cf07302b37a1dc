import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // Journeys drive a real browser, one after another: they have a run of their own.
    exclude: ['test/journeys/**', '**/node_modules/**'],
    globalSetup: ['test/world/global-setup.ts'],
    pool: 'forks',
    fileParallelism: true,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Nothing in a test may depend on where or in which language the machine stands.
    env: { TZ: 'America/Caracas', HUIYING_LANG: 'en' },
  },
});
