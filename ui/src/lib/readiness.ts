import type { AgentView } from '../bindings/AgentView';
import type { IconName, Tone } from './status';
import { hasText, t } from './text';

export interface Sign {
  icon: IconName;
  tone: Tone;
  text: string;
}

/** What decides whether a call for this agent can work, in the order it matters. */
export function readinessOf(agent: AgentView, short = false): Sign[] {
  if (!agent.active) return [{ icon: 'cross', tone: 'bad', text: t('agent-inactive') }];
  if (!agent.readiness_known) return [{ icon: 'info', tone: 'quiet-text', text: t('agent-readiness-unknown') }];
  const signs: Sign[] = [];
  if (agent.station === null) signs.push({ icon: 'warning', tone: 'warn', text: t('agent-no-station') });
  if (agent.on_call === true) signs.push({ icon: 'phone', tone: 'warn', text: t('agent-on-call') });
  const presence = presenceText(agent, short);
  if (presence !== null) {
    const there = ['available', 'on-queue'].includes(slug(agent.presence ?? ''));
    signs.push({ icon: 'person', tone: there ? 'good' : 'quiet-text', text: presence });
  }
  if (agent.station !== null) signs.push({ icon: 'check', tone: 'good', text: t('agent-station', { station: agent.station }) });
  return signs;
}

/** The one sign that tells most, short enough for a line in the list. */
export function mainSign(agent: AgentView): Sign | null {
  if (agent.active && !agent.readiness_known) return null;
  return readinessOf(agent, true)[0] ?? null;
}

/** Why a call for this agent will hardly work, as a sentence. */
export function readinessWarning(agent: AgentView): string | null {
  if (!agent.active) return t('agent-warning-inactive', { agent: agent.name });
  if (!agent.readiness_known) return null;
  if (agent.station === null) return t('agent-warning-no-station', { agent: agent.name });
  if (agent.on_call === true) return t('agent-warning-on-call', { agent: agent.name });
  return null;
}

/** Up to two letters that stand for a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('en');
}

function presenceText(agent: AgentView, short: boolean): string | null {
  if (agent.presence === null || agent.presence === '') return null;
  // A server can have presences of its own; those are shown as they are.
  const presence = known(`presence-${slug(agent.presence)}`) ?? agent.presence;
  const routing = agent.routing === null ? null : known(`routing-${slug(agent.routing)}`);
  return !short && slug(agent.presence) === 'on-queue' && routing !== null && agent.on_call !== true
    ? t('agent-presence-routing', { presence, routing })
    : presence;
}

function known(key: string): string | null {
  return hasText(key) ? t(key) : null;
}

function slug(word: string): string {
  return word.trim().toLowerCase().replace(/[\s_]+/g, '-');
}
