import { afterEach, expect, test, vi } from 'vitest';

import { all, app, backend, click, field, focused, leave, one, pass, press, show, violations } from './screen';
import type { ScenarioName } from '../src/backend/fake/scenarios';
import { problem } from '../src/backend/fake/numbers';
import { heldKeys, shortcutOf } from '../src/lib/shortcut';

afterEach(leave);

async function openTab(tab: string, scenario: ScenarioName = 'busy') {
  await show(scenario);
  await click('settings-open');
  await click(`settings-tab-${tab}`);
  await pass(100);
}

const toggle = async (testid: string) => {
  field(testid).click();
  await pass(100);
};

const held = { ctrlKey: true, altKey: true };

test('each kind of link says who opens it, and the switch changes that', async () => {
  await openTab('desktop');
  expect(field('settings-links').checked).toBe(false);
  expect(one('settings-links-tel').textContent).toContain('Skype opens these links');
  expect(one('settings-links-sip').textContent).toContain('No program opens these links');
  await toggle('settings-links');
  expect(field('settings-links').checked).toBe(true);
  for (const scheme of ['tel', 'callto', 'sip']) expect(one(`settings-links-${scheme}`).dataset['ours']).toBe('true');
  await toggle('settings-links');
  expect(one('settings-links-tel').dataset['handler']).toBe('Skype');
});

test('a switch that is on while the system keeps another program says so', async () => {
  await openTab('desktop', 'links-elsewhere');
  await toggle('settings-links');
  expect(field('settings-links').checked).toBe(true);
  expect(one('settings').textContent).toContain('Another program still opens some of them');
});

test('a switch that is refused stays as it was, and says why', async () => {
  await openTab('desktop');
  vi.spyOn(backend, 'setLinks').mockRejectedValue(problem('links_failed', { path: '/home/mona/.config/mimeapps.list' }));
  await toggle('settings-links');
  expect(field('settings-links').checked).toBe(false);
  expect(one('problem').dataset['code']).toBe('links_failed');
  expect(one('problem').textContent).toContain('mimeapps.list');
});

test('who comes back from the system’s setting sees what changed there', async () => {
  await openTab('desktop');
  const open = vi.spyOn(backend, 'openLinkSettings');
  await click('settings-links-open');
  await pass(100);
  expect(open).toHaveBeenCalledOnce();
  void backend.setLinks(true);
  await pass(100);
  expect(one('settings-links-tel').dataset['ours']).toBe('false');
  window.dispatchEvent(new Event('focus'));
  await pass(100);
  expect(one('settings-links-tel').dataset['ours']).toBe('true');
});

