/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/mdg-sources-page.h"

#include <glib/gi18n.h>

#include "app/mdg-edition-row.h"
#include "model/mdg-provenance.h"

struct _MdgSourcesPage
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  MdgStore *store;
  GPtrArray *rows; /* (element-type GtkWidget): the edition rows now shown */

  AdwPreferencesGroup *imported_group;
  AdwPreferencesGroup *removed_group;
  AdwPreferencesGroup *ministry_group;
  AdwPreferencesGroup *press_group;
  AdwPreferencesGroup *unofficial_group;
  AdwPreferencesGroup *qualities_group;
  AdwPreferencesGroup *measures_group;
  GtkWidget *nothing_imported_row;
};

G_DEFINE_FINAL_TYPE (MdgSourcesPage, mdg_sources_page, ADW_TYPE_BIN)

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
fill_definitions (MdgSourcesPage *self)
{
  for (int i = MDG_N_QUALITIES - 1; i >= 0; i--)
    {
      GtkWidget *row = new_row (mdg_quality_get_label (i), mdg_quality_get_description (i));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name (mdg_provenance_get_icon_name (i)));
      adw_preferences_group_add (self->qualities_group, row);
    }

  for (guint i = 0; i < MDG_N_MEASURES; i++)
    {
      g_autofree char *subtitle =
        g_strdup_printf ("%s\n%s", mdg_measure_get_definition (i), mdg_measure_get_source (i));

      adw_preferences_group_add (self->measures_group,
                                 new_row (mdg_measure_get_label (i), subtitle));
    }
}

static AdwPreferencesGroup *
find_group (MdgSourcesPage *self, const MdgEdition *edition)
{
  if (edition->removed_at != 0)
    return self->removed_group;
  if (edition->origin == MDG_ORIGIN_IMPORTED)
    return self->imported_group;
  switch (edition->trust)
    {
    case MDG_TRUST_MINISTRY:
      return self->ministry_group;
    case MDG_TRUST_PRESS:
      return self->press_group;
    case MDG_TRUST_UNOFFICIAL:
    default:
      return self->unofficial_group;
    }
}

static gpointer
remove_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_remove_edition (database, data, error));
}

static gpointer
restore_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_restore_edition (database, data, error));
}

static gpointer
delete_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_delete_removed (database, data, error));
}

