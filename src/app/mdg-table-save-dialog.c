/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-table-save-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-save-file.h"
#include "export/mdg-export-form.h"

#define FORM_KEY "table-form"

struct _MdgTableSaveDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent; /* (weak): whose table it is */
  GSettings *settings;
  char *name;
  MdgExportTable *all;
  MdgExportTable *selected; /* (nullable) */

  AdwPreferencesGroup *rows_group;
  AdwPreferencesGroup *form_group;
  AdwActionRow *all_row;
  AdwActionRow *selected_row;
  GtkCheckButton *selected_check;
  GtkCheckButton *xlsx_check;
  GtkCheckButton *csv_marked_check;
  GtkCheckButton *csv_check;
  GtkCheckButton *tsv_check;
};

G_DEFINE_FINAL_TYPE (MdgTableSaveDialog, mdg_table_save_dialog, ADW_TYPE_DIALOG)

/* What is written in a thread. */
typedef struct
{
  MdgExportTable *table;
  MdgExportForm form;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mdg_export_table_unref (job->table);
  g_free (job);
}

static GBytes *
write_work (gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  return mdg_export_form_write (job->form, job->table, cancellable, error);
}

static GtkCheckButton *
get_check (MdgTableSaveDialog *self, MdgExportForm form)
{
  GtkCheckButton *const checks[MDG_N_EXPORT_FORMS] = {
    [MDG_EXPORT_FORM_XLSX] = self->xlsx_check,
    [MDG_EXPORT_FORM_CSV_MARKED] = self->csv_marked_check,
    [MDG_EXPORT_FORM_CSV] = self->csv_check,
    [MDG_EXPORT_FORM_TSV] = self->tsv_check,
  };

  return checks[form];
}

static MdgExportForm
get_form (MdgTableSaveDialog *self)
{
  guint form = 0;

  while (!gtk_check_button_get_active (get_check (self, form)))
    form++;

  return form;
}

static void
save_cb (MdgTableSaveDialog *self)
{
  MdgExportForm form = get_form (self);
  gboolean is_selected = gtk_check_button_get_active (self->selected_check);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->name, mdg_export_form_get_ending (form));
  g_autoptr (MdgTableSaveDialog) alive = g_object_ref (self);

  g_settings_set_enum (self->settings, FORM_KEY, form);
  adw_dialog_close (ADW_DIALOG (self));
  if (self->parent != NULL)
    {
      Job *job = g_new (Job, 1);

      job->table = mdg_export_table_ref (is_selected ? self->selected : self->all);
      job->form = form;
      mdg_save_file (self->parent, name, write_work, job, job_free);
    }
}

static void
mdg_table_save_dialog_dispose (GObject *object)
{
  MdgTableSaveDialog *self = MDG_TABLE_SAVE_DIALOG (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->all, mdg_export_table_unref);
  g_clear_pointer (&self->selected, mdg_export_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_TABLE_SAVE_DIALOG);

  G_OBJECT_CLASS (mdg_table_save_dialog_parent_class)->dispose (object);
}

static void
mdg_table_save_dialog_class_init (MdgTableSaveDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_table_save_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-table-save-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, rows_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, form_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, selected_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, selected_check);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, xlsx_check);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, csv_marked_check);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, csv_check);
  gtk_widget_class_bind_template_child (widget_class, MdgTableSaveDialog, tsv_check);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mdg_table_save_dialog_init (MdgTableSaveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where there is nothing to choose, it is only said how many rows there are. */
static void
fill_rows (MdgTableSaveDialog *self)
{
  g_autofree char *n_all = mdg_format_count (mdg_export_table_get_n_rows (self->all));
  g_autofree char *all = g_strdup_printf (_ ("All rows (%s)"), n_all);

  if (self->selected != NULL)
    {
      g_autofree char *n_selected = mdg_format_count (mdg_export_table_get_n_rows (self->selected));
      g_autofree char *selected = g_strdup_printf (_ ("Selected rows (%s)"), n_selected);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all_row), all);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->selected_row), selected);
    }
  else
    adw_preferences_group_set_description (self->form_group, all);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_group), self->selected != NULL);
}

/**
 * mdg_table_save_dialog_present:
 * @parent: the widget whose table it is
 * @settings: the settings of the program, which keep the form that was chosen last
 * @suggested_name: a file name without its ending
 * @all: the table with all of its rows
 * @selected: (nullable): the table with the selected rows, or %NULL if none is
 *
 * Asks which rows are saved and in which form, and then where, and saves them there as
 * mdg_save_file() does.
 */
void
mdg_table_save_dialog_present (GtkWidget *parent,
                               GSettings *settings,
                               const char *suggested_name,
                               MdgExportTable *all,
                               MdgExportTable *selected)
{
  MdgTableSaveDialog *self = g_object_new (MDG_TYPE_TABLE_SAVE_DIALOG, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->settings = g_object_ref (settings);
  self->name = g_strdup (suggested_name);
  self->all = mdg_export_table_ref (all);
  self->selected = selected != NULL ? mdg_export_table_ref (selected) : NULL;

  fill_rows (self);
  gtk_check_button_set_active (
    get_check (self, (MdgExportForm) g_settings_get_enum (settings, FORM_KEY)), TRUE);

  adw_dialog_present (ADW_DIALOG (self), parent);
}
