# Every text a person can read in Ringfor, in this language.