static void
add_toast (MdgSourcesPage *self, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
report_error (MdgSourcesPage *self, const GError *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  add_toast (self, toast);
}

/* Of what changes nothing but the lists, which follow the figures by themselves. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgSourcesPage) self = data;
  g_autoptr (GError) error = NULL;

  mdg_store_run_finish (MDG_STORE (source), result, &error);
  if (error != NULL)
    report_error (self, error);
}

/* An edition that was removed, for as long as the toast offers to bring it back. */
typedef struct
{
  MdgSourcesPage *page; /* weak: the toast hangs on the page's window */
  MdgEdition *edition;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_clear_weak_pointer (&removal->page);
  mdg_edition_unref (removal->edition);
  g_free (removal);
}

static void
undo_cb (AdwToast *toast, Removal *removal)
{
  if (removal->page == NULL)
    return;
  mdg_store_run_async (removal->page->store, restore_work, g_strdup (removal->edition->id), g_free,
                       NULL, NULL, done_cb, g_object_ref (removal->page));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  mdg_store_run_finish (MDG_STORE (source), result, &error);
  if (error != NULL || removal->page == NULL)
    {
      if (removal->page != NULL)
        report_error (removal->page, error);
      removal_free (removal, NULL);
      return;
    }

  title = g_strdup_printf (_ ("“%s” removed"), removal->edition->title);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  /* Before the toast of an import that may still be there. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, removal_free, 0);
  add_toast (removal->page, toast);
}

static void
remove_requested_cb (MdgSourcesPage *self, MdgEditionRow *row)
{
  MdgEdition *edition = mdg_edition_row_get_edition (row);
  Removal *removal = g_new0 (Removal, 1);

  g_set_weak_pointer (&removal->page, self);
  removal->edition = mdg_edition_ref (edition);
  mdg_store_run_async (self->store, remove_work, g_strdup (edition->id), g_free, NULL, NULL,
                       removed_cb, removal);
}

static void
restore_requested_cb (MdgSourcesPage *self, MdgEditionRow *row)
{
  mdg_store_run_async (self->store, restore_work, g_strdup (mdg_edition_row_get_edition (row)->id),
                       g_free, NULL, NULL, done_cb, g_object_ref (self));
}

/* What is asked before an edition is deleted for good. */
typedef struct
{
  MdgSourcesPage *page; /* weak: the dialog hangs on the page's window */
  char *id;
} Deletion;

static void
deletion_free (gpointer data, GClosure *closure)
{
  Deletion *deletion = data;

  g_clear_weak_pointer (&deletion->page);
  g_free (deletion->id);
  g_free (deletion);
}

static void
delete_confirmed_cb (AdwAlertDialog *dialog, const char *response, Deletion *deletion)
{
  if (deletion->page == NULL)
    return;
  mdg_store_run_async (deletion->page->store, delete_work, g_strdup (deletion->id), g_free, NULL,
                       NULL, done_cb, g_object_ref (deletion->page));
}

static void
delete_requested_cb (MdgSourcesPage *self, MdgEditionRow *row)
{
  const MdgEdition *edition = mdg_edition_row_get_edition (row);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Delete for Good?"), NULL);
  Deletion *deletion = g_new0 (Deletion, 1);

  adw_alert_dialog_format_body (
    ADW_ALERT_DIALOG (dialog),
    _ ("“%s” and its figures cannot be restored afterwards. Its file can be imported again."),
    edition->title);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                  _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  g_set_weak_pointer (&deletion->page, self);
  deletion->id = g_strdup (edition->id);
  g_signal_connect_data (dialog, "response::delete", G_CALLBACK (delete_confirmed_cb), deletion,
                         deletion_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static int
compare_editions (gconstpointer a, gconstpointer b, gpointer data)
{
  MdgFigures *figures = data;

  /* The best first. */
  return mdg_edition_compare_rank (mdg_figures_get_edition (figures, *(const guint *) b),
                                   mdg_figures_get_edition (figures, *(const guint *) a));
}

/* How many figures of each quality the editions have, one after the other. */
static guint *
count_figures (MdgFigures *figures)
{
  guint *counts = g_new0 (guint, mdg_figures_get_n_editions (figures) * MDG_N_QUALITIES);

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      counts[observation->edition * MDG_N_QUALITIES + observation->quality]++;
    }

  return counts;
}

static void
clear_rows (MdgSourcesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      MdgEdition *edition = mdg_edition_row_get_edition (MDG_EDITION_ROW (row));

      adw_preferences_group_remove (find_group (self, edition), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* Returns the group it stands in. */
static AdwPreferencesGroup *
add_edition (MdgSourcesPage *self, MdgEdition *edition, const guint *counts)
{
  GtkWidget *row = mdg_edition_row_new (edition, counts);
  AdwPreferencesGroup *group = find_group (self, edition);

  g_signal_connect_object (row, "remove-requested", G_CALLBACK (remove_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "restore-requested", G_CALLBACK (restore_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete-requested", G_CALLBACK (delete_requested_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return group;
}

static void
figures_cb (MdgSourcesPage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *counts = NULL;
  GPtrArray *removed;
  gboolean any_imported = FALSE;
  gboolean any_unofficial = FALSE;
  gboolean any_press = FALSE;

  clear_rows (self);
  if (figures == NULL)
    return;

  for (guint i = 0; i < mdg_figures_get_n_editions (figures); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_editions, figures);

  counts = count_figures (figures);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      AdwPreferencesGroup *group = add_edition (self, mdg_figures_get_edition (figures, index),
                                                &counts[index * MDG_N_QUALITIES]);

      any_imported = any_imported || group == self->imported_group;
      any_press = any_press || group == self->press_group;
      any_unofficial = any_unofficial || group == self->unofficial_group;
    }

  removed = mdg_figures_get_removed (figures);
  for (guint i = 0; i < removed->len; i++)
    add_edition (self, g_ptr_array_index (removed, i), NULL);

  gtk_widget_set_visible (self->nothing_imported_row, !any_imported);
  gtk_widget_set_visible (GTK_WIDGET (self->removed_group), removed->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->press_group), any_press);
  gtk_widget_set_visible (GTK_WIDGET (self->unofficial_group), any_unofficial);
}

static void
mdg_sources_page_dispose (GObject *object)
{
  MdgSourcesPage *self = MDG_SOURCES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_SOURCES_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mdg_sources_page_parent_class)->dispose (object);
}

static void
mdg_sources_page_class_init (MdgSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_sources_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, imported_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, removed_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, ministry_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, press_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, unofficial_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, qualities_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, measures_group);
  gtk_widget_class_bind_template_child (widget_class, MdgSourcesPage, nothing_imported_row);
}

static void
mdg_sources_page_init (MdgSourcesPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_definitions (self);
}

/**
 * mdg_sources_page_new:
 * @model: the owner of the figures
 * @store: where editions are removed from
 *
 * Returns: (transfer floating): the page of sources
 */
MdgSourcesPage *
mdg_sources_page_new (MdgFigureModel *model, MdgStore *store)
{
  MdgSourcesPage *self = g_object_new (MDG_TYPE_SOURCES_PAGE, NULL);

  self->model = g_object_ref (model);
  self->store = g_object_ref (store);
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);
  figures_cb (self);
  return self;
}
