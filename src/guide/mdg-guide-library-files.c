/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-library-private.h"

#include <glib/gi18n.h>

/* The part of mdg-guide-library.h that reads and writes the folder, in threads of its own. */

/* More packs than any organisation shares; a folder with more of them is not one of ours. */
#define MAX_PACKS 100

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return g_strcmp0 (name_a, name_b);
}

static GPtrArray *
list_files (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, cancellable, &own_error);

  /* Nobody has loaded a pack yet. */
  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_steal_pointer (&files);
  if (children == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  while (files->len < MAX_PACKS)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      /* A name that begins with a dot is of a file that is being written. */
      if (g_str_has_suffix (g_file_info_get_name (info), ".json") &&
          *g_file_info_get_name (info) != '.')
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = list_files (data, cancellable, &error);
  GPtrArray *entries;

  if (files == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (entries, mdg_guide_entry_new_from_file (g_ptr_array_index (files, i)));
  g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, mdg_guide_entry_new_from_file (data), g_object_unref);
}

/* Whether a good pack is in @file, which somebody may have put into the folder under any name. */
static gboolean
has_pack (MdgGuideLibrary *self, GFile *file)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      MdgGuideEntry *entry = g_ptr_array_index (self->own, i);

      if (mdg_guide_entry_get_pack (entry) != NULL &&
          g_file_equal (mdg_guide_entry_get_file (entry), file))
        return TRUE;
    }

  return FALSE;
}

/* A file with the id for its name. Ids are made of letters, digits and hyphens. */
static GFile *
get_place (MdgGuideLibrary *self, MdgGuidePack *pack)
{
  const char *id = mdg_guide_pack_get_id (pack);
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) place = g_file_get_child (self->folder, name);

  for (guint i = 2; has_pack (self, place); i++)
    {
      g_autofree char *other_name = g_strdup_printf ("%s.%u.json", id, i);

      g_clear_object (&place);
      place = g_file_get_child (self->folder, other_name);
    }

  return g_steal_pointer (&place);
}

typedef struct
{
  MdgGuideEntry *entry;
  GFile *place;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->entry);
  g_clear_object (&job->place);
  g_free (job);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GBytes *bytes = mdg_guide_entry_get_bytes (job->entry);
  g_autoptr (GFile) folder = g_file_get_parent (job->place);
  g_autoptr (GError) error = NULL;

  if (!g_file_make_directory_with_parents (folder, cancellable, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* All or nothing: whoever reads meanwhile has the old pack or the new one. A link to a file
   * elsewhere goes, rather than that the file is written to. */
  g_clear_error (&error);
  if (!g_file_replace_contents (
        job->place, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
        G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task, mdg_guide_entry_new_from_file (job->place), g_object_unref);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = mdg_guide_entry_get_file (data);
  g_autoptr (GError) error = NULL;

  if (g_file_delete (file, cancellable, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * mdg_guide_library_load_async:
 * @self: a library
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: data for @callback
 *
 * Reads the packs of organisations. A bad one stays in the list with its problems.
 */
void
mdg_guide_library_load_async (MdgGuideLibrary *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, mdg_guide_library_load_async);
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * mdg_guide_library_load_finish:
 * @self: a library
 * @result: the result of mdg_guide_library_load_async()
 * @error: return location for an error
 *
 * Takes the packs that were read into the list, and sets "notice".
 *
 * Returns: whether the folder could be read; one that does not exist has no packs
 */
gboolean
mdg_guide_library_load_finish (MdgGuideLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  entries = g_task_propagate_pointer (G_TASK (result), &own_error);
  if (entries == NULL)
    {
      if (!g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mdg_guide_library_set_notice (
          self, g_strdup_printf (_ ("The guide packs cannot be read (%s)."), own_error->message));
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  mdg_guide_library_take_all (self, entries);

  return TRUE;
}

/**
 * mdg_guide_library_read_async:
 * @self: a library
 * @file: a file
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: data for @callback
 *
 * Reads and checks @file, without taking it into the library.
 */
void
mdg_guide_library_read_async (MdgGuideLibrary *self,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, mdg_guide_library_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * mdg_guide_library_read_finish:
 * @self: a library
 * @result: the result of mdg_guide_library_read_async()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an entry with a pack for mdg_guide_library_add_async(), or
 *   with the problems of the file; %NULL if it was cancelled
 */
MdgGuideEntry *
mdg_guide_library_read_finish (MdgGuideLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MdgGuideEntry) entry = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  entry = g_task_propagate_pointer (G_TASK (result), error);

  return entry != NULL ? mdg_guide_library_refuse_taken_id (self, entry) : NULL;
}

/**
 * mdg_guide_library_add_async:
 * @self: a library
 * @entry: an entry with a pack
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: data for @callback
 *
 * Keeps a copy of the file of @entry in the library's folder. It takes the place of a pack with the
 * same id.
 */
void
mdg_guide_library_add_async (MdgGuideLibrary *self,
                             MdgGuideEntry *entry,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = NULL;
  MdgGuideEntry *old;
  Job *job;

  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (self));
  g_return_if_fail (MDG_IS_GUIDE_ENTRY (entry) && !mdg_guide_entry_is_builtin (entry));
  g_return_if_fail (mdg_guide_entry_get_pack (entry) != NULL);

  old = mdg_guide_library_find (self, mdg_guide_pack_get_id (mdg_guide_entry_get_pack (entry)));
  job = g_new0 (Job, 1);
  job->entry = g_object_ref (entry);
  job->place = old != NULL ? g_object_ref (mdg_guide_entry_get_file (old))
                           : get_place (self, mdg_guide_entry_get_pack (entry));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, mdg_guide_library_add_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, add_in_thread);
}

/**
 * mdg_guide_library_add_finish:
 * @self: a library
 * @result: the result of mdg_guide_library_add_async()
 * @error: return location for an error
 *
 * Takes the pack that was kept into the list.
 *
 * Returns: whether it was kept
 */
gboolean
mdg_guide_library_add_finish (MdgGuideLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MdgGuideEntry) entry = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  entry = g_task_propagate_pointer (G_TASK (result), error);
  if (entry == NULL)
    return FALSE;
  if (mdg_guide_entry_get_pack (entry) == NULL)
    {
      const MdgGuideProblem *first = g_ptr_array_index (mdg_guide_entry_get_problems (entry), 0);

      g_set_error_literal (error, MDG_GUIDE_ERROR, MDG_GUIDE_ERROR_READ, first->reason);
      return FALSE;
    }

  mdg_guide_library_take (self, entry);

  return TRUE;
}

/**
 * mdg_guide_library_remove_async:
 * @self: a library
 * @entry: an entry of the library that is not the built-in one
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: data for @callback
 *
 * Removes the file of @entry from the library's folder. What @entry has read stays with it, so that
 * mdg_guide_library_add_async() can bring it back.
 */
void
mdg_guide_library_remove_async (MdgGuideLibrary *self,
                                MdgGuideEntry *entry,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (self));
  g_return_if_fail (g_ptr_array_find (self->own, entry, NULL));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, mdg_guide_library_remove_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  g_task_run_in_thread (task, remove_in_thread);
}

/**
 * mdg_guide_library_remove_finish:
 * @self: a library
 * @result: the result of mdg_guide_library_remove_async()
 * @error: return location for an error
 *
 * Takes the entry out of the list. If it was in use, the built-in pack is, from now on.
 *
 * Returns: whether its file is gone
 */
gboolean
mdg_guide_library_remove_finish (MdgGuideLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  mdg_guide_library_drop (self, g_task_get_task_data (G_TASK (result)));

  return TRUE;
}