test('a shortcut is chosen by pressing it, is shown key by key, and can be removed', async () => {
  await openTab('desktop');
  one('settings-shortcut-record').focus();
  await click('settings-shortcut-record');
  expect(one('settings').textContent).toContain('Press the keys now');
  await press('Control', { ctrlKey: true });
  await press('Alt', held);
  expect(one('settings-shortcut').textContent).toContain('CtrlAlt');
  await press('d', { ...held, code: 'KeyD' });
  await pass(100);
  expect(one('settings-shortcut').dataset['keys']).toBe('Ctrl+Alt+D');
  expect([...one('settings-shortcut').querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['Ctrl', 'Alt', 'D']);
  await click('settings-shortcut-clear');
  await pass(100);
  expect(one('settings-shortcut').textContent).toContain('No keys chosen');
  expect(focused()).toBe('settings-shortcut-record');
});

test.each([
  ['c', { ctrlKey: true, code: 'KeyC' }, 'shortcut_reserved'],
  ['t', { ...held, code: 'KeyT' }, 'shortcut_taken'],
  ['k', { code: 'KeyK' }, 'shortcut_modifier_missing'],
])('%s with %j is refused with the reason, and the keys before stay', async (key, more, code) => {
  await openTab('desktop');
  void backend.setShortcut('Ctrl+Alt+D');
  await pass(100);
  window.dispatchEvent(new Event('focus'));
  await pass(100);
  one('settings-shortcut-record').focus();
  await click('settings-shortcut-record');
  await press(key, more);
  await pass(100);
  expect(one('problem').dataset['code']).toBe(code);
  expect(one('problem').textContent).not.toMatch(/[{}]/);
  expect(one('settings-shortcut').dataset['keys']).toBe('Ctrl+Alt+D');
});

test('while keys are chosen they mean nothing else; Esc leaves them as they were', async () => {
  await openTab('desktop');
  one('settings-shortcut-record').focus();
  await click('settings-shortcut-record');
  await press('Escape', { code: 'Escape' });
  expect(app.settingsOpen).toBe(true);
  expect(one('settings-shortcut').dataset['keys']).toBeUndefined();
  await click('settings-shortcut-record');
  await press('+', { ctrlKey: true, code: 'Equal' });
  await pass(100);
  expect(app.preferences.now.zoom).toBe(100);
});

test('where the system has no shortcuts, the command to bind is shown', async () => {
  await openTab('desktop', 'wayland');
  expect(all('settings-shortcut-record')).toHaveLength(0);
  expect(one('settings-shortcut-command').textContent).toBe('ringfor-desktop --dial-selection');
  expect(all('settings-shortcut-copy')).toHaveLength(1);
  for (const testid of ['settings-links', 'settings-close-to-tray', 'settings-start-at-login']) {
    expect(field(testid).disabled).toBe(true);
  }
});

test('switches are kept', async () => {
  await openTab('desktop');
  const kept = vi.spyOn(backend, 'setPreferences');
  await toggle('settings-notify-connected');
  await toggle('settings-close-to-tray');
  await toggle('settings-start-at-login');
  expect(kept.mock.lastCall?.[0]).toMatchObject({
    close_to_tray: true, notify: { answered: true, connected: false, ended_badly: true },
  });
  expect(field('settings-start-at-login').checked).toBe(true);
});

test('a desktop that cannot be read says so, and is tried again', async () => {
  await openTab('desktop', 'desktop-unreadable');
  expect(all('problem')).toHaveLength(1);
  expect(all('settings-notify-answered')).toHaveLength(1);
});

test('extensions are off at first and allowed by length', async () => {
  await openTab('calling');
  const kept = vi.spyOn(backend, 'setExtensionDigits');
  for (const digits of [2, 3, 4, 5, 6]) expect(field(`settings-extensions-${digits}`).checked).toBe(false);
  await toggle('settings-extensions-4');
  await toggle('settings-extensions-3');
  expect(kept.mock.lastCall?.[0]).toEqual([3, 4]);
  expect(field('settings-extensions-4').checked).toBe(true);
  await toggle('settings-extensions-4');
  expect(kept.mock.lastCall?.[0]).toEqual([3]);
});

test('a tutorial dialect says that it has no extensions', async () => {
  await openTab('calling', 'whole-email');
  expect(all('settings-extensions-4')).toHaveLength(0);
  expect(one('settings-extensions').textContent).toContain('whole numbers only');
});

const pressed = (key: string, code: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, code, ...more });

test.each([
  [pressed('d', 'KeyD', held), 'Ctrl+Alt+D'],
  // The letter counts, not where it stands: on a French keyboard A is where others have Q.
  [pressed('a', 'KeyQ', held), 'Ctrl+Alt+A'],
  [pressed('∂', 'KeyD', { altKey: true, metaKey: true }), 'Alt+Super+KeyD'],
  [pressed('!', 'Digit1', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+1'],
  [pressed('F9', 'F9'), 'F9'],
  [pressed('ArrowUp', 'ArrowUp', { ctrlKey: true }), 'Ctrl+ArrowUp'],
  [pressed('Control', 'ControlLeft', { ctrlKey: true }), null],
  [pressed('Meta', 'MetaLeft', { metaKey: true }), null],
] as const)('what is pressed is read: %#', (event, keys) => {
  expect(shortcutOf(event)).toBe(keys);
});

test('the keys that are held are named in one order', () => {
  expect(heldKeys(pressed('x', 'KeyX', { metaKey: true, shiftKey: true, altKey: true, ctrlKey: true }))).toBe('Ctrl+Alt+Shift+Super');
  expect(heldKeys(pressed('x', 'KeyX'))).toBe('');
});

test.each<[string, ScenarioName]>([['desktop', 'busy'], ['desktop', 'wayland'], ['desktop', 'desktop-unreadable'], ['calling', 'whole-email']])(
  'axe finds nothing on Settings, %s, in %s',
  async (tab, scenario) => {
    await openTab(tab, scenario);
    expect(await violations()).toEqual([]);
  },
);
