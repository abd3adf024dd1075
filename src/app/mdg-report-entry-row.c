/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-report-entry-row.h"

static const char *
get_icon_name (MdgEntryStatus status)
{
  switch (status)
    {
    case MDG_ENTRY_VERIFIED:
      return "mdg-quality-verified-symbolic";
    case MDG_ENTRY_PARTLY:
    case MDG_ENTRY_PRINTED:
      return "mdg-quality-printed-symbolic";
    case MDG_ENTRY_REFUSED:
      return "dialog-error-symbolic";
    case MDG_ENTRY_MISSING:
      return "dialog-warning-symbolic";
    case MDG_ENTRY_CONTINUED:
    case MDG_ENTRY_CHART:
    case MDG_ENTRY_TEXT:
    case MDG_N_ENTRY_STATUSES:
    default:
      return "text-x-generic-symbolic";
    }
}

/**
 * mdg_report_entry_row_new:
 * @entry: one slide or table of an import report
 *
 * Returns: (transfer floating): a row that says what became of it, and why
 */
GtkWidget *
mdg_report_entry_row_new (const MdgReportEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;
  g_autofree char *label = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GString) subtitle = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  label = mdg_report_entry_get_label (entry);
  summary = mdg_report_entry_get_summary (entry);
  subtitle = g_string_new (summary);
  for (guint i = 0; i < entry->messages->len; i++)
    {
      g_autofree char *message = mdg_import_message_render (g_ptr_array_index (entry->messages, i));

      g_string_append_printf (subtitle, "\n%s", message);
    }

  icon = gtk_image_new_from_icon_name (get_icon_name (entry->status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mdg_entry_status_get_label (entry->status), -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}
