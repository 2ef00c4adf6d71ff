-- What an attempt dials can be an extension of the organisation: digits without `+`, in the place of
-- the E.164 number. A column's check cannot be changed, so the table is made anew; every row and its
-- place stay as they are.
DROP TRIGGER call_states_of_placed;

CREATE TABLE attempts_made_anew (
    seq             INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    profile_id      TEXT    NOT NULL,
    owner           TEXT    NOT NULL,
    placed_by       TEXT    NOT NULL,
    version         TEXT    NOT NULL,
    via             TEXT    NOT NULL CHECK (via IN ('typed', 'link', 'shortcut', 'history', 'command_line')),
    typed           TEXT    NOT NULL,
    e164            TEXT    NOT NULL CHECK (
        e164 GLOB '+[1-9]*' OR (e164 NOT GLOB '*[^0-9]*' AND length(e164) BETWEEN 2 AND 6)),
    digits          TEXT    NOT NULL CHECK (digits NOT GLOB '*[^0-9]*'),
    agent_id        TEXT    NOT NULL,
    agent_name      TEXT    NOT NULL,
    caller_id       TEXT,
    queue_id        TEXT,
    outcome         TEXT    NOT NULL CHECK (outcome IN ('pending', 'placed', 'refused', 'unknown')),
    conversation_id TEXT,
    end_reason      TEXT CHECK (end_reason IN (
        'customer_hung_up', 'agent_hung_up', 'hung_up_here', 'busy', 'no_answer',
        'agent_no_answer', 'no_route', 'network', 'transferred', 'unclear')),
    problem_code    TEXT,
    params          TEXT CHECK (params IS NULL OR json_type(params) = 'object'),
    details         TEXT CHECK (details IS NULL OR json_type(details) = 'object'),
    note            TEXT,
    created_at      INTEGER NOT NULL,
    sending_at      INTEGER,
    outcome_at      INTEGER,
    connected_at    INTEGER,
    ended_at        INTEGER,
    -- What came of looking an unknown attempt up; nothing while that goes on.
    settling        TEXT CHECK (settling IS NULL OR settling IN ('found', 'ambiguous', 'not_found', 'could_not_search')),
    settled_at      INTEGER,
    -- Where it was searched, as a list of words.
    searched        TEXT CHECK (searched IS NULL OR json_type(searched) = 'array'),
    probably        INTEGER NOT NULL DEFAULT 0 CHECK (probably IN (0, 1)),
    permission      TEXT,
    -- When Hang up was pressed here.
    hung_up_at      INTEGER,
    CHECK ((outcome = 'pending') = (outcome_at IS NULL)),
    CHECK (outcome <> 'placed' OR (conversation_id IS NOT NULL AND problem_code IS NULL)),
    CHECK (outcome NOT IN ('refused', 'unknown') OR problem_code IS NOT NULL),
    CHECK ((end_reason IS NULL) = (ended_at IS NULL)),
    CHECK (outcome = 'placed' OR (connected_at IS NULL AND ended_at IS NULL)),
    CHECK ((settling IS NULL) = (settled_at IS NULL))
) STRICT;

INSERT INTO attempts_made_anew (
    seq, id, profile_id, owner, placed_by, version, via, typed, e164, digits, agent_id, agent_name,
    caller_id, queue_id, outcome, conversation_id, end_reason, problem_code, params, details, note,
    created_at, sending_at, outcome_at, connected_at, ended_at,
    settling, settled_at, searched, probably, permission, hung_up_at)
SELECT
    seq, id, profile_id, owner, placed_by, version, via, typed, e164, digits, agent_id, agent_name,
    caller_id, queue_id, outcome, conversation_id, end_reason, problem_code, params, details, note,
    created_at, sending_at, outcome_at, connected_at, ended_at,
    settling, settled_at, searched, probably, permission, hung_up_at
FROM attempts ORDER BY seq;

DROP TABLE attempts;
ALTER TABLE attempts_made_anew RENAME TO attempts;

-- The guard of law 1, held by the database itself.
CREATE UNIQUE INDEX attempts_one_pending ON attempts (agent_id) WHERE outcome = 'pending';
CREATE INDEX attempts_outcome ON attempts (outcome, seq);
CREATE INDEX attempts_unended ON attempts (seq) WHERE outcome = 'placed' AND ended_at IS NULL;
-- The last attempts of an agent, for the question before another one.
CREATE INDEX attempts_of_agent ON attempts (agent_id, seq);
-- A conversation belongs to one attempt.
CREATE INDEX attempts_conversation ON attempts (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TRIGGER attempts_begin_pending BEFORE INSERT ON attempts
WHEN NEW.outcome <> 'pending'
BEGIN SELECT RAISE(ABORT, 'an attempt begins as pending'); END;

CREATE TRIGGER attempts_outcome_is_final BEFORE UPDATE OF outcome ON attempts
WHEN NEW.outcome <> OLD.outcome
 AND NOT (OLD.outcome = 'pending' OR (OLD.outcome = 'unknown' AND NEW.outcome = 'placed'))
BEGIN SELECT RAISE(ABORT, 'an outcome is final'); END;

CREATE TRIGGER attempts_end_is_final BEFORE UPDATE OF ended_at, end_reason ON attempts
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an end is final'); END;

CREATE TRIGGER attempts_keep_what_was_pressed BEFORE UPDATE OF
    seq, id, profile_id, placed_by, version, via, typed, e164, digits,
    agent_id, agent_name, caller_id, queue_id, created_at ON attempts
BEGIN SELECT RAISE(ABORT, 'what was pressed stays as it was'); END;

CREATE TRIGGER attempts_stay BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'no attempt is lost'); END;

CREATE TRIGGER call_states_of_placed BEFORE INSERT ON call_states
WHEN NOT EXISTS (SELECT 1 FROM attempts WHERE seq = NEW.attempt_seq AND outcome = 'placed')
BEGIN SELECT RAISE(ABORT, 'only a placed call has states'); END;

-- How many digits the extensions of the organisation have, as a list; none are dialled at first.
ALTER TABLE profiles ADD COLUMN extension_digits TEXT NOT NULL DEFAULT '[]'
    CHECK (json_type(extension_digits) = 'array');

-- The agents that the server has told of, for a list that does not wait for it. Only an agent of
-- `agents_seen` can be called for.
CREATE TABLE agents_known (
    profile_id TEXT    NOT NULL,
    agent_id   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    email      TEXT    NOT NULL,
    title      TEXT,
    -- The words of name and e-mail in lower case and without accents, each behind a space.
    words      TEXT    NOT NULL,
    favourite  INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    told_at    INTEGER NOT NULL,
    -- What decides whether a call can work, as it was read last.
    readiness  TEXT CHECK (readiness IS NULL OR json_type(readiness) = 'object'),
    read_at    INTEGER,
    CHECK ((readiness IS NULL) = (read_at IS NULL)),
    PRIMARY KEY (profile_id, agent_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX agents_known_words ON agents_known (profile_id, words);
CREATE INDEX agents_known_favourite ON agents_known (profile_id, words) WHERE favourite = 1;
CREATE INDEX agents_known_told ON agents_known (profile_id, told_at);

-- Contacts are the person's, whatever the connection.
CREATE TABLE contacts (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_numbers (
    contact_id TEXT    NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    label      TEXT    NOT NULL,
    typed      TEXT    NOT NULL,
    e164       TEXT    NOT NULL CHECK (e164 GLOB '+[1-9]*'),
    PRIMARY KEY (contact_id, place)
) STRICT, WITHOUT ROWID;
