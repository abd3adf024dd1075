/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-dialog.h"

#include <glib/gi18n.h>

#include "app/mdg-report-entry-row.h"

static GtkWidget *
create_group (const char *title, const MdgImportReport *report, gboolean refused)
{
  GtkWidget *group = adw_preferences_group_new ();
  gboolean empty = TRUE;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (report->entries, i);

      if ((entry->status == MDG_ENTRY_REFUSED) != refused)
        continue;

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mdg_report_entry_row_new (entry));
      empty = FALSE;
    }
  gtk_widget_set_visible (group, !empty);

  return group;
}

/**
 * mdg_import_dialog_new:
 * @heading: what came of the import, in few words
 * @summary: the same in a sentence
 * @report: all of it
 *
 * Returns: (transfer floating): a dialog that says what was refused and why, and what was not
 */
AdwDialog *
mdg_import_dialog_new (const char *heading, const char *summary, const MdgImportReport *report)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  g_return_val_if_fail (heading != NULL && summary != NULL && report != NULL, NULL);

  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), summary);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_group (_ ("Refused"), report, TRUE)));
  adw_preferences_page_add (
    ADW_PREFERENCES_PAGE (page),
    ADW_PREFERENCES_GROUP (create_group (_ ("All Other Slides and Tables"), report, FALSE)));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, heading);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
