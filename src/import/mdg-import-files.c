/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-files.h"

#include "import/mdg-import-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Far more than anybody's decks; a folder with more is not what was meant. */
#define MAX_FILES 1000u
#define MAX_DEPTH 4u

static gboolean
append (GPtrArray *found, GHashTable *seen, GFile *file, GError **error)
{
  if (g_hash_table_contains (seen, file))
    return TRUE;
  if (found->len >= MAX_FILES)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
                   _ ("There are more than %u files. Choose the decks and tables themselves, or a "
                      "smaller folder."),
                   MAX_FILES);
      return FALSE;
    }

  g_hash_table_add (seen, file);
  g_ptr_array_add (found, g_object_ref (file));

  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *uri_a = g_file_get_uri ((GFile *) a);
  g_autofree char *uri_b = g_file_get_uri ((GFile *) b);

  return strcmp (uri_a, uri_b);
}

/* What is hidden is nobody's deck, and links inside a folder may lead round in a circle. */
static gboolean
is_wanted (GFileInfo *info)
{
  GFileType type = g_file_info_get_file_type (info);

  return !g_file_info_get_is_hidden (info) && !g_file_info_get_is_symlink (info) &&
         (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_DIRECTORY);
}

static gboolean
append_folder (GPtrArray *found,
               GHashTable *seen,
               GFile *folder,
               guint depth,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);

  children = g_file_enumerate_children (
    folder, "standard::name,standard::type,standard::is-hidden,standard::is-symlink",
    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (children == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        break;
      if (is_wanted (info))
        g_ptr_array_add (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY ? folders
                                                                                   : files,
                         g_object_ref (child));
    }

  g_ptr_array_sort_values (files, compare_names);
  g_ptr_array_sort_values (folders, compare_names);
  for (guint i = 0; i < files->len; i++)
    if (!append (found, seen, g_ptr_array_index (files, i), error))
      return FALSE;
  for (guint i = 0; depth < MAX_DEPTH && i < folders->len; i++)
    if (!append_folder (found, seen, g_ptr_array_index (folders, i), depth + 1, cancellable, error))
      return FALSE;

  return TRUE;
}

/**
 * mdg_import_files_expand:
 * @files: (element-type GFile): files and folders
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Replaces each folder by the files in it and in its folders, by name; hidden ones and links inside
 * are passed over. A file that is named twice stays once. What is not a folder is taken as it is,
 * also if it cannot be read, so that the reader can say why. Blocks.
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files, or %NULL with
 *   %MDG_IMPORT_ERROR_TOO_LARGE where there are too many, or an error of #GIOErrorEnum
 */
GPtrArray *
mdg_import_files_expand (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);

  g_return_val_if_fail (files != NULL, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      gboolean is_folder =
        g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;

      if (is_folder ? !append_folder (found, seen, file, 0, cancellable, error)
                    : !append (found, seen, file, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}
