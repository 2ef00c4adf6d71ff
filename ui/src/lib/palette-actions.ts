import type { App, SettingsTab } from './app.svelte';
import { connectionName, whoseCalls } from './connection-text';
import { MOST_KEYS } from './connections.svelte';
import { commandText } from './keys-text';
import { LANGUAGE_NAMES, LANGUAGES } from './languages';
import type { PaletteItem } from './palette.svelte';
import { t } from './text';

const TABS: SettingsTab[] = ['connection', 'network', 'calling', 'desktop', 'appearance', 'about'];
const APPEARANCES = ['system', 'light', 'dark'] as const;

/** What the palette can do whatever is typed into it. The first ones are shown before anything is. */
export function actions(app: App): { usual: PaletteItem[]; rest: PaletteItem[] } {
  const action = (id: string, icon: PaletteItem['icon'], label: string, run: () => void, more: Partial<PaletteItem> = {}): PaletteItem => ({
    id, icon, label, run, group: 'actions', ...more,
  });
  const usual = [
    action('call', 'phone', t('palette-call'), () => (app.dial.wanted = 'number')),
    action('agent', 'person', t('palette-agent'), () => (app.dial.wanted = 'agents')),
    action('search', 'search', t('palette-search'), () => app.searchHistory(null)),
    action('contacts', 'people', t('palette-contacts'), () => app.showContacts()),
    action('contact-new', 'plus', t('contact-add'), () => app.keepNumber('')),
    action('settings', 'gear', t('settings-title'), () => app.openSettings('connection')),
    action('keys', 'info', t('keys-title'), () => (app.keysOpen = true), { keys: '?' }),
  ];
  // The keys go by the place in the list, the one in use included.
  const others = app.connections.all.map((profile, index) =>
    action(`connection-${profile.id}`, profile.sandbox ? 'flask' : 'cloud', t('palette-connection', { name: connectionName(profile) }), () => void app.useConnection(profile.id), {
      note: whoseCalls(profile), keys: index < MOST_KEYS ? commandText(String(index + 1)) : undefined,
    }));
  usual.push(...others.filter((_, index) => app.connections.all[index]?.id !== app.profile?.id));
  const { preferences } = app;
  const rest = [
    action('check-connection', 'cloud', t('settings-check'), () => app.checkConnection()),
    ...TABS.map((tab) => action(`settings-${tab}`, 'gear', t('palette-settings', { tab: t(`settings-tab-${tab}`) }), () => app.openSettings(tab))),
    ...APPEARANCES.map((appearance) =>
      action(`appearance-${appearance}`, 'moon', t('palette-appearance', { choice: t(`settings-appearance-${appearance}`) }), () => void preferences.change({ appearance }))),
    action('language-system', 'info', t('palette-language', { language: t('settings-language-system') }), () => void preferences.change({ language: null })),
    ...LANGUAGES.map((language) =>
      action(`language-${language}`, 'info', t('palette-language', { language: LANGUAGE_NAMES[language] }), () => void preferences.change({ language }))),
    action('zoom-in', 'plus', t('palette-larger'), () => void preferences.zoomBy(1), { keys: commandText('+') }),
    action('zoom-out', 'minus', t('palette-smaller'), () => void preferences.zoomBy(-1), { keys: commandText('−') }),
  ];
  return { usual, rest };
}
