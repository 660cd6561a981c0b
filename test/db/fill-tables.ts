/**
 * Statements that fill every table of the store: twenty portals of a thousand contacts with everything that is kept of
 * them, and two thousand more that have only just been installed, since a table with a row for each portal grows too.
 */
const contacts = 'generate_series(1, 20) as p, generate_series(1, 1000) as c';
const portals = 'generate_series(1, 2000) as p';

export const fillTables = `
  insert into installation (portal_id, state, scopes, missing_scopes, time_zone, ui_domain, currency, live, app_events,
    pipelines, installed_at)
  select p, 'active', '[]', '[]', 'UTC', 'x', 'EUR', true, false, '{}', 0 from ${portals};
  insert into token (portal_id, access, refresh, expires_at) select p, 'a', 'r', 0 from ${portals} where p <> 7;
  insert into rate (portal_id, lane, tokens, at) select p, 'general', 1, now() from ${portals};
  insert into backfill (portal_id, started_at, finished_at) select p, 0, 0 from ${portals};
  insert into backfill_step (portal_id, type, place, done, records) select p, 'emails', 1, true, 9 from ${portals};
  insert into summary (portal_id, at, body) select p, 0, '{}' from ${portals};
  insert into edition (portal_id, revision, at, by_user, note, choices)
  select p, r, 0, 1, '', '{}' from ${portals}, generate_series(1, 5) as r;
  insert into admin (portal_id, who, user_id, added_at) select p, w::text, w, 0 from ${portals}, generate_series(1, 3) as w;
  insert into preview (portal_id, id, asked_at, choices, state, done, total)
  select p, 'old', 0, '{}', 'done', 1, 1 from ${portals};
  insert into round (portal_id, round, since) select p, 'type ' || r, 0 from ${portals}, generate_series(1, 15) as r;
  insert into portal_model (portal_id, version, model, fitted_at, verdict, outcomes, loss_before, loss_after,
    looked_at, movers)
  select p, v::text, '{}', v, 'kept', 1, 1, 1, 1, 0 from ${portals}, generate_series(1, 5) as v;
  insert into register (portal_id, read_at, properties) select p, 0, '[]' from ${portals};
  insert into backtest_result (portal_id, at, result) select p, 0, '{}' from ${portals};
  insert into portal_view (portal_id, view) select p, '{}' from ${portals};

  insert into contact (portal_id, id, label, created_at, modified_at, objection, facts, published)
  select p, c::text, 'x', 0, 0, false, '{}', '{}' from ${contacts};
  insert into signal (portal_id, contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
  select p, c::text, 'emails:' || (c * 10 + n), 'emails:' || (c * 10 + n) || '#sent', 'emails:' || (c * 10 + n), n,
    'message', 'customer', 'email', '{}', 0
  from ${contacts}, generate_series(1, 10) as n;
  insert into assessment (portal_id, contact_id, assessed_at, stage, model_version, body, card, valid_until,
    quadrant, level_gap, recovery_due, moves)
  select p, c::text, 0, 'bonding', 'm', '{}', '{}', c, 'direct_identified', c % 3,
    case when c % 20 = 0 then c end, '{1}' from ${contacts};
  insert into due_contact (portal_id, contact_id, at) select p, c::text, c * 1000000000::bigint from ${contacts};
  insert into stage_log (portal_id, contact_id, at, stage, movement, model_version)
  select p, c::text, n, 'bonding', 'first', 'm' from ${contacts}, generate_series(1, 3) as n;
  insert into dirty_contact (portal_id, item, mark) select p, c::text, nextval('mark') from ${contacts};
  insert into dirty_record (portal_id, item, mark) select p, 'emails:' || c, nextval('mark') from ${contacts};
  insert into parked (portal_id, subject, reason, at) select p, 'contacts:' || c, 'x', 0 from ${contacts};
  insert into tombstone (portal_id, hash) select p, md5(c::text) from ${contacts};
  insert into correction (portal_id, id, contact_id, at, by_user, says)
  select p, c::text, c::text, c, 1, '{"kind": "feedback", "about": "stage", "shown": "bonding"}' from ${contacts};
  insert into action_call (portal_id, callback_id, action, contact_id, inputs, at, tries, lease_until, until)
  select p, c::text, 'assess_now', c::text, '{}', c, 1, 0, case when c % 100 = 0 then c end from ${contacts};
  insert into delivery (body, received_at) select '[]', 0 from ${contacts};
  insert into oauth_state (state, expires_at) select p || ':' || c, c from ${contacts};
  analyze; select 1`;
