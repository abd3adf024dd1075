/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-report-entry-row.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "model/mdg-provenance.h"

struct _MdgReportEntryRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *icon;
  GtkWidget *switch_row; /* NULL unless the table can be taken as printed */
};

enum
{
  SIGNAL_ACCEPT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgReportEntryRow, mdg_report_entry_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_icon_name (MdgEntryStatus status)
{
  switch (status)
    {
    case MDG_ENTRY_VERIFIED:
      return mdg_provenance_get_icon_name (MDG_QUALITY_VERIFIED);
    case MDG_ENTRY_PARTLY:
    case MDG_ENTRY_PRINTED:
    case MDG_ENTRY_ACCEPTED:
      return mdg_provenance_get_icon_name (MDG_QUALITY_PRINTED);
    case MDG_ENTRY_REFUSED:
      return "dialog-error-symbolic";
    case MDG_ENTRY_OPEN:
    case MDG_ENTRY_UNKNOWN:
      return "dialog-question-symbolic";
    case MDG_ENTRY_MISSING:
    case MDG_ENTRY_LEFT_OUT:
      return "dialog-warning-symbolic";
    case MDG_ENTRY_CONTINUED:
    case MDG_ENTRY_CHART:
    case MDG_ENTRY_TEXT:
    case MDG_N_ENTRY_STATUSES:
    default:
      return "text-x-generic-symbolic";
    }
}

static const char *
get_style (MdgEntryStatus status)
{
  switch (status)
    {
    case MDG_ENTRY_VERIFIED:
      return "success";
    case MDG_ENTRY_REFUSED:
      return "error";
    case MDG_ENTRY_OPEN:
      return "warning";
    case MDG_ENTRY_PARTLY:
    case MDG_ENTRY_PRINTED:
    case MDG_ENTRY_ACCEPTED:
    case MDG_ENTRY_UNKNOWN:
    case MDG_ENTRY_MISSING:
    case MDG_ENTRY_LEFT_OUT:
    case MDG_ENTRY_CONTINUED:
    case MDG_ENTRY_CHART:
    case MDG_ENTRY_TEXT:
    case MDG_N_ENTRY_STATUSES:
    default:
      return "dimmed";
    }
}

static void
show_status (MdgReportEntryRow *self, const MdgReportEntry *entry)
{
  const char *style[] = { get_style (entry->status), NULL };
  g_autofree char *summary = mdg_report_entry_get_summary (entry);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (entry->status));
  gtk_widget_set_css_classes (self->icon, style);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
}

/* What the status means, for those that do not say it themselves. */
static const char *
explain_status (const MdgReportEntry *entry)
{
  switch (entry->status)
    {
    case MDG_ENTRY_VERIFIED:
      return _ ("All sums, rates and ranks that the figures of this table must satisfy hold.");
    case MDG_ENTRY_PARTLY:
      return _ ("Sums, rates or ranks prove some of these figures; nothing proves or contradicts "
                "the others.");
    case MDG_ENTRY_PRINTED:
      return _ ("No sum or rate reaches these figures. They are shown as the source prints them.");
    case MDG_ENTRY_MISSING:
      return _ ("A deck usually has this table; it was not found here, and nothing is guessed.");
    case MDG_ENTRY_UNKNOWN:
      return _ ("Nothing tells what the figures of this table are, so nothing of it is stored.");
    case MDG_ENTRY_REFUSED:
    case MDG_ENTRY_ACCEPTED:
    case MDG_ENTRY_OPEN:
    case MDG_ENTRY_LEFT_OUT:
    case MDG_ENTRY_CONTINUED:
    case MDG_ENTRY_CHART:
    case MDG_ENTRY_TEXT:
    case MDG_N_ENTRY_STATUSES:
    default:
      return NULL;
    }
}

/* All that there is to say in one row: a table can have as many remarks as it has rows. */
static void
add_messages (MdgReportEntryRow *self, const MdgReportEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *explanation = explain_status (entry);
  GtkWidget *label;
  GtkWidget *row;

  if (explanation != NULL)
    g_string_append (text, explanation);
  for (guint i = 0; i < entry->messages->len; i++)
    {
      g_autofree char *message = mdg_import_message_render (g_ptr_array_index (entry->messages, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", message);
    }

  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "report-messages");

  row = adw_preferences_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
create_plain_row (const MdgReportEntry *entry, const char *label)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *summary = mdg_report_entry_get_summary (entry);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon_name (entry->status));

  gtk_widget_add_css_class (icon, get_style (entry->status));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
switch_cb (MdgReportEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPT_CHANGED], 0,
                 adw_switch_row_get_active (ADW_SWITCH_ROW (self->switch_row)));
}

static void
mdg_report_entry_row_class_init (MdgReportEntryRowClass *klass)
{
  signals[SIGNAL_ACCEPT_CHANGED] =
    g_signal_new ("accept-changed", MDG_TYPE_REPORT_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
mdg_report_entry_row_init (MdgReportEntryRow *self)
{
  self->icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * mdg_report_entry_row_new:
 * @entry: one slide or table of an import report
 *
 * Returns: (transfer floating): a row that says what became of it, and why; a #MdgReportEntryRow,
 *   or a plain row where there is no more to say
 */
GtkWidget *
mdg_report_entry_row_new (const MdgReportEntry *entry)
{
  MdgReportEntryRow *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  label = mdg_report_entry_get_label (entry);
  if (entry->messages->len == 0 && explain_status (entry) == NULL)
    return create_plain_row (entry, label);

  self = g_object_new (MDG_TYPE_REPORT_ENTRY_ROW, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  show_status (self, entry);
  add_messages (self, entry);

  return GTK_WIDGET (self);
}

/**
 * mdg_report_entry_row_update:
 * @self: a row
 * @entry: the same table after the file was read again
 *
 * Shows what has become of the table now.
 */
void
mdg_report_entry_row_update (MdgReportEntryRow *self, const MdgReportEntry *entry)
{
  g_return_if_fail (MDG_IS_REPORT_ENTRY_ROW (self));
  g_return_if_fail (entry != NULL);

  show_status (self, entry);
}

/**
 * mdg_report_entry_row_offer:
 * @self: a row
 * @entry: its table, which was refused
 *
 * Adds a switch that takes the figures of the table as they are printed.
 */
void
mdg_report_entry_row_offer (MdgReportEntryRow *self, const MdgReportEntry *entry)
{
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (MDG_IS_REPORT_ENTRY_ROW (self));
  g_return_if_fail (self->switch_row == NULL);

  count = mdg_format_count (entry->as_printed->len);
  subtitle =
    g_strdup_printf (g_dngettext (NULL, "%s figure will be marked as printed wherever it is shown",
                                  "%s figures will be marked as printed wherever they are shown",
                                  entry->as_printed->len),
                     count);
  self->switch_row = adw_switch_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->switch_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->switch_row),
                                 _ ("Store as printed, not verified"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->switch_row), subtitle);
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->switch_row),
                             entry->status == MDG_ENTRY_ACCEPTED);
  g_signal_connect_object (self->switch_row, "notify::active", G_CALLBACK (switch_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->switch_row);
}
