import type { Event } from '../../bindings/Event';
import type { Scenario } from './scenarios';

/** What every part of the fake needs: who listens, and how long an answer takes. */
export abstract class FakeBase {
  /** How long an answer takes; a test can change it at any time. */
  delay = 20;

  protected readonly scenario: Scenario;
  #listeners = new Set<(event: Event) => void>();

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  async subscribe(listener: (event: Event) => void): Promise<() => void> {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected emit(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  protected waitForServer(times: number): Promise<void> {
    return this.scenario.slow ? new Promise(() => {}) : this.wait(times);
  }

  protected wait(times = 1): Promise<void> {
    return sleep(this.delay * times);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
