import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Ink draws static text only, and no colours, when it believes that it runs in CI.
		env: { CI: '', FORCE_COLOR: '3', TZ: 'UTC' },
		testTimeout: 30_000,
	},
});
