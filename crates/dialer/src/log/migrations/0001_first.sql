-- Codes and parameters are stored, never texts. Times are milliseconds since the epoch, UTC.

PRAGMA application_id = 0x52674672; -- "RgFr": tells our file from any other SQLite database.

CREATE TABLE profiles (
    id              TEXT    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    sandbox         INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
    region          TEXT,
    api_url         TEXT,
    login_url       TEXT,
    client_id       TEXT    NOT NULL,
    dialect         TEXT    NOT NULL CHECK (dialect IN ('platform', 'participants', 'from_to')),
    this_run_only   INTEGER NOT NULL CHECK (this_run_only IN (0, 1)),
    caller_id       TEXT,
    queue_id        TEXT,
    default_country TEXT,
    last_agent_id   TEXT,
    active          INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
    -- A removed profile stays, because its attempts stay.
    removed         INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    CHECK ((api_url IS NULL) = (login_url IS NULL)),
    CHECK (sandbox = 1 OR region IS NOT NULL OR api_url IS NOT NULL),
    CHECK (NOT (active = 1 AND removed = 1))
) STRICT;

CREATE UNIQUE INDEX profiles_one_active ON profiles (active) WHERE active = 1;

CREATE TABLE agents_seen (
    profile_id TEXT    NOT NULL,
    agent_id   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    email      TEXT    NOT NULL,
    title      TEXT,
    seen_at    INTEGER NOT NULL,
    PRIMARY KEY (profile_id, agent_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX agents_seen_recent ON agents_seen (profile_id, seen_at);

CREATE TABLE attempts (
    seq             INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    profile_id      TEXT    NOT NULL,
    owner           TEXT    NOT NULL,
    placed_by       TEXT    NOT NULL,
    version         TEXT    NOT NULL,
    via             TEXT    NOT NULL CHECK (via IN ('typed', 'link', 'shortcut', 'history', 'command_line')),
    typed           TEXT    NOT NULL,
    e164            TEXT    NOT NULL CHECK (e164 GLOB '+[1-9]*'),
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
    CHECK ((outcome = 'pending') = (outcome_at IS NULL)),
    CHECK (outcome <> 'placed' OR (conversation_id IS NOT NULL AND problem_code IS NULL)),
    CHECK (outcome NOT IN ('refused', 'unknown') OR problem_code IS NOT NULL),
    CHECK ((end_reason IS NULL) = (ended_at IS NULL)),
    CHECK (outcome = 'placed' OR (connected_at IS NULL AND ended_at IS NULL))
) STRICT;

-- The guard of law 1, held by the database itself.
CREATE UNIQUE INDEX attempts_one_pending ON attempts (agent_id) WHERE outcome = 'pending';
CREATE INDEX attempts_outcome ON attempts (outcome, seq);
CREATE INDEX attempts_unended ON attempts (seq) WHERE outcome = 'placed' AND ended_at IS NULL;

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

CREATE TABLE call_states (
    seq             INTEGER PRIMARY KEY,
    attempt_seq     INTEGER NOT NULL REFERENCES attempts (seq),
    state           TEXT    NOT NULL CHECK (state IN ('requested', 'ringing_agent', 'dialing', 'connected', 'ended')),
    at              INTEGER NOT NULL,
    disconnect_type TEXT,
    error_code      TEXT,
    -- Once each: states only move forward.
    UNIQUE (attempt_seq, state)
) STRICT;

CREATE TRIGGER call_states_of_placed BEFORE INSERT ON call_states
WHEN NOT EXISTS (SELECT 1 FROM attempts WHERE seq = NEW.attempt_seq AND outcome = 'placed')
BEGIN SELECT RAISE(ABORT, 'only a placed call has states'); END;

CREATE TRIGGER call_states_not_changed BEFORE UPDATE ON call_states
BEGIN SELECT RAISE(ABORT, 'call states are append only'); END;

CREATE TRIGGER call_states_not_removed BEFORE DELETE ON call_states
BEGIN SELECT RAISE(ABORT, 'call states are append only'); END;

-- What a search finds an attempt by; filled by the program, which cuts names and numbers into words.
-- The outcome is in it too, so that a rare outcome among many names is found without reading them all.
CREATE VIRTUAL TABLE attempt_search USING fts5 (
    words, outcome, content = '', contentless_delete = 1, prefix = '1 2 3 4',
    tokenize = 'unicode61 remove_diacritics 2'
);
