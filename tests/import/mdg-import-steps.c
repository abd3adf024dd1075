/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-steps.h"

#include "import/mdg-import.h"

/* A file is read, proved and stored, as the application does it. */
static gboolean
import (MdgDatabase *database, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MdgFigures) known = mdg_database_load_figures (database, error);
  g_autoptr (MdgImportResult) result = NULL;

  if (known == NULL)
    return FALSE;
  result = mdg_import_file (file, &(MdgImportOptions) { .known = known }, NULL, error);

  return result != NULL && mdg_database_store_batch (database, result->batch, NULL, error);
}

static char *
compute_digest (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

/**
 * mdg_import_step:
 * @database: a database
 * @path: a deck
 * @step: which step, from 0 on without an end
 * @error: return location for an error
 *
 * Does the next thing that a person can do with a file: import it, undo that, take the undo back,
 * import over what was removed, delete for good. Each is one transaction.
 *
 * Returns: whether it was done
 */
gboolean
mdg_import_step (MdgDatabase *database, const char *path, guint step, GError **error)
{
  g_autofree char *digest = compute_digest (path, error);

  if (digest == NULL)
    return FALSE;

  switch (step % MDG_N_IMPORT_STEPS)
    {
    case 1:
    case 3:
    case 5:
      return mdg_database_remove_edition (database, digest, error);

    case 2:
      return mdg_database_restore_edition (database, digest, error);

    case 6:
      return mdg_database_delete_removed (database, digest, error);

    default:
      return import (database, path, error);
    }
}
