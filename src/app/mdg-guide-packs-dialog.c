/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-guide-packs-dialog.h"

#include "app/mdg-guide-entry-row.h"
#include "app/mdg-guide-faults-dialog.h"
#include "app/mdg-guide-flow.h"

struct _MdgGuidePacksDialog
{
  AdwDialog parent_instance;

  MdgGuideLibrary *library;
  GtkCheckButton *group; /* never shown: one button of the group is active at any time */

  AdwToastOverlay *toast_overlay;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MdgGuidePacksDialog, mdg_guide_packs_dialog, ADW_TYPE_DIALOG)

static void
use_cb (MdgGuidePacksDialog *self, MdgGuideEntryRow *row)
{
  MdgGuideEntry *entry = mdg_guide_entry_row_get_entry (row);

  mdg_guide_library_set_pack_id (self->library,
                                 mdg_guide_entry_is_builtin (entry)
                                   ? ""
                                   : mdg_guide_pack_get_id (mdg_guide_entry_get_pack (entry)));
}

static void
export_cb (MdgGuidePacksDialog *self, MdgGuideEntryRow *row)
{
  mdg_guide_flow_export (GTK_WIDGET (self), mdg_guide_entry_row_get_entry (row));
}

static void
remove_cb (MdgGuidePacksDialog *self, MdgGuideEntryRow *row)
{
  mdg_guide_flow_remove (GTK_WIDGET (self), self->library, mdg_guide_entry_row_get_entry (row));
}

static void
faults_cb (MdgGuidePacksDialog *self, MdgGuideEntryRow *row)
{
  adw_dialog_present (
    ADW_DIALOG (mdg_guide_faults_dialog_new (mdg_guide_entry_row_get_entry (row))),
    GTK_WIDGET (self));
}

static void
load_cb (MdgGuidePacksDialog *self)
{
  mdg_guide_flow_choose (GTK_WIDGET (self), self->library);
}

static void
show_in_use (MdgGuidePacksDialog *self)
{
  MdgGuideEntry *in_use = mdg_guide_library_get_in_use (self->library);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MDG_IS_GUIDE_ENTRY_ROW (child))
      mdg_guide_entry_row_set_in_use (MDG_GUIDE_ENTRY_ROW (child),
                                      mdg_guide_entry_row_get_entry (MDG_GUIDE_ENTRY_ROW (child)) ==
                                        in_use);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  MdgGuidePacksDialog *self = data;
  GtkWidget *row = mdg_guide_entry_row_new (item, self->group);

  mdg_guide_entry_row_set_in_use (MDG_GUIDE_ENTRY_ROW (row),
                                  item == (gpointer) mdg_guide_library_get_in_use (self->library));
  g_signal_connect_object (row, "use-pack", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "export-pack", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-pack", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-faults", G_CALLBACK (faults_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
mdg_guide_packs_dialog_dispose (GObject *object)
{
  MdgGuidePacksDialog *self = MDG_GUIDE_PACKS_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->group);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_GUIDE_PACKS_DIALOG);

  G_OBJECT_CLASS (mdg_guide_packs_dialog_parent_class)->dispose (object);
}

static void
mdg_guide_packs_dialog_class_init (MdgGuidePacksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_guide_packs_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-guide-packs-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgGuidePacksDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MdgGuidePacksDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, load_cb);
}

static void
mdg_guide_packs_dialog_init (MdgGuidePacksDialog *self)
{
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_guide_packs_dialog_new:
 * @library: the guide packs
 *
 * Returns: (transfer floating): a dialog about @library
 */
MdgGuidePacksDialog *
mdg_guide_packs_dialog_new (MdgGuideLibrary *library)
{
  MdgGuidePacksDialog *self;

  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (library), NULL);

  self = g_object_new (MDG_TYPE_GUIDE_PACKS_DIALOG, NULL);
  self->library = g_object_ref (library);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (library), create_row_cb, self, NULL);
  g_signal_connect_object (library, "notify::pack", G_CALLBACK (show_in_use), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_guide_packs_dialog_add_toast:
 * @self: the dialog
 * @toast: (transfer full): what to say
 *
 * Says @toast in the dialog.
 */
void
mdg_guide_packs_dialog_add_toast (MdgGuidePacksDialog *self, AdwToast *toast)
{
  g_return_if_fail (MDG_IS_GUIDE_PACKS_DIALOG (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
