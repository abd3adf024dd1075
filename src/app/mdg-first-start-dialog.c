/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-first-start-dialog.h"

#include <glib/gi18n.h>

#include "app/mdg-area-choice.h"
#include "app/mdg-facility-choice.h"

struct _MdgFirstStartDialog
{
  AdwDialog parent_instance;

  MdgFigureModel *model;
  GSettings *settings;

  AdwComboRow *area_row;
  AdwComboRow *facility_row;
  GtkWidget *start_button;
};

G_DEFINE_FINAL_TYPE (MdgFirstStartDialog, mdg_first_start_dialog, ADW_TYPE_DIALOG)

static void
start_cb (MdgFirstStartDialog *self)
{
  MdgScope scope = *mdg_figure_model_get_scope (self->model);
  MdgArea area = mdg_area_choice_get (GTK_WIDGET (self->area_row));
  MdgFacilityType type = mdg_facility_choice_get (GTK_WIDGET (self->facility_row));

  g_settings_set_string (self->settings, "home-area",
                         area != MDG_AREA_NONE ? mdg_area_get_code (area) : "");
  g_settings_set_string (self->settings, "home-facility-type", mdg_facility_type_get_id (type));

  /* The pages that are already there start at home too. */
  if (area != MDG_AREA_NONE)
    scope.area = area;
  scope.facility_type = type;
  mdg_figure_model_set_scope (self->model, &scope);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
skip_cb (MdgFirstStartDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mdg_first_start_dialog_closed (AdwDialog *dialog)
{
  g_settings_set_boolean (MDG_FIRST_START_DIALOG (dialog)->settings, "first-start-done", TRUE);
}

static void
mdg_first_start_dialog_dispose (GObject *object)
{
  MdgFirstStartDialog *self = MDG_FIRST_START_DIALOG (object);

  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_FIRST_START_DIALOG);

  G_OBJECT_CLASS (mdg_first_start_dialog_parent_class)->dispose (object);
}

static void
mdg_first_start_dialog_class_init (MdgFirstStartDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  object_class->dispose = mdg_first_start_dialog_dispose;
  dialog_class->closed = mdg_first_start_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-first-start-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgFirstStartDialog, area_row);
  gtk_widget_class_bind_template_child (widget_class, MdgFirstStartDialog, facility_row);
  gtk_widget_class_bind_template_child (widget_class, MdgFirstStartDialog, start_button);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
mdg_first_start_dialog_init (MdgFirstStartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  mdg_area_choice_set_up (GTK_WIDGET (self->area_row), _ ("None in particular"));
  mdg_facility_choice_set_up (GTK_WIDGET (self->facility_row), _ ("None in particular"));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->start_button);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->area_row));
}

/**
 * mdg_first_start_dialog_new:
 * @model: what is looked at, which moves to the answers
 * @settings: where the answers are kept
 *
 * Returns: (transfer floating): a new dialog
 */
MdgFirstStartDialog *
mdg_first_start_dialog_new (MdgFigureModel *model, GSettings *settings)
{
  MdgFirstStartDialog *self;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (model), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_FIRST_START_DIALOG, NULL);
  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);

  return self;
}
