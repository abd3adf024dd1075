/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/mdg-edition-row.h"

#include <glib/gi18n.h>

#include "app/mdg-report-entry-row.h"
#include "core/mdg-format.h"
#include "import/mdg-import-report.h"

/* So many digits of a digest tell editions apart. */
#define N_DIGEST_DIGITS 12

struct _MdgEditionRow
{
  AdwExpanderRow parent_instance;

  MdgEdition *edition;
  gboolean filled;
};

enum
{
  SIGNAL_REMOVE_REQUESTED,
  SIGNAL_RESTORE_REQUESTED,
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgEditionRow, mdg_edition_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
add_property (MdgEditionRow *self, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

static void
copy_digest_cb (MdgEditionRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->edition->digest);
}

/* The first digits tell editions apart; all of them prove which file it was. */
static void
add_digest (MdgEditionRow *self)
{
  g_autofree char *start = g_strdup_printf ("%.*s…", N_DIGEST_DIGITS, self->edition->digest);
  GtkWidget *row = add_property (self, _ ("Digest (SHA-256)"), start);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_tooltip_text (row, self->edition->digest);
  gtk_widget_set_tooltip_text (button, _ ("Copy the Whole Digest"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_digest_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
remove_clicked_cb (MdgEditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE_REQUESTED], 0);
}

static void
restore_clicked_cb (MdgEditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_RESTORE_REQUESTED], 0);
}

static void
delete_clicked_cb (MdgEditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
add_button (MdgEditionRow *self, const char *title, const char *style, GCallback clicked)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (style != NULL)
    gtk_widget_add_css_class (row, style);
  g_signal_connect_object (row, "activated", clicked, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_actions (MdgEditionRow *self)
{
  if (self->edition->removed_at != 0)
    {
      add_button (self, _ ("Restore This Edition"), NULL, G_CALLBACK (restore_clicked_cb));
      add_button (self, _ ("Delete for Good…"), "destructive-action",
                  G_CALLBACK (delete_clicked_cb));
    }
  else if (self->edition->origin == MDG_ORIGIN_IMPORTED)
    {
      add_button (self, _ ("Remove This Edition"), "destructive-action",
                  G_CALLBACK (remove_clicked_cb));
    }
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day =
    mdg_format_day (mdg_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                 g_date_time_get_day_of_month (local)));

  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

static char *
describe_counts (const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (int i = MDG_N_QUALITIES - 1; i >= 0; i--)
    {
      g_autofree char *count = mdg_format_count (counts[i]);

      if (counts[i] > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                                mdg_quality_get_label (i), count);
    }
  return g_string_free (text, FALSE);
}

static void
fill (MdgEditionRow *self)
{
  const MdgEdition *edition = self->edition;
  g_autofree char *imported = NULL;
  g_autofree char *removed = NULL;

  if (edition->url != NULL && edition->url[0] != '\0')
    add_property (self, _ ("Address"), edition->url);
  if (edition->file_name != NULL)
    add_property (self, _ ("File"), edition->file_name);
  if (edition->origin == MDG_ORIGIN_IMPORTED)
    {
      imported = format_time (edition->imported_at);
      add_property (self, _ ("Imported"), imported);
    }
  if (edition->removed_at != 0)
    {
      removed = format_time (edition->removed_at);
      add_property (self, _ ("Removed"), removed);
    }
  add_property (self, _ ("Edition"), edition->id);
  add_digest (self);

  if (edition->report != NULL && edition->report[0] != '\0')
    {
      g_autoptr (MdgImportReport) report = mdg_import_report_parse (edition->report, NULL);

      for (guint i = 0; report != NULL && i < report->entries->len; i++)
        adw_expander_row_add_row (
          ADW_EXPANDER_ROW (self),
          mdg_report_entry_row_new (g_ptr_array_index (report->entries, i)));
    }
  add_actions (self);
}

static void
expanded_cb (MdgEditionRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  fill (self);
}

static void
mdg_edition_row_finalize (GObject *object)
{
  MdgEditionRow *self = MDG_EDITION_ROW (object);

  g_clear_pointer (&self->edition, mdg_edition_unref);

  G_OBJECT_CLASS (mdg_edition_row_parent_class)->finalize (object);
}

static void
mdg_edition_row_class_init (MdgEditionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_edition_row_finalize;

  signals[SIGNAL_REMOVE_REQUESTED] =
    g_signal_new ("remove-requested", MDG_TYPE_EDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_RESTORE_REQUESTED] =
    g_signal_new ("restore-requested", MDG_TYPE_EDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_DELETE_REQUESTED] =
    g_signal_new ("delete-requested", MDG_TYPE_EDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
mdg_edition_row_init (MdgEditionRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * mdg_edition_row_new:
 * @edition: an edition
 * @counts: (nullable) (array fixed-size=4): how many figures of each quality it has, or %NULL if it
 *   was removed
 *
 * Returns: (transfer floating): a row for one edition
 */
GtkWidget *
mdg_edition_row_new (MdgEdition *edition, const guint *counts)
{
  MdgEditionRow *self = g_object_new (MDG_TYPE_EDITION_ROW, "use-markup", FALSE, NULL);
  g_autoptr (GString) subtitle = NULL;

  self->edition = mdg_edition_ref (edition);
  subtitle = g_string_new (self->edition->publisher);
  if (self->edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (self->edition->published);

      g_string_append_printf (subtitle, " · %s", day);
    }
  if (counts != NULL)
    {
      g_autofree char *described = describe_counts (counts);

      g_string_append_printf (subtitle, "\n%s", described);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->edition->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle->str);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  return GTK_WIDGET (self);
}

/**
 * mdg_edition_row_get_edition:
 * @self: a row
 *
 * Returns: (transfer none): the edition
 */
MdgEdition *
mdg_edition_row_get_edition (MdgEditionRow *self)
{
  g_return_val_if_fail (MDG_IS_EDITION_ROW (self), NULL);

  return self->edition;
}
