-- The changes that administrators had made by a moment and nobody had taken back by then.
create or replace macro changes_in_force(as_at) as table
    select change_id, kind, subject, value, happened_at, done_by, reason
    from sent.change
    where undoes is null
        and happened_at <= as_at
        and change_id not in (
            select undoes from sent.change where undoes is not null and happened_at <= as_at
        );

-- Every change made by a moment, with who took it back, when and why, where somebody had.
create or replace macro changes(as_at) as table
    select
        made.change_id,
        made.kind,
        made.subject,
        made.value,
        made.happened_at,
        made.done_by,
        made.reason,
        taken_back.happened_at as undone_at,
        taken_back.done_by as undone_by,
        taken_back.reason as undone_reason
    from sent.change as made
    left join sent.change as taken_back
        on taken_back.undoes = made.change_id
        and taken_back.happened_at <= as_at
    where made.undoes is null
        and made.happened_at <= as_at;

-- What directors said beside the figures of a directorate and a period: the newest in force counts.
create or replace macro comments(as_at) as table
    select
        split_part(subject, '/', 1) as directorate,
        subject[position('/' in subject) + 1:] as period,
        value as comment,
        happened_at
    from changes_in_force(as_at)
    where kind = 'comment'
    qualify change_id = max(change_id) over (partition by subject);
