import type { ProfileView } from '../bindings/ProfileView';
import type { RegionView } from '../bindings/RegionView';
import { t } from './text';

/** A connection in one line: its name and where it goes, each said once. */
export function connectionText(profile: ProfileView, regions: readonly RegionView[]): string {
  const { name, region, hosts } = profile;
  if (hosts !== null) {
    const { host, hostname } = addressOf(hosts.api_url);
    // A connection that nobody named is named after its host.
    return name === host || name === hostname ? host : t('header-connection', { name, region: host });
  }
  const where = regions.find(({ domain }) => domain === region)?.aws ?? region;
  return where === null || where === name ? name : t('header-connection', { name, region: where });
}

function addressOf(url: string): { host: string; hostname: string } {
  try {
    return new URL(url);
  } catch {
    return { host: url, hostname: url };
  }
}
