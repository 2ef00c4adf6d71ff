import type { Advice } from '../../bindings/Advice';
import type { AgentView } from '../../bindings/AgentView';

type Row = [name: string, title: string, station: string | null, presence: string, routing: string, onCall: boolean, active?: boolean];

const ROWS: Row[] = [
  ['Alex Kim', 'Team Lead, Support', 'Desk 4021', 'On Queue', 'IDLE', false],
  ['Alexandra Reyes', 'Support Specialist', 'WebRTC – Alexandra', 'Available', 'OFF_QUEUE', false],
  ['Sam Lee', 'Account Manager', 'Desk 4107', 'On Queue', 'INTERACTING', true],
  ['Priya Natarajan', 'Collections', null, 'Away', 'OFF_QUEUE', false],
  ['Jonas Weber', 'Field Coordination', 'Mobile – Jonas', 'Meeting', 'OFF_QUEUE', false],
  ['Chloé Martin', 'Support Specialist', 'WebRTC – Chloé', 'Break', 'OFF_QUEUE', false],
  ['Mateo García Fernández de la Vega', 'Senior Customer Success Consultant', 'Desk 4033', 'Offline', 'OFF_QUEUE', false],
  ['Yuki Tanaka', 'Back Office', 'Desk 4110', 'Available', 'OFF_QUEUE', false],
  ['Dana Whitfield', 'Former staff', null, 'Offline', 'OFF_QUEUE', false, false],
  ['Agent Example', 'Demonstration', 'Desk 4000', 'Available', 'OFF_QUEUE', false],
];

/** A made-up team. Two share the first letters of their names. */
export const PEOPLE: AgentView[] = ROWS.map(([name, title, station, presence, routing, onCall, active = true], index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
  email: name === 'Agent Example' ? 'agent@example.com' : `${name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').toLowerCase().replaceAll(' ', '.')}@contoso.example`,
  title,
  active,
  readiness_known: true,
  station,
  presence,
  routing,
  on_call: onCall,
  recent: index < 3,
  favourite: index === 1 || index === 7,
  as_of: new Date().toISOString(),
  advice: adviceOn(active, station, presence, onCall),
}));

/** The real advice is the dialer's. */
function adviceOn(active: boolean, station: string | null, presence: string, onCall: boolean): Advice[] {
  if (!active) return [{ code: 'inactive', blocks: true }];
  const all: [boolean, Advice['code'], boolean][] = [
    [station === null, 'no_station', true],
    [onCall, 'on_call', true],
    [station?.startsWith('Mobile') === true && presence !== 'Available', 'auto_answer', false],
    [['Away', 'Break', 'Meeting'].includes(presence), 'away', false],
    [presence === 'Offline', 'offline', false],
    [station?.startsWith('WebRTC') === true, 'webrtc_phone', false],
  ];
  return all.filter(([is]) => is).map(([, code, blocks]) => ({ code, blocks }));
}
