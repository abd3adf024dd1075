/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define BUSY_MILLISECONDS 5000
#define LOCK_STEP_MILLISECONDS 20

/* Offsets in the first page of an SQLite file (https://www.sqlite.org/fileformat.html). */
#define HEADER_SIZE 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_MAGIC "SQLite format 3"

typedef enum
{
  VERDICT_USABLE,
  VERDICT_DAMAGED,
  VERDICT_FOREIGN,
  VERDICT_NEWER,
  VERDICT_UNWRITABLE,
  VERDICT_FAILED, /* with an error: to be tried again as it is */
} Verdict;

G_DEFINE_QUARK (mdg - store - error - quark, mdg_store_error)

G_DEFINE_ENUM_TYPE (MdgStoreState,
                    mdg_store_state,
                    G_DEFINE_ENUM_VALUE (MDG_STORE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (MDG_STORE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (MDG_STORE_REPLACED, "replaced"),
                    G_DEFINE_ENUM_VALUE (MDG_STORE_NEWER_VERSION, "newer-version"),
                    G_DEFINE_ENUM_VALUE (MDG_STORE_IN_MEMORY, "in-memory"))

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
is_filled (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

/* Two processes that start together must not both set the same file aside, or the second would take
 * away what the first has begun. The folder itself serves as the lock, so no file is left behind;
 * where the file system knows no locks, there is none. Returns -1 with errno set on failure. */
static int
lock_folder (const char *directory)
{
  int folder = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (folder < 0)
    return -1;

  for (guint waited = 0; flock (folder, LOCK_EX | LOCK_NB) != 0; waited += LOCK_STEP_MILLISECONDS)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        break;
      if (waited >= BUSY_MILLISECONDS)
        {
          close (folder);
          errno = EWOULDBLOCK;
          return -1;
        }
      g_usleep (LOCK_STEP_MILLISECONDS * 1000);
    }

  return folder;
}

/* Looks at the bytes alone, since SQLite leaves traces beside a file that it opens. */
static Verdict
examine_bytes (const char *path)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize length;
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (file < 0)
    {
      if (errno != ENOENT)
        return VERDICT_UNWRITABLE;
      return is_filled (path, "-wal") ? VERDICT_DAMAGED : VERDICT_USABLE;
    }

  length = read (file, header, sizeof header);
  close (file);

  if (length < 0)
    return VERDICT_UNWRITABLE;
  if (length < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return VERDICT_DAMAGED;
  if (read_number (header + HEADER_APPLICATION_ID) == MDG_DATABASE_APPLICATION_ID &&
      read_number (header + HEADER_USER_VERSION) > mdg_migrations_get_version ())
    return VERDICT_NEWER;

  return VERDICT_USABLE;
}

/* What a failure while opening means for the file. */
static Verdict
judge_error (MdgDatabase *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  mdg_database_set_error (self, &local);
  if (g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_DAMAGED))
    return VERDICT_DAMAGED;
  if (g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY) ||
      g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_FULL))
    return VERDICT_UNWRITABLE;

  g_propagate_error (error, g_steal_pointer (&local));
  return VERDICT_FAILED;
}

static Verdict
examine_content (MdgDatabase *self, GError **error)
{
  g_autoptr (sqlite3_stmt) check = NULL;
  gint64 application_id = 0;
  gint64 version = 0;
  gint64 n_tables = 0;

  if (!mdg_database_get_number (self, "PRAGMA application_id", &application_id, NULL) ||
      !mdg_database_get_number (self, "PRAGMA user_version", &version, NULL) ||
      !mdg_database_get_number (self, "SELECT count (*) FROM sqlite_schema", &n_tables, NULL))
    return judge_error (self, error);

  /* A file that was begun and not finished has nothing in it yet. */
  if (application_id != MDG_DATABASE_APPLICATION_ID)
    return application_id == 0 && version == 0 && n_tables == 0 ? VERDICT_USABLE : VERDICT_FOREIGN;
  if (version > mdg_migrations_get_version ())
    return VERDICT_NEWER;
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return VERDICT_UNWRITABLE;

  check = mdg_database_prepare (self, "PRAGMA quick_check (1)", NULL);
  if (check == NULL || mdg_database_step (self, check, NULL) != SQLITE_ROW)
    return judge_error (self, error);

  return g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0 ? VERDICT_USABLE
                                                                              : VERDICT_DAMAGED;
}

/* Whoever opens the file reads the figures next. Reading them here tells a file that cannot be read
 * while it can still be set aside. */
static gboolean
keep_figures (MdgDatabase *self, GError **error)
{
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (self, error);

  return figures != NULL;
}

