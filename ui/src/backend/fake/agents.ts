import type { AgentView } from '../../bindings/AgentView';
import { problem } from './numbers';
import { PEOPLE } from './people';

/** The agents of the made-up team, and what a person has made of them. */
export class FakeAgents {
  #people: AgentView[];

  /** Without `met`, nobody was called for yet. */
  constructor(met: boolean) {
    this.#people = met ? PEOPLE : PEOPLE.map((agent) => ({ ...agent, recent: false, favourite: false }));
  }

  /** Those kept on this computer: the favourites, the recent ones, and a few that were seen. */
  known(query: string): AgentView[] {
    const text = query.trim().toLowerCase();
    return this.#matching(text).filter(({ recent, favourite, name }) => recent || favourite || (text !== '' && /[aeiy]$/.test(name)));
  }

  found(query: string): AgentView[] {
    return this.#matching(query.toLowerCase());
  }

  byEmail(email: string): AgentView[] {
    return this.#people.filter((agent) => agent.email === email.toLowerCase());
  }

  one(id: string): AgentView {
    const agent = this.#people.find((person) => person.id === id);
    if (agent === undefined) throw problem('not_found');
    return { ...agent, as_of: agent.readiness_known ? new Date().toISOString() : null };
  }

  setFavourite(id: string, favourite: boolean): AgentView {
    this.#people = this.#people.map((agent) => (agent.id === id ? { ...agent, favourite } : agent));
    return this.one(id);
  }

  #matching(text: string): AgentView[] {
    const rank = ({ favourite, recent }: AgentView) => (favourite ? 0 : recent ? 1 : 2);
    return this.#people
      .filter(({ name, email }) => text === '' || email.startsWith(text) || name.toLowerCase().split(' ').some((word) => word.startsWith(text)))
      .sort((a, b) => rank(a) - rank(b));
  }
}
