import './styles/tokens.css';
import './styles/base.css';

import { mount } from 'svelte';

import Page from './App.svelte';
import { pickBackend } from './backend/pick';
import { App } from './lib/app.svelte';
import { speak } from './lib/language.svelte';

// Before anything is shown; what was chosen in Settings comes with the preferences.
await speak(null);
const app = new App(await pickBackend());
const target = document.getElementById('app');
if (target !== null) mount(Page, { target, props: { app } });
void app.open();