static gboolean
set_up (MdgDatabase *self, GError **error)
{
  /* A commit is on the disk before anybody is told "saved", also when the power fails. */
  return mdg_database_exec (self,
                            "PRAGMA journal_mode = WAL;"
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA foreign_keys = ON;"
                            "PRAGMA trusted_schema = OFF;"
                            "PRAGMA cell_size_check = ON;"
                            "PRAGMA journal_size_limit = 4194304;",
                            error) &&
         mdg_migrations_apply (self, mdg_migrations_get_version (), error) &&
         mdg_database_install_bundle (self, error) && keep_figures (self, error);
}

static void
close_handle (MdgDatabase *self)
{
  g_clear_pointer (&self->figures, mdg_figures_unref);
  sqlite3_close_v2 (g_steal_pointer (&self->handle));
}

/* SQLite begins a file with no byte in it, which a kill at that moment would leave, and which cannot
 * be told from a file that has lost all it held. So it is begun under another name. */
static Verdict
begin_file (MdgDatabase *self, GError **error)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };
  g_autofree char *begun = g_strconcat (self->path, "-begun", NULL);
  Verdict verdict = VERDICT_USABLE;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *left = g_strconcat (begun, suffixes[i], NULL);

      g_unlink (left);
    }

  if (sqlite3_open_v2 (begun, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                         SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK ||
      sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK)
    verdict = judge_error (self, error);
  close_handle (self);

  if (verdict == VERDICT_USABLE && g_rename (begun, self->path) != 0)
    verdict = VERDICT_UNWRITABLE;
  if (verdict != VERDICT_USABLE)
    g_unlink (begun);

  return verdict;
}

