-- What came of looking an unknown attempt up; nothing while that goes on.
ALTER TABLE attempts ADD COLUMN settling TEXT
    CHECK (settling IS NULL OR settling IN ('found', 'ambiguous', 'not_found', 'could_not_search'));
ALTER TABLE attempts ADD COLUMN settled_at INTEGER
    CHECK ((settling IS NULL) = (settled_at IS NULL));
-- Where it was searched, as a list of words.
ALTER TABLE attempts ADD COLUMN searched TEXT
    CHECK (searched IS NULL OR json_type(searched) = 'array');
ALTER TABLE attempts ADD COLUMN probably INTEGER NOT NULL DEFAULT 0 CHECK (probably IN (0, 1));
ALTER TABLE attempts ADD COLUMN permission TEXT;

-- When Hang up was pressed here.
ALTER TABLE attempts ADD COLUMN hung_up_at INTEGER;

-- The last attempts of an agent, for the question before another one.
CREATE INDEX attempts_of_agent ON attempts (agent_id, seq);
-- A conversation belongs to one attempt.
CREATE INDEX attempts_conversation ON attempts (conversation_id) WHERE conversation_id IS NOT NULL;
