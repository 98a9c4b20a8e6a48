import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/browser/setup.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // A page under test shares two cores with ingestions: one second, the default, is not always enough.
    expect: { poll: { timeout: 15_000 } },
    // Two cores: browser and ingestion tests starve each other beyond two workers.
    maxWorkers: 2,
    // Only what fails is told, then the summary.
    reporters: ['minimal'],
  },
});
