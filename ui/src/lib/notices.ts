// How a problem that comes unasked is told, and where in Settings it can be mended.
import type { SettingsTab } from './app.svelte';
import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { ProfileView } from '../bindings/ProfileView';

/** What can wait until somebody looks: nothing of a call depends on it. */
const CALM: ReadonlySet<ProblemCode> = new Set([
  'preferences_set_aside', 'feed_rejected', 'feed_evicted', 'call_unreadable',
  'links_unsupported', 'links_failed', 'link_settings_missing', 'start_at_login_failed',
  'shortcut_unreadable', 'shortcut_modifier_missing', 'shortcut_reserved', 'shortcut_taken', 'shortcut_unsupported',
]);

const MENDED_IN: Partial<Record<ProblemCode, SettingsTab>> = {
  not_connected: 'connection', client_unknown: 'connection', secret_wrong: 'connection', secret_missing: 'connection',
  token_rejected: 'connection', address_not_allowed: 'connection', dialect_mismatch: 'connection', redirected: 'connection',
  keyring_missing: 'connection', keyring_locked: 'connection', keyring_timeout: 'connection', keyring_failed: 'connection',
  name_not_resolved: 'connection', certificate_untrusted: 'network', certificate_expired: 'network', unreachable: 'network',
  proxy_unreachable: 'network', proxy_sign_in: 'network', proxy_invalid: 'network', proxy_sign_in_invalid: 'network',
  ca_file_unreadable: 'network', ca_file_invalid: 'network', profile_missing: 'connection', agent_mismatch: 'connection',
  links_unsupported: 'desktop', links_failed: 'desktop', link_settings_missing: 'desktop', start_at_login_failed: 'desktop',
  shortcut_unreadable: 'desktop', shortcut_modifier_missing: 'desktop', shortcut_reserved: 'desktop',
  shortcut_taken: 'desktop', shortcut_unsupported: 'desktop',
};

/** What *Check connection* tells apart. */
const CHECKED: ReadonlySet<ProblemCode> = new Set([
  'client_unknown', 'token_rejected', 'address_not_allowed', 'permission_missing', 'scope_missing', 'user_needed',
  'name_not_resolved', 'unreachable', 'proxy_unreachable', 'proxy_sign_in', 'certificate_untrusted', 'certificate_expired', 'answer_timeout', 'connection_lost',
  'answer_unreadable', 'redirected', 'dialect_mismatch', 'agent_mismatch',
]);

/** Whether a look at the connection, step by step, says more about it. */
export function checkHelps({ code }: Problem): boolean {
  return CHECKED.has(code);
}

/** Whether it is said at once, or when there is a pause. */
export function roleOf({ code }: Problem): 'alert' | 'status' {
  return CALM.has(code) ? 'status' : 'alert';
}

/** Whether it helps to sign in to the connection it happened with: once more, or as a user at all. */
export function signInOf({ code }: Problem, { sandbox, sign_in, dialect }: ProfileView): 'again' | 'as_user' | null {
  if (code === 'signed_out') return 'again';
  return code === 'user_needed' && !sandbox && sign_in === 'client' && dialect === 'platform' ? 'as_user' : null;
}

/** The part of Settings that helps; none where Settings cannot. */
export function mendedIn({ code, details }: Problem): SettingsTab | null {
  // Whatever fails there has to do with the client and its secret.
  if (details.step === 'token' || details.step === 'keyring') return MENDED_IN[code] ?? 'connection';
  return MENDED_IN[code] ?? null;
}
