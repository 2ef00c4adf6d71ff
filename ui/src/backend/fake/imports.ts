import type { ImportView } from '../../bindings/ImportView';
import { problem } from './numbers';
import { PEOPLE } from './people';
import { CONTOSO } from './scenarios';

/** What the `.env` of a tutorial becomes; without `agent`, nobody has its e-mail. */
export function importedFile(agent: boolean): ImportView {
  const [alex] = PEOPLE;
  const email = alex?.email ?? '';
  return {
    path: '/home/mona/tutorial/.env',
    profile: { ...CONTOSO, id: 'imported', name: 'eu-west-1', region: 'mypurecloud.ie', active: true },
    agent_email: email,
    agent: agent ? (alex ?? null) : null,
    agent_problem: agent ? null : problem('agent_not_found', { email }),
    number: '(415) 555-2671',
  };
}
