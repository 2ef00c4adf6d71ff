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
  checkConnection: (profileId) => invoke('check_connection', { profileId }),

  findAgents: (query) => invoke('find_agents', { query }),
  chooseAgent: (agentId) => invoke('choose_agent', { agentId }),

  previewNumber: (typed, country) => invoke('preview_number', { typed, country }),
  setDefaultCountry: (country) => invoke('set_default_country', { country }),

  placeCall: (request) => invoke('place_call', { request }),
  cancelCall: (id) => invoke('cancel_call', { id }),
  hangUp: (id) => invoke('hang_up', { id }),
  hangUpAll: (id) => invoke('hang_up_all', { id }),

  history: (query) => invoke('history', { query }),
  attempt: (id) => invoke('attempt', { id }),
  openInteraction: (id) => invoke('open_interaction', { id }),

  getPreferences: () => invoke('get_preferences'),
  setPreferences: (preferences) => invoke('set_preferences', { preferences }),
};