static Verdict
open_file (MdgDatabase *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  Verdict verdict = examine_bytes (self->path);

  if (verdict == VERDICT_USABLE && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    verdict = begin_file (self, error);
  if (verdict != VERDICT_USABLE)
    return verdict;

  if (sqlite3_open_v2 (self->path, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                         SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    return judge_error (self, error);

  /* Until the file is known to be this program's, closing it must not write to it either. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);

  verdict = examine_content (self, error);
  if (verdict != VERDICT_USABLE)
    return verdict;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (set_up (self, &local))
    return VERDICT_USABLE;

  if (g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_DAMAGED))
    return VERDICT_DAMAGED;
  if (g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY) ||
      g_error_matches (local, MDG_STORE_ERROR, MDG_STORE_ERROR_FULL))
    return VERDICT_UNWRITABLE;

  g_propagate_error (error, g_steal_pointer (&local));
  return VERDICT_FAILED;
}

/* A name beside the file under which none of the three files exists. */
static char *
find_free_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *directory = g_path_get_dirname (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *base = i == 1 ? g_strdup_printf ("madoguchi-set-aside-%s.db", stamp)
                                     : g_strdup_printf ("madoguchi-set-aside-%s-%u.db", stamp, i);
      g_autofree char *name = g_build_filename (directory, base, NULL);
      g_autofree char *wal = g_strconcat (name, "-wal", NULL);
      g_autofree char *shm = g_strconcat (name, "-shm", NULL);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (wal, G_FILE_TEST_EXISTS) &&
          !g_file_test (shm, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* Moves the file away together with its log, which is a part of it, and never over another file.
 * The log goes first: a kill in between leaves the damaged file to be set aside the next time. */
static char *
set_aside (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-shm", "-wal", "" };
  g_autofree char *target = find_free_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) destination = g_file_new_for_path (to);
      g_autoptr (GError) local = NULL;

      if (!g_file_move (source, destination, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL,
                        &local) &&
          !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }

  return g_steal_pointer (&target);
}

static void
take_notice (MdgDatabase *self, MdgStoreState state, char *notice)
{
  self->state = state;
  g_free (self->notice);
  self->notice = notice;
}

static gboolean
open_memory (MdgDatabase *self, GError **error)
{
  close_handle (self);
  if (sqlite3_open_v2 (":memory:", &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                         SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      mdg_database_set_error (self, error);
      return FALSE;
    }

  return set_up (self, error);
}

static gboolean
open_unwritable (MdgDatabase *self, GError **error)
{
  take_notice (self, MDG_STORE_IN_MEMORY,
               g_strdup_printf (_ ("%s cannot be written, so Madoguchi shows only the figures it "
                                   "comes with, and nothing you do will be kept. Check the "
                                   "permissions of the file and its folder and the free space on "
                                   "the disk, then restart Madoguchi."),
                                self->path));

  return open_memory (self, error);
}

static gboolean
open_newer (MdgDatabase *self, GError **error)
{
  take_notice (
    self, MDG_STORE_NEWER_VERSION,
    g_strdup_printf (_ ("%s was written by a newer version of Madoguchi. It was left as it "
                        "is; this version shows only the figures it comes with, and "
                        "nothing you do will be kept. Update Madoguchi to use your data."),
                     self->path));

  return open_memory (self, error);
}

static gboolean
open_replacement (MdgDatabase *self, Verdict why, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *name = NULL;
  g_autofree char *directory = g_path_get_dirname (self->path);

  close_handle (self);
  target = set_aside (self->path, NULL);
  if (target == NULL)
    return open_unwritable (self, error);

  name = g_path_get_basename (target);
  take_notice (
    self, MDG_STORE_REPLACED,
    why == VERDICT_FOREIGN
      ? g_strdup_printf (
          _ ("The data file was not one of Madoguchi’s. It was set aside as “%s” in "
             "the folder %s, and a new one was begun with the figures that come with "
             "the program. Import your own files again."),
          name, directory)
      : g_strdup_printf (_ ("The data file was damaged. It was set aside as “%s” in the folder %s, "
                            "and a new one was begun with the figures that come with the program. "
                            "Import your own files again, or put a backup of the file in its place "
                            "while Madoguchi is closed."),
                         name, directory));

  switch (open_file (self, error))
    {
    case VERDICT_USABLE:
      return TRUE;

    case VERDICT_FAILED:
      return FALSE;

    case VERDICT_DAMAGED:
    case VERDICT_FOREIGN:
    case VERDICT_NEWER:
    case VERDICT_UNWRITABLE:
    default:
      return open_unwritable (self, error);
    }
}

static gboolean
open_path (MdgDatabase *self, GError **error)
{
  Verdict verdict = open_file (self, error);

  switch (verdict)
    {
    case VERDICT_USABLE:
      return TRUE;

    case VERDICT_DAMAGED:
    case VERDICT_FOREIGN:
      return open_replacement (self, verdict, error);

    case VERDICT_NEWER:
      return open_newer (self, error);

    case VERDICT_UNWRITABLE:
      return open_unwritable (self, error);

    case VERDICT_FAILED:
    default:
      return FALSE;
    }
}

/**
 * mdg_database_open:
 * @directory: (nullable) (type filename): the folder that holds the data file, made if it is not
 *   there; %NULL for a private database in memory
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Opens the data file, brings it to this program's version, and loads the bundled figures if they
 * are not those of this program.
 *
 * A file that is damaged, empty or another program's is moved aside together with its -wal and
 * -shm, never over another file; a file of a newer version is left untouched; where nothing can be
 * written, nothing is. [method@Database.get_state] says which it was, [method@Database.get_notice]
 * says it in words.
 *
 * Returns: (transfer full): the database, or %NULL with @error set if another process holds the
 *   file, or if the bundled figures cannot be read
 */
MdgDatabase *
mdg_database_open (const char *directory, GError **error)
{
  g_autoptr (MdgDatabase) self = g_new0 (MdgDatabase, 1);
  gboolean opened;
  int lock;

  self->state = MDG_STORE_READY;
  if (directory == NULL)
    return open_memory (self, error) ? g_steal_pointer (&self) : NULL;

  self->path = g_build_filename (directory, MDG_DATABASE_FILE_NAME, NULL);
  (void) g_mkdir_with_parents (directory, 0700);

  lock = lock_folder (directory);
  if (lock < 0 && errno == EWOULDBLOCK)
    {
      g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_BUSY,
                   _ ("Another program is opening %s. Try again when it has finished."),
                   self->path);
      return NULL;
    }
  if (lock < 0)
    return open_unwritable (self, error) ? g_steal_pointer (&self) : NULL;

  opened = open_path (self, error);
  close (lock);

  return opened ? g_steal_pointer (&self) : NULL;
}

/**
 * mdg_database_free:
 * @self: (transfer full) (nullable): a database
 *
 * Closes the data file.
 */
void
mdg_database_free (MdgDatabase *self)
{
  if (self == NULL)
    return;

  close_handle (self);
  g_free (self->path);
  g_free (self->notice);
  g_free (self);
}

/**
 * mdg_database_get_state:
 * @self: a database
 *
 * Gets what was found when it was opened.
 *
 * Returns: the state, never %MDG_STORE_CLOSED
 */
MdgStoreState
mdg_database_get_state (MdgDatabase *self)
{
  return self->state;
}

/**
 * mdg_database_get_notice:
 * @self: a database
 *
 * Gets what happened when it was opened, in words for people.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is nothing to tell
 */
const char *
mdg_database_get_notice (MdgDatabase *self)
{
  return self->notice;
}

/**
 * mdg_database_get_data_version:
 * @self: a database
 *
 * Gets a number that changes when another connection has written to the file. Asking costs a few
 * microseconds.
 *
 * Returns: the number, or 0 if the file could not be read just now
 */
gint64
mdg_database_get_data_version (MdgDatabase *self)
{
  gint64 version = 0;

  (void) mdg_database_get_number (self, "PRAGMA data_version", &version, NULL);

  return version;
}
