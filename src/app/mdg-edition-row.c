/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/mdg-edition-row.h"

#include <glib/gi18n.h>

#include "app/mdg-report-entry-row.h"
#include "core/mdg-format.h"
#include "import/mdg-import-report.h"

struct _MdgEditionRow
{
  AdwExpanderRow parent_instance;

  MdgEdition *edition;
  guint counts[MDG_N_QUALITIES];
  gboolean filled;
};

enum
{
  SIGNAL_REMOVE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgEditionRow, mdg_edition_row, ADW_TYPE_EXPANDER_ROW)

static void
add_property (MdgEditionRow *self, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
remove_clicked_cb (MdgEditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE_REQUESTED], 0);
}

static void
add_remove_row (MdgEditionRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remove This Edition"));
  gtk_widget_add_css_class (row, "destructive-action");
  g_signal_connect_object (row, "activated", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static char *
describe_counts (MdgEditionRow *self)
{
  GString *text = g_string_new (NULL);

  for (int i = MDG_N_QUALITIES - 1; i >= 0; i--)
    {
      g_autofree char *count = mdg_format_count (self->counts[i]);

      if (self->counts[i] > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                                mdg_quality_get_label (i), count);
    }
  return g_string_free (text, FALSE);
}

static void
fill (MdgEditionRow *self)
{
  const MdgEdition *edition = self->edition;
  g_autofree char *counts = describe_counts (self);

  add_property (self, _ ("Figures"), counts);
  if (edition->url != NULL && edition->url[0] != '\0')
    add_property (self, _ ("Address"), edition->url);
  if (edition->file_name != NULL)
    add_property (self, _ ("File"), edition->file_name);
  if (edition->origin == MDG_ORIGIN_IMPORTED)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (edition->imported_at);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *text = g_date_time_format (local, "%F %H:%M");

      add_property (self, _ ("Imported"), text);
    }
  add_property (self, _ ("Edition"), edition->id);
  add_property (self, _ ("Digest (SHA-256)"), edition->digest);

  if (edition->report != NULL && edition->report[0] != '\0')
    {
      g_autoptr (MdgImportReport) report = mdg_import_report_parse (edition->report, NULL);

      for (guint i = 0; report != NULL && i < report->entries->len; i++)
        adw_expander_row_add_row (
          ADW_EXPANDER_ROW (self),
          mdg_report_entry_row_new (g_ptr_array_index (report->entries, i)));
    }
  if (edition->origin == MDG_ORIGIN_IMPORTED)
    add_remove_row (self);
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
}

static void
mdg_edition_row_init (MdgEditionRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * mdg_edition_row_new:
 * @figures: the figures
 * @edition: index of the edition in @figures
 *
 * Returns: (transfer floating): a row for one edition
 */
GtkWidget *
mdg_edition_row_new (MdgFigures *figures, guint edition)
{
  MdgEditionRow *self = g_object_new (MDG_TYPE_EDITION_ROW, "use-markup", FALSE, NULL);
  g_autoptr (GString) subtitle = NULL;
  g_autofree char *count = NULL;
  guint n = 0;

  self->edition = mdg_edition_ref (mdg_figures_get_edition (figures, edition));
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      if (observation->edition == edition)
        {
          self->counts[observation->quality]++;
          n++;
        }
    }

  count = mdg_format_count (n);
  subtitle = g_string_new (self->edition->publisher);
  if (self->edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (self->edition->published);

      g_string_append_printf (subtitle, " · %s", day);
    }
  g_string_append (subtitle, " · ");
  g_string_append_printf (subtitle, g_dngettext (NULL, "%s figure", "%s figures", n), count);

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
