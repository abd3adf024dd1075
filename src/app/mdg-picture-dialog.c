/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-picture-dialog.h"

#include <glib/gi18n.h>

struct _MdgPictureDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent;
  GSettings *settings;
  guint n_subjects;
  gboolean is_updating;

  AdwComboRow *subject_row;
  AdwComboRow *format_row;
  GtkWidget *size_group;
  AdwComboRow *preset_row;
  AdwSpinRow *width_row;
  AdwSpinRow *height_row;
  GtkLabel *error_label;
  GtkWidget *save_button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPictureDialog, mdg_picture_dialog, ADW_TYPE_DIALOG)

/* In the order of the rows. */
static const MdgExportFormat formats[] = { MDG_EXPORT_PNG, MDG_EXPORT_PDF, MDG_EXPORT_SVG };

/* The last row stands for any other size. */
static const struct
{
  const char *label;
  MdgExportSize size;
} presets[] = {
  { NC_ ("picture", "For a Document (1240 × 1754)"), { 1240, 1754 } },
  { NC_ ("picture", "For Print on A4 (2480 × 3508)"), { 2480, 3508 } },
  { NC_ ("picture", "For a Slide (1920 × 1080)"), { 1920, 1080 } },
  { NC_ ("picture", "Other Size"), { 0, 0 } },
};

#define OTHER (G_N_ELEMENTS (presets) - 1)

static guint
find_preset (MdgExportSize size)
{
  for (guint i = 0; i < OTHER; i++)
    if (presets[i].size.width == size.width && presets[i].size.height == size.height)
      return i;

  return OTHER;
}

/* Only pixels are counted; what has none is as large as one wants. */
static void
update (MdgPictureDialog *self)
{
  gboolean has_pixels = mdg_picture_dialog_get_format (self) == MDG_EXPORT_PNG;
  g_autoptr (GError) error = NULL;
  gboolean is_good =
    !has_pixels || mdg_export_size_check (mdg_picture_dialog_get_size (self), &error);

  gtk_widget_set_visible (self->size_group, has_pixels);
  gtk_label_set_label (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_widget_set_sensitive (self->save_button, is_good);
}

static void
preset_selected_cb (MdgPictureDialog *self)
{
  guint preset = adw_combo_row_get_selected (self->preset_row);

  if (self->is_updating || preset >= OTHER)
    return;

  self->is_updating = TRUE;
  adw_spin_row_set_value (self->width_row, presets[preset].size.width);
  adw_spin_row_set_value (self->height_row, presets[preset].size.height);
  self->is_updating = FALSE;
  update (self);
}

static void
size_changed_cb (MdgPictureDialog *self)
{
  if (self->is_updating)
    return;

  self->is_updating = TRUE;
  adw_combo_row_set_selected (self->preset_row, find_preset (mdg_picture_dialog_get_size (self)));
  self->is_updating = FALSE;
  update (self);
}

static void
save_cb (MdgPictureDialog *self)
{
  MdgExportSize size = mdg_picture_dialog_get_size (self);

  /* The values of the schema's enumeration are those of the formats. */
  g_settings_set_enum (self->settings, "picture-format",
                       (int) mdg_picture_dialog_get_format (self));
  g_settings_set_int (self->settings, "picture-width", (int) size.width);
  g_settings_set_int (self->settings, "picture-height", (int) size.height);
  g_signal_emit (self, signals[CHOSEN], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
load (MdgPictureDialog *self)
{
  MdgExportFormat format = (MdgExportFormat) g_settings_get_enum (self->settings, "picture-format");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i] == format)
      adw_combo_row_set_selected (self->format_row, i);
  self->is_updating = TRUE;
  adw_spin_row_set_value (self->width_row, g_settings_get_int (self->settings, "picture-width"));
  adw_spin_row_set_value (self->height_row, g_settings_get_int (self->settings, "picture-height"));
  self->is_updating = FALSE;
  size_changed_cb (self);
}

static void
mdg_picture_dialog_dispose (GObject *object)
{
  MdgPictureDialog *self = MDG_PICTURE_DIALOG (object);

  self->is_updating = TRUE;
  g_clear_object (&self->parent);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_PICTURE_DIALOG);

  G_OBJECT_CLASS (mdg_picture_dialog_parent_class)->dispose (object);
}

