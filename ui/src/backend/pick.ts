import type { Backend } from './backend';

/** The shell where there is one; in a build for a plain browser, the fake. */
export async function pickBackend(): Promise<Backend> {
  if (__FAKE_BACKEND__) {
    const { fakeFromAddress } = await import('./fake/fake');
    return fakeFromAddress(window.location.search);
  }
  const { tauriBackend } = await import('./tauri');
  return tauriBackend;
}
