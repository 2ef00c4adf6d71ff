// Whether the connection can be used at all. It only tells: Call is never held back by it, because
// a system can be wrong about its own network.
import { createSubscriber } from 'svelte/reactivity';

import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { ProfileView } from '../bindings/ProfileView';

const NO_NETWORK: ReadonlySet<ProblemCode> = new Set(['name_not_resolved', 'unreachable']);

const watchNetwork = createSubscriber((update) => {
  window.addEventListener('online', update);
  window.addEventListener('offline', update);
  return () => {
    window.removeEventListener('online', update);
    window.removeEventListener('offline', update);
  };
});

/** The secret was removed, or the keyring has lost it. */
export function isSignedOut(profile: ProfileView): boolean {
  return profile.secret === 'missing';
}

/** Whether the network reaches as far as this connection needs it. */
export function isReachable(profile: ProfileView, feedReason: Problem | null): boolean {
  watchNetwork();
  if (onThisComputer(profile)) return true;
  return navigator.onLine && !(feedReason !== null && NO_NETWORK.has(feedReason.code));
}

/** The sandbox, or a gateway that runs beside Ringfor. */
function onThisComputer({ sandbox, hosts }: ProfileView): boolean {
  return sandbox || (hosts !== null && /^https?:\/\/(127\.|localhost|\[::1\])/.test(hosts.api_url));
}