static void
mdg_picture_dialog_class_init (MdgPictureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_picture_dialog_dispose;

  /**
   * MdgPictureDialog::chosen:
   *
   * Somebody chose; the dialog is about to close.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, size_group);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, preset_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, MdgPictureDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, preset_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mdg_picture_dialog_init (MdgPictureDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "picture", presets[i].label));
  adw_combo_row_set_model (self->preset_row, G_LIST_MODEL (names));
  adw_spin_row_set_range (self->width_row, MDG_EXPORT_LEAST_SIDE, MDG_EXPORT_LONGEST_SIDE);
  adw_spin_row_set_range (self->height_row, MDG_EXPORT_LEAST_SIDE, MDG_EXPORT_LONGEST_SIDE);
  self->is_updating = FALSE;
}

/**
 * mdg_picture_dialog_new:
 * @parent: the widget on whose behalf
 * @settings: where the last choice is kept
 *
 * Returns: (transfer floating): a new dialog
 */
MdgPictureDialog *
mdg_picture_dialog_new (GtkWidget *parent, GSettings *settings)
{
  MdgPictureDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_PICTURE_DIALOG, NULL);
  self->parent = g_object_ref (parent);
  self->settings = g_object_ref (settings);
  load (self);

  return self;
}

/**
 * mdg_picture_dialog_set_subjects:
 * @self: a dialog
 * @subjects: (array zero-terminated=1): what there are pictures of
 * @all: how a picture of all of them is called
 *
 * Asks of what a picture is wanted, too. At first that is all.
 */
void
mdg_picture_dialog_set_subjects (MdgPictureDialog *self,
                                 const char *const *subjects,
                                 const char *all)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (subjects);

  g_return_if_fail (MDG_IS_PICTURE_DIALOG (self));

  self->n_subjects = g_list_model_get_n_items (G_LIST_MODEL (names));
  gtk_string_list_append (names, all);
  adw_combo_row_set_model (self->subject_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->subject_row, self->n_subjects);
  gtk_widget_set_visible (GTK_WIDGET (self->subject_row), TRUE);
}

/**
 * mdg_picture_dialog_get_subject:
 * @self: a dialog
 *
 * Returns: of which subject a picture is wanted, or -1 for all
 */
int
mdg_picture_dialog_get_subject (MdgPictureDialog *self)
{
  guint selected;

  g_return_val_if_fail (MDG_IS_PICTURE_DIALOG (self), -1);

  selected = adw_combo_row_get_selected (self->subject_row);

  return selected < self->n_subjects ? (int) selected : -1;
}

/**
 * mdg_picture_dialog_get_format:
 * @self: a dialog
 *
 * Returns: the format that is chosen
 */
MdgExportFormat
mdg_picture_dialog_get_format (MdgPictureDialog *self)
{
  guint selected;

  g_return_val_if_fail (MDG_IS_PICTURE_DIALOG (self), MDG_EXPORT_PNG);

  selected = adw_combo_row_get_selected (self->format_row);

  return selected < G_N_ELEMENTS (formats) ? formats[selected] : MDG_EXPORT_PNG;
}

/**
 * mdg_picture_dialog_get_size:
 * @self: a dialog
 *
 * Returns: the size that is chosen, in pixels
 */
MdgExportSize
mdg_picture_dialog_get_size (MdgPictureDialog *self)
{
  g_return_val_if_fail (MDG_IS_PICTURE_DIALOG (self), (MdgExportSize) { 0 });

  return (MdgExportSize) { (guint) adw_spin_row_get_value (self->width_row),
                           (guint) adw_spin_row_get_value (self->height_row) };
}

/**
 * mdg_picture_dialog_get_parent:
 * @self: a dialog
 *
 * Returns: (transfer none): the widget on whose behalf it asks
 */
GtkWidget *
mdg_picture_dialog_get_parent (MdgPictureDialog *self)
{
  g_return_val_if_fail (MDG_IS_PICTURE_DIALOG (self), NULL);

  return self->parent;
}
