import './styles/tokens.css';
import './styles/base.css';

import { mount } from 'svelte';

import Page from './App.svelte';
import { pickBackend } from './backend/pick';
import { App } from './lib/app.svelte';

const app = new App(await pickBackend());
const target = document.getElementById('app');
if (target !== null) mount(Page, { target, props: { app } });
void app.open();
