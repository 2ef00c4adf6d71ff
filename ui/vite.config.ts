import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// `--mode fake` puts the fake back end into the page, so that it runs in a plain browser.
// The page that ships does not carry it.
export default defineConfig(({ mode }) => {
  const fake = mode === 'fake' || mode === 'test';
  return {
    base: './',
    plugins: [svelte()],
    define: { __FAKE_BACKEND__: JSON.stringify(fake) },
    // The texts live beside ui/.
    server: { fs: { allow: ['..'] } },
    build: {
      // `light-dark()`, in which the colours are written, needs these.
      target: ['safari17.5', 'chrome123'],
      outDir: mode === 'fake' ? 'dist-fake' : 'dist',
      // The polyfill would be an inline script, which the CSP forbids.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    test: {
      environment: 'happy-dom',
      include: ['tests/**/*.test.ts'],
      // axe takes seconds for a page where the machine is busy.
      testTimeout: 20_000,
    },
    // Without this, vitest would take the server build of Svelte, which cannot mount.
    resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  };
});
