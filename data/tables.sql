-- What the database holds. No keys or checks: uploads are append-only and views choose what
-- is in force, so that the same SQL runs on a DuckDB file and on a DuckLake.
create schema if not exists sent;
create schema if not exists protected;
create schema if not exists reference;
create schema if not exists installed;
create schema if not exists audit;
create schema if not exists access;

create table if not exists sent.setting (name varchar not null, value varchar not null);

-- `file_sha256` is the fingerprint of the file as it was sent; `file_bytes` are that file, or
-- what was read of it where columns were left out or it was a workbook. `nobody_recognised` says that
-- the sender ticked that nobody could be recognised from the notes; null where nobody was asked.
create table if not exists sent.upload (
    upload_id integer not null,
    return_name varchar not null,
    received_at timestamp not null,
    file_name varchar not null,
    file_bytes blob not null,
    file_sha256 varchar not null,
    content_sha256 varchar not null,
    row_count integer not null,
    sender varchar,
    agreed_by varchar,
    minutes integer,
    reason varchar,
    rows_left_out integer,
    columns_left_out varchar,
    nobody_recognised boolean
);

-- How a service's own column headings were matched once it was asked, kept for its next file.
create table if not exists sent.heading (
    directorate varchar not null,
    return_name varchar not null,
    heading varchar not null,
    field varchar
);

-- Every act on an upload: sent, withdrawn, restored, erased. The newest act up to a moment decides
-- whether the upload was in force at that moment.
create table if not exists sent.event (
    event_id integer not null,
    upload_id integer not null,
    act varchar not null,
    happened_at timestamp not null,
    done_by varchar,
    reason varchar
);

-- What administrators changed, beside uploads: which kind, of what, to what. Append-only: a row with
-- `undoes` takes an earlier one back. `changes_in_force` says which count at a moment.
create table if not exists sent.change (
    change_id integer not null,
    kind varchar not null,
    subject varchar not null,
    value varchar not null,
    happened_at timestamp not null,
    done_by varchar not null,
    reason varchar not null,
    undoes integer
);

-- Counts of people, rounded once, stamped with the event that brought them and with the
-- fingerprint of the key that rounded them (a new key starts a new series).
create table if not exists protected.participation (
    upload_id integer not null,
    event_id integer not null,
    series varchar not null,
    directorate varchar not null,
    period varchar not null,
    unit varchar not null,
    characteristic varchar not null,
    category varchar not null,
    people integer not null
);

create table if not exists protected.maturity (
    upload_id integer not null,
    event_id integer not null,
    series varchar not null,
    project_id varchar not null,
    period varchar not null,
    field varchar not null,
    people integer not null
);

-- Who did what. Each line's hash is that of the line itself and of the hash before, so none can be
-- altered, removed or moved unseen.
create table if not exists audit.line (
    number integer not null,
    happened_at timestamp not null,
    who varchar not null,
    role varchar not null,
    act varchar not null,
    upload_id integer,
    about varchar not null,
    before varchar not null,
    hash varchar not null
);

-- Who is kept out although they can sign in: the newest act on a name decides.
create table if not exists access.block (
    number integer not null,
    name varchar not null,
    act varchar not null,
    happened_at timestamp not null,
    done_by varchar not null,
    reason varchar not null
);
