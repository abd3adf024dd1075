/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-next-deck-dialog.h"

#include <glib/gi18n.h>

struct _MdgNextDeckDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwActionRow *search_row;
  AdwActionRow *site_row;
};

G_DEFINE_FINAL_TYPE (MdgNextDeckDialog, mdg_next_deck_dialog, ADW_TYPE_DIALOG)

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgNextDeckDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_toast_overlay_add_toast (
      self->toast_overlay,
      adw_toast_new (_ ("No web browser could be opened. Type the address into one.")));
}

static void
open_site_cb (MdgNextDeckDialog *self)
{
  g_autoptr (GtkUriLauncher) launcher =
    gtk_uri_launcher_new (adw_action_row_get_subtitle (self->site_row));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           launched_cb, g_object_ref (self));
}

static void
copy_cb (MdgNextDeckDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          adw_action_row_get_subtitle (self->search_row));
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Search words copied")));
}

static void
import_cb (MdgNextDeckDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.import", NULL);
}

static void
mdg_next_deck_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_NEXT_DECK_DIALOG);

  G_OBJECT_CLASS (mdg_next_deck_dialog_parent_class)->dispose (object);
}

static void
mdg_next_deck_dialog_class_init (MdgNextDeckDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_next_deck_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-next-deck-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgNextDeckDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MdgNextDeckDialog, search_row);
  gtk_widget_class_bind_template_child (widget_class, MdgNextDeckDialog, site_row);
  gtk_widget_class_bind_template_callback (widget_class, open_site_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
mdg_next_deck_dialog_init (MdgNextDeckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_next_deck_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
MdgNextDeckDialog *
mdg_next_deck_dialog_new (void)
{
  return g_object_new (MDG_TYPE_NEXT_DECK_DIALOG, NULL);
}
