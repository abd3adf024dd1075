/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-runs-overview.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "desk/checklists/mdg-run-view.h"

struct _MdgRunsOverview
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  GPtrArray *rows; /* (element-type GtkWidget) */

  AdwPreferencesGroup *templates_group;
  AdwPreferencesGroup *open_group;
  AdwPreferencesGroup *finished_group;
};

enum
{
  BEGIN,
  OPEN,
  DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunsOverview, mdg_runs_overview, ADW_TYPE_BIN)

static gint64
get_run_id (GtkWidget *widget)
{
  const gint64 *run_id = g_object_get_data (G_OBJECT (widget), "run-id");

  return *run_id;
}

static void
set_run_id (GtkWidget *widget, gint64 run_id)
{
  g_object_set_data_full (G_OBJECT (widget), "run-id", g_memdup2 (&run_id, sizeof run_id), g_free);
}

static void
start_clicked_cb (GtkWidget *widget, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[BEGIN], 0, gtk_widget_get_name (widget));
}

static void
run_activated_cb (GtkWidget *row, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[OPEN], 0, get_run_id (row));
}

static void
delete_clicked_cb (GtkWidget *button, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[DELETE], 0, get_run_id (button));
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
add_row (MdgRunsOverview *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
add_template (MdgRunsOverview *self, const MdgChecklist *checklist)
{
  g_autofree char *count = g_strdup_printf (
    g_dngettext (NULL, "%u item", "%u items", checklist->items->len), checklist->items->len);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s", mdg_guide_text_get (&checklist->line), count);
  GtkWidget *row = new_row (mdg_guide_text_get (&checklist->title), subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_name (row, checklist->id);
  gtk_widget_set_tooltip_text (row, _ ("Begin a Run"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (checklist->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_signal_connect_object (row, "activated", G_CALLBACK (start_clicked_cb), self, 0);
  add_row (self, self->templates_group, row);
}

static char *
describe_run (const MdgRun *run, const MdgChecklist *checklist)
{
  g_autofree char *begun = mdg_desk_format_time (run->started_at);
  g_autofree char *finished = mdg_desk_format_time (run->finished_at);

  if (checklist == NULL)
    return g_strdup (_ ("This checklist is not in the guide any more"));
  if (run->finished_at != 0)
    return g_strdup_printf (_ ("Finished %s"), finished);

  return g_strdup_printf (_ ("Begun %s"), begun);
}

static void
add_run (MdgRunsOverview *self, const MdgRun *run)
{
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (self->pack, run->checklist_id);
  const char *title =
    checklist != NULL ? mdg_guide_text_get (&checklist->title) : run->checklist_id;
  g_autofree char *subtitle = describe_run (run, checklist);
  GtkWidget *row = new_row (title, subtitle);
  GtkWidget *delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  set_run_id (row, run->id);
  if (checklist != NULL)
    {
      guint n_items = checklist->items->len;
      guint n_handled = mdg_run_view_count_handled (checklist, run);
      g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), n_handled, n_items);
      GtkWidget *label = gtk_label_new (progress);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "tag");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      g_signal_connect_object (row, "activated", G_CALLBACK (run_activated_cb), self, 0);
    }
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  set_run_id (delete_button, run->id);
  gtk_widget_set_valign (delete_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (delete_button, _ ("Delete This Run"));
  gtk_widget_add_css_class (delete_button, "flat");
  g_signal_connect_object (delete_button, "clicked", G_CALLBACK (delete_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button);
  add_row (self, run->finished_at != 0 ? self->finished_group : self->open_group, row);
}

static void
mdg_runs_overview_dispose (GObject *object)
{
  MdgRunsOverview *self = MDG_RUNS_OVERVIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUNS_OVERVIEW);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_runs_overview_parent_class)->dispose (object);
}

static void
mdg_runs_overview_class_init (MdgRunsOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_runs_overview_dispose;

  signals[BEGIN] = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DELETE] = g_signal_new ("delete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-runs-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, templates_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, open_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, finished_group);
}

static void
mdg_runs_overview_init (MdgRunsOverview *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

static void
clear_rows (MdgRunsOverview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * mdg_runs_overview_show:
 * @self: an overview
 * @pack: a guide pack
 * @day: the day whose checklists can be begun
 * @runs: (nullable) (element-type MdgRun): the runs, the latest first, %NULL if not known yet
 * @hidden: the ids (gint64) of runs not to be shown
 *
 * Shows checklists and runs.
 */
void
mdg_runs_overview_show (MdgRunsOverview *self,
                        MdgGuidePack *pack,
                        MdgDay day,
                        GPtrArray *runs,
                        GHashTable *hidden)
{
  g_autoptr (GPtrArray) checklists = mdg_guide_pack_list_checklists (pack, day);
  guint n_open = 0;
  guint n_finished = 0;

  g_return_if_fail (MDG_IS_RUNS_OVERVIEW (self));

  mdg_guide_pack_ref (pack);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  self->pack = pack;

  clear_rows (self);
  for (guint i = 0; i < checklists->len; i++)
    add_template (self, g_ptr_array_index (checklists, i));
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (runs, i);

      if (g_hash_table_contains (hidden, &run->id))
        continue;
      add_run (self, run);
      if (run->finished_at != 0)
        n_finished++;
      else
        n_open++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->finished_group), n_finished > 0);
}
