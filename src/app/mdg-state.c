/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-state.h"

#include <glib/gstdio.h>

#define SAVE_DELAY_MS 500
#define GROUP_WINDOW "Window"
#define GROUP_FIGURES "Figures"
#define GROUP_DESK "Desk"

/* A size outside of these is a damaged file or a screen that is no longer there. */
#define MIN_SIZE 200
#define MAX_SIZE 16384

/* What is written, by whichever thread; the last that was asked for stays. */
typedef struct
{
  GMutex mutex;
  char *path;
  guint64 written;
} Writer;

typedef struct
{
  Writer *writer;
  char *text;
  guint64 number;
} Save;

struct _MdgState
{
  GObject parent_instance;

  Writer *writer; /* (atomic): kept by saves that are under way */
  GKeyFile *file;
  guint save_source;
  gboolean changed;
  guint64 number; /* of the last save */
};

G_DEFINE_FINAL_TYPE (MdgState, mdg_state, G_TYPE_OBJECT)

static Writer *
writer_new (const char *path)
{
  Writer *writer = g_atomic_rc_box_new0 (Writer);

  g_mutex_init (&writer->mutex);
  writer->path = g_strdup (path);

  return writer;
}

static void
clear_writer (gpointer data)
{
  Writer *writer = data;

  g_mutex_clear (&writer->mutex);
  g_free (writer->path);
}

static void
writer_unref (Writer *writer)
{
  g_atomic_rc_box_release_full (writer, clear_writer);
}

static void
save_free (Save *save)
{
  writer_unref (save->writer);
  g_free (save->text);
  g_free (save);
}

static Save *
new_save (MdgState *self)
{
  Save *save = g_new0 (Save, 1);

  save->writer = g_atomic_rc_box_acquire (self->writer);
  save->text = g_key_file_to_data (self->file, NULL, NULL);
  save->number = ++self->number;
  self->changed = FALSE;

  return save;
}

/* A state that cannot be written is not worth a question: the next start then begins as this one
 * did. */
static void
write_save (const Save *save)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&save->writer->mutex);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (save->number <= save->writer->written)
    return;

  folder = g_path_get_dirname (save->writer->path);
  g_mkdir_with_parents (folder, 0700);
  save->writer->written = save->number;
  if (!g_file_set_contents (save->writer->path, save->text, -1, &error))
    g_message ("The state of the window could not be saved: %s", error->message);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  write_save (data);
  g_task_return_boolean (task, TRUE);
}

/* Writing waits for the disk, for which the window must not wait. */
static gboolean
save_cb (gpointer data)
{
  MdgState *self = data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->save_source = 0;
  g_task_set_task_data (task, new_save (self), (GDestroyNotify) save_free);
  g_task_run_in_thread (task, write_in_thread);

  return G_SOURCE_REMOVE;
}

/* A change seldom comes alone: a window that is being resized brings dozens. */
static void
save_soon (MdgState *self)
{
  self->changed = TRUE;
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* Where the program may be ended by a power cut, and what is kept must still be there. */
static void
save_at_once (MdgState *self)
{
  self->changed = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_idle_add (save_cb, self);
}

static void
set_value (MdgState *self, const char *group, const char *key, const char *value)
{
  g_autofree char *old = g_key_file_get_value (self->file, group, key, NULL);

  if (g_strcmp0 (old, value) == 0)
    return;

  g_key_file_set_value (self->file, group, key, value);
  save_soon (self);
}

static void
set_int (MdgState *self, const char *group, const char *key, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  set_value (self, group, key, text);
}

static int
get_size (MdgState *self, const char *key, int fallback)
{
  int size = g_key_file_get_integer (self->file, GROUP_WINDOW, key, NULL);

  return size >= MIN_SIZE && size <= MAX_SIZE ? size : fallback;
}

static void
mdg_state_finalize (GObject *object)
{
  MdgState *self = MDG_STATE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_pointer (&self->file, g_key_file_unref);
  g_clear_pointer (&self->writer, writer_unref);

  G_OBJECT_CLASS (mdg_state_parent_class)->finalize (object);
}

static void
mdg_state_class_init (MdgStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_state_finalize;
}

static void
mdg_state_init (MdgState *self)
{
  self->file = g_key_file_new ();
}

/**
 * mdg_state_new:
 * @path: (type filename): the file
 *
 * Reads the state in @path. A file that is missing or cannot be read is an empty state.
 *
 * Returns: (transfer full): the state
 */
MdgState *
mdg_state_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  MdgState *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MDG_TYPE_STATE, NULL);
  self->writer = writer_new (path);

  if (!g_key_file_load_from_file (self->file, path, G_KEY_FILE_KEEP_COMMENTS, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_message ("Starting without the saved state, which could not be read from %s: %s", path,
                   error->message);

      /* What was read before the error must not come back with the next save. */
      g_key_file_unref (self->file);
      self->file = g_key_file_new ();
    }

  return self;
}

