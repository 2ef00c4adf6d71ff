// The only module that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Event } from '../bindings/Event';
import type { Backend } from './backend';

/** The one event name of the shell. */
const EVENT = 'ringfor';

export const tauriBackend: Backend = {
  subscribe: (listener) => listen<Event>(EVENT, ({ payload }) => listener(payload)),

  start: () => invoke('start'),
  saveProfile: (form, secret) => invoke('save_profile', { form, secret }),
  useSandbox: () => invoke('use_sandbox'),
  removeSecret: (profileId) => invoke('remove_secret', { profileId }),
  checkConnection: (profileId, agentId) => invoke('check_connection', { profileId, agentId }),

  profiles: () => invoke('profiles'),
  useProfile: (profileId) => invoke('use_profile', { profileId }),
  duplicateProfile: (profileId) => invoke('duplicate_profile', { profileId }),
  removeProfile: (profileId) => invoke('remove_profile', { profileId }),
  signIn: (profileId) => invoke('sign_in', { profileId }),
  cancelSignIn: (profileId) => invoke('cancel_sign_in', { profileId }),
  signOut: (profileId) => invoke('sign_out', { profileId }),

  callOptions: (agentId) => invoke('call_options', { agentId }),
  setCallOptions: (agentId, options) => invoke('set_call_options', { agentId, options }),

  network: () => invoke('network'),
  setNetwork: (form, password) => invoke('set_network', { form, password }),

  knownAgents: (query) => invoke('known_agents', { query }),
  findAgents: (query) => invoke('find_agents', { query }),
  chooseAgent: (agentId) => invoke('choose_agent', { agentId }),
  setAgentFavourite: (agentId, favourite) => invoke('set_agent_favourite', { agentId, favourite }),

  previewNumber: (typed, country) => invoke('preview_number', { typed, country }),
  setDefaultCountry: (country) => invoke('set_default_country', { country }),
  setExtensionDigits: (digits) => invoke('set_extension_digits', { digits }),

  offers: () => invoke('offers'),

  placeCall: (request) => invoke('place_call', { request }),
  cancelCall: (id) => invoke('cancel_call', { id }),
  hangUp: (id) => invoke('hang_up', { id }),
  hangUpAll: (id) => invoke('hang_up_all', { id }),

  history: (query) => invoke('history', { query }),
  attempt: (id) => invoke('attempt', { id }),
  setNote: (id, note) => invoke('set_note', { id, note }),
  openInteraction: (id) => invoke('open_interaction', { id }),

  contacts: () => invoke('contacts'),
  saveContact: (form) => invoke('save_contact', { form }),
  removeContact: (id) => invoke('remove_contact', { id }),

  getPreferences: () => invoke('get_preferences'),
  setPreferences: (preferences) => invoke('set_preferences', { preferences }),

  desktop: () => invoke('desktop'),
  setLinks: (on) => invoke('set_links', { on }),
  openLinkSettings: () => invoke('open_link_settings'),
  setShortcut: (keys) => invoke('set_shortcut', { keys }),
  setStartAtLogin: (on) => invoke('set_start_at_login', { on }),
};
