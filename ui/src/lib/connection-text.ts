import type { Colour } from '../bindings/Colour';
import type { ProfileView } from '../bindings/ProfileView';
import type { RegionView } from '../bindings/RegionView';
import type { SignIn } from '../bindings/SignIn';
import { t } from './text';

/** The colours, in the order in which they are offered. */
export const COLOURS: readonly Colour[] = ['plain', 'blue', 'teal', 'green', 'amber', 'red', 'purple'];

/** The ways to sign in, in the order in which they are offered. */
export const SIGN_INS: readonly SignIn[] = ['client', 'pkce', 'code'];

/** A connection in one line: its name and where it goes, each said once. */
export function connectionText(profile: ProfileView, regions: readonly RegionView[]): string {
  const { name, where } = connectionParts(profile, regions);
  return where === null ? name : t('header-connection', { name, region: where });
}

/** Its name, and where it goes where that says more. */
export function connectionParts({ name, region, hosts }: ProfileView, regions: readonly RegionView[]): { name: string; where: string | null } {
  if (hosts !== null) {
    const { host, hostname } = addressOf(hosts.api_url);
    // A connection that nobody named is named after its host.
    return name === host || name === hostname ? { name: host, where: null } : { name, where: host };
  }
  const where = regions.find(({ domain }) => domain === region)?.aws ?? region;
  return { name, where: where === name ? null : where };
}

/** A connection where nothing stands beside it: the sandbox has a word of its own. */
export function connectionName({ name, sandbox }: { name: string; sandbox: boolean }): string {
  return sandbox ? t('header-sandbox') : name;
}

/** Whether calls are those of a person who signs in, and of no other agent. */
export function isPersonal({ sign_in }: { sign_in: SignIn }): boolean {
  return sign_in !== 'client';
}

/** For whom a connection calls, in a few words. */
export function whoseCalls(profile: ProfileView): string {
  if (!isPersonal(profile)) return t('whose-any-agent');
  return profile.user === null ? t('whose-nobody') : t('whose-person', { person: profile.user.name });
}

/** The same as a whole sentence. */
export function whoseCallsLong(profile: ProfileView): string {
  if (!isPersonal(profile)) return t('whose-any-agent-long');
  return profile.user === null ? t('whose-nobody-long') : t('whose-person-long', { person: profile.user.name });
}

function addressOf(url: string): { host: string; hostname: string } {
  try {
    return new URL(url);
  } catch {
    return { host: url, hostname: url };
  }
}
