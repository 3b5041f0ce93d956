-- A digest of what a command said, so that its key with other entries is not taken for the same one.
-- Null where only the key is known, as of every command before this.
alter table audit.command add column said text check (length(said) = 64);