/**
 * mdg_state_new_default:
 *
 * Reads the state from the user's state folder.
 *
 * Returns: (transfer full): the state
 */
MdgState *
mdg_state_new_default (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "state.ini", NULL);

  return mdg_state_new (path);
}

/**
 * mdg_state_save:
 * @self: a #MdgState
 *
 * Writes what has changed, and returns when it is written: for when the program ends.
 */
void
mdg_state_save (MdgState *self)
{
  Save *save;

  g_return_if_fail (MDG_IS_STATE (self));

  /* A save that a thread has begun is waited for by the lock. */
  if (!self->changed && self->number == 0)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  save = new_save (self);
  write_save (save);
  save_free (save);
}

/**
 * mdg_state_get_window_size:
 * @self: a #MdgState
 * @width: (inout): the width in pixels; left as it is where none is saved
 * @height: (inout): the height in pixels; left as it is where none is saved
 * @maximized: (out): whether the window was maximized
 */
void
mdg_state_get_window_size (MdgState *self, int *width, int *height, gboolean *maximized)
{
  g_return_if_fail (MDG_IS_STATE (self));
  g_return_if_fail (width != NULL && height != NULL && maximized != NULL);

  *width = get_size (self, "width", *width);
  *height = get_size (self, "height", *height);
  *maximized = g_key_file_get_boolean (self->file, GROUP_WINDOW, "maximized", NULL);
}

/**
 * mdg_state_set_window_size:
 * @self: a #MdgState
 * @width: the width when not maximized, in pixels
 * @height: the height when not maximized, in pixels
 * @maximized: whether the window is maximized
 */
void
mdg_state_set_window_size (MdgState *self, int width, int height, gboolean maximized)
{
  g_return_if_fail (MDG_IS_STATE (self));

  set_int (self, GROUP_WINDOW, "width", width);
  set_int (self, GROUP_WINDOW, "height", height);
  set_value (self, GROUP_WINDOW, "maximized", maximized ? "true" : "false");
}

/**
 * mdg_state_get_page:
 * @self: a #MdgState
 *
 * Returns: (transfer full) (nullable): the id of the page that was shown; it may be one that this
 *   version does not have
 */
char *
mdg_state_get_page (MdgState *self)
{
  g_return_val_if_fail (MDG_IS_STATE (self), NULL);

  return g_key_file_get_string (self->file, GROUP_WINDOW, "page", NULL);
}

/**
 * mdg_state_set_page:
 * @self: a #MdgState
 * @page: the id of the page that is shown
 */
void
mdg_state_set_page (MdgState *self, const char *page)
{
  g_return_if_fail (MDG_IS_STATE (self));
  g_return_if_fail (page != NULL);

  set_value (self, GROUP_WINDOW, "page", page);
}

/**
 * mdg_state_get_scope:
 * @self: a #MdgState
 * @scope: (out): what was looked at, without what this version does not know; untouched if the
 *   result is %FALSE
 *
 * Returns: %TRUE if a scope was saved
 */
gboolean
mdg_state_get_scope (MdgState *self, MdgScope *scope)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MDG_IS_STATE (self), FALSE);
  g_return_val_if_fail (scope != NULL, FALSE);

  text = g_key_file_get_string (self->file, GROUP_FIGURES, "scope", NULL);
  if (text == NULL)
    return FALSE;

  mdg_scope_from_string (text, scope);
  return TRUE;
}

/**
 * mdg_state_set_scope:
 * @self: a #MdgState
 * @scope: what is looked at
 */
void
mdg_state_set_scope (MdgState *self, const MdgScope *scope)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_STATE (self));
  g_return_if_fail (scope != NULL);

  text = mdg_scope_to_string (scope);
  set_value (self, GROUP_FIGURES, "scope", text);
}

/**
 * mdg_state_get_walk:
 * @self: a #MdgState
 *
 * Returns: (transfer full) (nullable): where the user stood at the desk, as
 *   mdg_guide_walk_to_text() has it
 */
char *
mdg_state_get_walk (MdgState *self)
{
  g_return_val_if_fail (MDG_IS_STATE (self), NULL);

  return g_key_file_get_string (self->file, GROUP_DESK, "walk", NULL);
}

/**
 * mdg_state_set_walk:
 * @self: a #MdgState
 * @walk: (nullable): where the user stands at the desk, or %NULL to keep nothing of it
 *
 * Keeps or forgets it at once, not only soon.
 */
void
mdg_state_set_walk (MdgState *self, const char *walk)
{
  g_autofree char *old = NULL;

  g_return_if_fail (MDG_IS_STATE (self));

  old = mdg_state_get_walk (self);
  if (g_strcmp0 (old, walk) == 0)
    return;

  if (walk != NULL)
    g_key_file_set_string (self->file, GROUP_DESK, "walk", walk);
  else
    g_key_file_remove_group (self->file, GROUP_DESK, NULL);
  save_at_once (self);
}
