import type { Advice } from '../bindings/Advice';
import type { AdviceCode } from '../bindings/AdviceCode';
import type { AgentView } from '../bindings/AgentView';
import type { IconName, Tone } from './status';
import { dashed, hasText, t } from './text';

export interface Sign {
  icon: IconName;
  tone: Tone;
  text: string;
}

/** What is known of an agent at a glance: presence and phone, or what stands in the way. */
export function readinessOf(agent: AgentView): Sign[] {
  const { phone, presence } = signsOf(agent);
  return [...(presence === null ? [] : [presence]), ...(phone === null ? [] : [phone])];
}

/** The same for a row of the list, each in its place. */
export function signsOf(agent: AgentView): { presence: Sign | null; phone: Sign | null } {
  if (has(agent, 'inactive')) return { presence: { icon: 'cross', tone: 'bad', text: t('agent-inactive') }, phone: null };
  if (!agent.readiness_known) return { presence: { icon: 'info', tone: 'quiet-text', text: t('agent-readiness-unknown') }, phone: null };
  return { presence: presenceOf(agent), phone: phoneOf(agent) };
}

/** What speaks against a call, as a person reads it. */
export function adviceText({ code }: Advice, agent: AgentView): { cause: string; fix: string } {
  const key = `advice-${dashed<AdviceCode>(code)}` as const;
  return { cause: t(key, { agent: agent.name }), fix: t(`${key}.fix`, { agent: agent.name }) };
}

/** Up to two letters that stand for a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('en');
}

function presenceOf(agent: AgentView): Sign | null {
  if (has(agent, 'on_call')) return { icon: 'phone', tone: 'warn', text: t('agent-on-call') };
  const text = presenceText(agent);
  if (text === null) return null;
  const gone = has(agent, 'away') || has(agent, 'offline');
  return { icon: 'person', tone: gone ? 'quiet-text' : 'good', text };
}

function phoneOf(agent: AgentView): Sign | null {
  if (has(agent, 'no_station')) return { icon: 'warning', tone: 'bad', text: t('agent-no-station') };
  if (agent.station === null) return null;
  return { icon: 'check', tone: 'good', text: t('agent-station', { station: agent.station }) };
}

function presenceText(agent: AgentView): string | null {
  if (agent.presence === null || agent.presence === '') return null;
  // A server can have presences of its own; those are shown as they are.
  const presence = known(`presence-${slug(agent.presence)}`) ?? agent.presence;
  const routing = agent.routing === null ? null : known(`routing-${slug(agent.routing)}`);
  return slug(agent.presence) === 'on-queue' && routing !== null ? t('agent-presence-routing', { presence, routing }) : presence;
}

function has(agent: AgentView, code: AdviceCode): boolean {
  return agent.advice.some((advice) => advice.code === code);
}

function known(key: string): string | null {
  return hasText(key) ? t(key) : null;
}

function slug(word: string): string {
  return word.trim().toLowerCase().replace(/[\s_]+/g, '-');
}
