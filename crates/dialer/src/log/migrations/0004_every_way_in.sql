-- Who a profile signs in as, and how. The secret and the tokens are in the keyring.
ALTER TABLE profiles ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'client'
    CHECK (sign_in IN ('client', 'pkce', 'code'));
ALTER TABLE profiles ADD COLUMN user_id TEXT;
ALTER TABLE profiles ADD COLUMN user_name TEXT;
ALTER TABLE profiles ADD COLUMN user_email TEXT;
ALTER TABLE profiles ADD COLUMN colour TEXT NOT NULL DEFAULT 'plain'
    CHECK (colour IN ('plain', 'blue', 'teal', 'green', 'amber', 'red', 'purple'));
ALTER TABLE profiles ADD COLUMN caller_name TEXT;
ALTER TABLE profiles ADD COLUMN queue_name TEXT;

-- Counts the changes of its secret: another process has to read it anew.
ALTER TABLE profiles ADD COLUMN secret_changes INTEGER NOT NULL DEFAULT 0;
-- The profile is removed, but what the keyring holds for it could not be removed yet.
ALTER TABLE profiles ADD COLUMN secret_left INTEGER NOT NULL DEFAULT 0 CHECK (secret_left IN (0, 1));

-- What calls for an agent ask for, where it is not what the profile says.
CREATE TABLE agent_options (
    profile_id  TEXT NOT NULL,
    agent_id    TEXT NOT NULL,
    queue_id    TEXT,
    queue_name  TEXT,
    caller_id   TEXT,
    caller_name TEXT,
    PRIMARY KEY (profile_id, agent_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE attempts ADD COLUMN caller_name TEXT;
ALTER TABLE attempts ADD COLUMN queue_name TEXT;

DROP TRIGGER attempts_keep_what_was_pressed;
CREATE TRIGGER attempts_keep_what_was_pressed BEFORE UPDATE OF
    seq, id, profile_id, placed_by, version, via, typed, e164, digits,
    agent_id, agent_name, caller_id, caller_name, queue_id, queue_name, created_at ON attempts
BEGIN SELECT RAISE(ABORT, 'what was pressed stays as it was'); END;

-- Settings that a call depends on, as JSON, for the window and the command line.
CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
