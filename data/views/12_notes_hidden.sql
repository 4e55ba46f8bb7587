-- Every mistyped id that was ever merged, taken back since or not: what was hidden under one of two ids
-- stays hidden under the other, because a name must not come back by merging.
create or replace macro ever_merged() as table
    select subject as wrong_id, value as right_id
    from sent.change
    where kind = 'merge project'
        and undoes is null;

-- Every note that was ever sent: where it stands, as whoever hides it names the place, and whose it
-- is, a project's or a directorate's. What was sent under a mistyped id stands at the right one as well.
create or replace macro notes_sent() as table
    with written as (
        select upload_id, project_id as about, concat_ws('/', 'maturity', project_id, period, 'evidence') as place,
            evidence as note
        from sent.maturity
        union all
        select upload_id, project_id, concat_ws('/', 'maturity', project_id, period, 'what_changed'), what_changed
        from sent.maturity
        union all
        select upload_id, project_id, concat_ws('/', 'maturity', project_id, period, 'learning'), learning
        from sent.maturity
        union all
        select upload_id, project_id, concat_ws('/', 'themes', project_id, period, theme), note
        from sent.themes
        union all
        select upload_id, directorate, concat_ws('/', 'conditions', directorate, period, item), note
        from sent.conditions
    )
    select upload_id, about, place, note
    from written
    union all
    select upload_id, merged.right_id, replace(place, '/' || about || '/', '/' || merged.right_id || '/'), note
    from written
    join ever_merged() as merged on merged.wrong_id = about;

-- What marks a note by its words: the same words about the same project or directorate, wherever they
-- are sent, for "nothing changed" carries a note over into the next half-year.
create or replace macro words_of(about, note) as about || ' says ' || lower(trim(note));

-- What an administrator hid, as marks: the place of each note, and the words that were ever sent there.
-- Hidden is hidden at every moment: a name must not come back by looking at an earlier day.
create or replace macro notes_hidden() as table
    with chosen as (
        select subject as place
        from changes_in_force(timestamp '9999-12-31')
        where kind = 'hide note'
    ),
    hidden as (
        select place
        from chosen
        union
        select replace(place, '/' || wrong_id || '/', '/' || right_id || '/')
        from chosen
        cross join ever_merged()
        union
        select replace(place, '/' || right_id || '/', '/' || wrong_id || '/')
        from chosen
        cross join ever_merged()
    )
    select place as mark
    from hidden
    union
    select words_of(sent.about, sent.note)
    from notes_sent() as sent
    join hidden using (place)
    where sent.note is not null;

-- A note as it may be shown: none where its place or its words are among the marks.
create or replace macro note_shown(marks, about, place, note) as
    if(list_contains(marks, place) or list_contains(marks, words_of(about, note)), null, note);

-- The uploads whose notes may be shown: ticked as they were sent, or later by whoever sends for them.
create or replace macro uploads_ticked(as_at) as table
    select upload_id
    from sent.upload
    where nobody_recognised
    union
    select try_cast(subject as integer)
    from changes_in_force(as_at)
    where kind = 'tick notes';
