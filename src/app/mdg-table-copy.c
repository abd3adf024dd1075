/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-table-copy.h"

#include <glib/gi18n.h>

#include "app/mdg-copy.h"
#include "core/mdg-format.h"

static GBytes *
write_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return mdg_export_table_to_tsv (data, cancellable, error);
}

/**
 * mdg_table_copy:
 * @parent: the widget on whose behalf
 * @table: what to copy
 *
 * Puts the columns and rows of @table on the clipboard, with tabs between the cells. They are written
 * in a thread; a toast tells when they are there. What is copied later wins, however long either
 * takes.
 */
void
mdg_table_copy (GtkWidget *parent, MdgExportTable *table)
{
  guint n = mdg_export_table_get_n_rows (table);
  g_autofree char *count = mdg_format_count (n);
  g_autofree char *message =
    g_strdup_printf (g_dngettext (NULL, "%s row copied", "%s rows copied", n), count);

  mdg_copy (parent, "text/plain;charset=utf-8", message, write_work, mdg_export_table_ref (table),
            (GDestroyNotify) mdg_export_table_unref);
}
