/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"

/*
 * What brings the file from one version to the next. A script that has been released is never
 * changed: another is added below it.
 *
 * Months, days and areas are numbers as in MdgMonth, MdgDay and MdgArea; facility_type, measure,
 * quality, precision, doubt, origin, trust and state are the values of their enumerations. Whoever
 * adds a value adds it at the end of its enumeration and a script here, if an empty one, so that an
 * older program leaves the file alone; whoever moves one renumbers the rows in a script.
 */
static const char *const scripts[] = {
  "CREATE TABLE meta ("
  "  key TEXT NOT NULL PRIMARY KEY,"
  "  value ANY NOT NULL"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE editions ("
  "  number INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL,"
  "  publisher TEXT NOT NULL,"
  "  url TEXT,"
  "  published INTEGER NOT NULL CHECK (published >= 0),"
  "  digest TEXT NOT NULL,"
  "  importer_version INTEGER NOT NULL,"
  "  origin INTEGER NOT NULL,"
  "  trust INTEGER NOT NULL,"
  "  file_name TEXT,"
  "  imported_at INTEGER NOT NULL,"
  "  report TEXT"
  ") STRICT;"

  "CREATE TABLE observations ("
  "  edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,"
  "  month INTEGER NOT NULL CHECK (month BETWEEN 0 AND 65535),"
  "  as_of INTEGER NOT NULL CHECK (as_of BETWEEN 0 AND 4294967295),"
  "  area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 47),"
  "  facility_type INTEGER NOT NULL CHECK (facility_type >= 0),"
  "  measure INTEGER NOT NULL CHECK (measure >= 0),"
  "  quality INTEGER NOT NULL CHECK (quality >= 0),"
  "  precision INTEGER NOT NULL CHECK (precision >= 0),"
  "  doubt INTEGER NOT NULL CHECK (doubt >= 0),"
  "  page INTEGER NOT NULL CHECK (page BETWEEN -1 AND 32767),"
  "  digits INTEGER NOT NULL,"
  "  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 9),"
  "  PRIMARY KEY (edition, month, as_of, area, facility_type, measure)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE runs ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  checklist TEXT NOT NULL,"
  "  template_version TEXT NOT NULL,"
  "  started_at INTEGER NOT NULL,"
  "  finished_at INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE run_items ("
  "  run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
  "  item TEXT NOT NULL,"
  "  state INTEGER NOT NULL,"
  "  who TEXT NOT NULL,"
  "  note TEXT NOT NULL,"
  "  touched_at INTEGER NOT NULL,"
  "  PRIMARY KEY (run, item)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE contacts ("
  "  kind TEXT NOT NULL PRIMARY KEY,"
  "  name TEXT NOT NULL,"
  "  phone TEXT NOT NULL,"
  "  note TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;",

  /* When an edition was removed, in seconds since 1970; 0 while it is shown. */
  "ALTER TABLE editions ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0 CHECK (removed_at >= 0);",

  /* Who trains, the rounds of drills, and what was chosen in them. */
  "CREATE TABLE trainees ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  name TEXT NOT NULL UNIQUE,"
  "  created_at INTEGER NOT NULL,"
  "  chosen_at INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE rounds ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  trainee INTEGER NOT NULL REFERENCES trainees (id) ON DELETE CASCADE,"
  "  mode INTEGER NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  situation TEXT NOT NULL,"
  "  pack TEXT NOT NULL,"
  "  pack_version TEXT NOT NULL,"
  "  day INTEGER NOT NULL,"
  "  plan TEXT NOT NULL,"
  "  started_at INTEGER NOT NULL,"
  "  finished_at INTEGER NOT NULL,"
  "  n_drills INTEGER NOT NULL,"
  "  n_right INTEGER NOT NULL,"
  "  is_passed INTEGER NOT NULL"
  ") STRICT;"

  "CREATE INDEX rounds_by_trainee ON rounds (trainee);"

  "CREATE TABLE attempts ("
  "  round INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL CHECK (number >= 0),"
  "  drill TEXT NOT NULL,"
  "  situation TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  choices TEXT NOT NULL,"
  "  is_right INTEGER NOT NULL,"
  "  is_finished INTEGER NOT NULL,"
  "  at INTEGER NOT NULL,"
  "  PRIMARY KEY (round, number)"
  ") STRICT, WITHOUT ROWID;",

  /* Sessions for a group, their scenarios in order, and the votes on each question. */
  "CREATE TABLE sessions ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 4294967295),"
  "  trainer TEXT NOT NULL,"
  "  title TEXT NOT NULL,"
  "  attendees TEXT NOT NULL,"
  "  pack TEXT NOT NULL,"
  "  pack_version TEXT NOT NULL,"
  "  created_at INTEGER NOT NULL,"
  "  started_at INTEGER NOT NULL,"
  "  finished_at INTEGER NOT NULL,"
  "  scenario INTEGER NOT NULL CHECK (scenario BETWEEN 0 AND 4294967295),"
  "  frame INTEGER NOT NULL CHECK (frame BETWEEN 0 AND 4294967295)"
  ") STRICT;"

  "CREATE TABLE session_scenarios ("
  "  session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL CHECK (number >= 0),"
  "  drill TEXT NOT NULL,"
  "  title TEXT NOT NULL,"
  "  situation TEXT NOT NULL,"
  "  PRIMARY KEY (session, number)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE session_steps ("
  "  session INTEGER NOT NULL,"
  "  scenario INTEGER NOT NULL,"
  "  number INTEGER NOT NULL CHECK (number >= 0),"
  "  question TEXT NOT NULL,"
  "  revealed_at INTEGER NOT NULL,"
  "  PRIMARY KEY (session, scenario, number),"
  "  FOREIGN KEY (session, scenario) REFERENCES session_scenarios (session, number)"
  "    ON DELETE CASCADE"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE session_votes ("
  "  session INTEGER NOT NULL,"
  "  scenario INTEGER NOT NULL,"
  "  number INTEGER NOT NULL,"
  "  place INTEGER NOT NULL CHECK (place >= 0),"
  "  choice TEXT NOT NULL,"
  "  text TEXT NOT NULL,"
  "  votes INTEGER NOT NULL CHECK (votes BETWEEN 0 AND 4294967295),"
  "  is_right INTEGER NOT NULL,"
  "  PRIMARY KEY (session, scenario, number, place),"
  "  FOREIGN KEY (session, scenario, number) REFERENCES session_steps (session, scenario, number)"
  "    ON DELETE CASCADE"
  ") STRICT, WITHOUT ROWID;",

  /* The desk log: when a case was begun, in microseconds since 1970, and what came of it. */
  "CREATE TABLE desk_log ("
  "  at INTEGER PRIMARY KEY,"
  "  pack TEXT NOT NULL,"
  "  pack_version TEXT NOT NULL,"
  "  situation TEXT NOT NULL,"
  "  outcome TEXT NOT NULL"
  ") STRICT;",

  /* Checklists: what a run was begun with (runs of one version share it), why an item does not apply,
   * everything that happened to a run, and what the facility has added. Times as above; kind is an
   * MdgRunEventKind. An own item's checklist is one of a guide pack, or "own:" and a number. */
  "CREATE TABLE run_templates ("
  "  id INTEGER PRIMARY KEY,"
  "  digest TEXT NOT NULL UNIQUE,"
  "  text TEXT NOT NULL"
  ") STRICT;"

  "ALTER TABLE runs ADD COLUMN template INTEGER REFERENCES run_templates (id);"
  "CREATE INDEX runs_by_template ON runs (template);"
  "ALTER TABLE run_items ADD COLUMN reason TEXT NOT NULL DEFAULT '';"

  "CREATE TABLE run_events ("
  "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
  "  at INTEGER NOT NULL,"
  "  kind INTEGER NOT NULL CHECK (kind >= 0),"
  "  item TEXT NOT NULL,"
  "  state INTEGER NOT NULL,"
  "  who TEXT NOT NULL,"
  "  reason TEXT NOT NULL,"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX run_events_by_run ON run_events (run);"

  "CREATE TABLE own_checklists ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  title TEXT NOT NULL CHECK (title <> ''),"
  "  removed_at INTEGER NOT NULL DEFAULT 0 CHECK (removed_at >= 0)"
  ") STRICT;"

  "CREATE TABLE own_items ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  checklist TEXT NOT NULL,"
  "  position INTEGER NOT NULL,"
  "  text TEXT NOT NULL CHECK (text <> ''),"
  "  removed_at INTEGER NOT NULL DEFAULT 0 CHECK (removed_at >= 0)"
  ") STRICT;"
  "CREATE INDEX own_items_by_checklist ON own_items (checklist, position);",
};

/**
 * mdg_migrations_get_version:
 *
 * Gets the version of the file that this program writes.
 *
 * Returns: the version
 */
guint
mdg_migrations_get_version (void)
{
  return G_N_ELEMENTS (scripts);
}

static gboolean
apply_next (MdgDatabase *self, guint to_version, gint64 *version, GError **error)
{
  g_autofree char *mark = NULL;

  /* Read again under the lock: another process may have been here. */
  if (!mdg_database_get_number (self, "PRAGMA user_version", version, error))
    return FALSE;
  if (*version >= to_version)
    return TRUE;

  mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                          MDG_DATABASE_APPLICATION_ID, (int) ++*version);

  return mdg_database_exec (self, scripts[*version - 1], error) &&
         mdg_database_exec (self, mark, error);
}

/**
 * mdg_migrations_apply:
 * @self: a database of this or an older version
 * @to_version: up to mdg_migrations_get_version(), which is this program’s version
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Brings the file to a version, each step in a transaction of its own.
 *
 * Returns: whether it is of this version now
 */
gboolean
mdg_migrations_apply (MdgDatabase *self, guint to_version, GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (to_version <= G_N_ELEMENTS (scripts), FALSE);

  if (!mdg_database_get_number (self, "PRAGMA user_version", &version, error))
    return FALSE;

  while (version < to_version)
    {
      if (!mdg_database_exec (self, "BEGIN IMMEDIATE", error) ||
          !mdg_database_end (self, apply_next (self, to_version, &version, error), error))
        return FALSE;
    }

  return TRUE;
}
