-- Project ids that were mistyped and merged into the right one, as it stood at a moment.
create or replace macro merged_ids(as_at) as table
    select subject as wrong_id, value as right_id
    from changes_in_force(as_at)
    where kind = 'merge project';

-- What was sent, each row under the id that was right at a moment; `sent_as` is the id that was written.
-- Where one upload has a row of both, its row of the right id counts.
create or replace macro projects_sent(as_at) as table
    select
        sent.* replace (
            coalesce(merged.right_id, sent.project_id) as project_id,
            coalesce(shaping.right_id, sent.shaped_by) as shaped_by
        ),
        sent.project_id as sent_as
    from sent.projects as sent
    left join merged_ids(as_at) as merged on merged.wrong_id = sent.project_id
    left join merged_ids(as_at) as shaping on shaping.wrong_id = sent.shaped_by
    where merged.right_id is null
        or (sent.upload_id, merged.right_id) not in (select (upload_id, project_id) from sent.projects);

-- Without the counts of people, which leave only rounded.
create or replace macro maturity_sent(as_at) as table
    select
        sent.* exclude (people, new_people, asked, felt_heard)
            replace (coalesce(merged.right_id, sent.project_id) as project_id),
        sent.project_id as sent_as
    from sent.maturity as sent
    left join merged_ids(as_at) as merged on merged.wrong_id = sent.project_id
    where merged.right_id is null
        or (sent.upload_id, merged.right_id, sent.period)
            not in (select (upload_id, project_id, period) from sent.maturity);

create or replace macro themes_sent(as_at) as table
    select
        sent.* replace (coalesce(merged.right_id, sent.project_id) as project_id),
        sent.project_id as sent_as
    from sent.themes as sent
    left join merged_ids(as_at) as merged on merged.wrong_id = sent.project_id
    where merged.right_id is null
        or (sent.upload_id, merged.right_id, sent.period)
            not in (select (upload_id, project_id, period) from sent.themes);
