import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/long-first.ts';

const shared = {
  resolve: { dedupe: ['react', '@hubspot/ui-extensions'] },
};

export default defineConfig({
  ...shared,
  test: {
    // The default leaves a core idle, which of two is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'suite',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          globalSetup: ['test/support/run-folder.ts'],
          setupFiles: ['test/support/worker-globals.ts'],
          // A worker of its own for each file would load the same modules two hundred times.
          isolate: false,
          // Long enough for a busy machine: what hangs is told from what is slow, and nothing more.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/run-folder.ts'],
          // Two browsers and their portals on two cores are slow, and whoever waits is told so by the page, not by a clock:
          // only what is stuck for good may fail here.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 120_000 } },
        },
      },
    ],
  },
});
