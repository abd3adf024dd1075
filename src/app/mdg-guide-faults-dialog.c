/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-guide-faults-dialog.h"

#include <glib/gi18n.h>

struct _MdgGuideFaultsDialog
{
  AdwDialog parent_instance;

  MdgGuideEntry *entry;

  AdwToastOverlay *toast_overlay;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *faults_group;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (MdgGuideFaultsDialog, mdg_guide_faults_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (MdgGuideFaultsDialog *self)
{
  g_autofree char *text = mdg_guide_entry_describe_problems (self->entry);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Copied to the clipboard")));
}

static void
add_fault (MdgGuideFaultsDialog *self, const MdgGuideProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a place in a file, and what to do about what is wrong there. */
  g_autofree char *subtitle =
    g_strdup_printf (C_ ("guide fault", "%s\n%s"), problem->path, problem->remedy);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_preferences_group_add (self->faults_group, row);
}

static void
show_faults (MdgGuideFaultsDialog *self)
{
  GPtrArray *problems = mdg_guide_entry_get_problems (self->entry);
  g_autofree char *title = NULL;

  for (guint i = 0; i < problems->len; i++)
    add_fault (self, g_ptr_array_index (problems, i));

  if (problems->len < MDG_GUIDE_MAX_PROBLEMS)
    title =
      g_strdup_printf (g_dngettext (NULL, "%u fault in “%s”", "%u faults in “%s”", problems->len),
                       problems->len, mdg_guide_entry_get_name (self->entry));
  else
    title = g_strdup_printf (_ ("The first %u faults in “%s”"), problems->len,
                             mdg_guide_entry_get_name (self->entry));
  adw_preferences_group_set_title (self->faults_group, title);
}

static void
mdg_guide_faults_dialog_dispose (GObject *object)
{
  MdgGuideFaultsDialog *self = MDG_GUIDE_FAULTS_DIALOG (object);

  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_GUIDE_FAULTS_DIALOG);

  G_OBJECT_CLASS (mdg_guide_faults_dialog_parent_class)->dispose (object);
}

static void
mdg_guide_faults_dialog_class_init (MdgGuideFaultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_guide_faults_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/app/mdg-guide-faults-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgGuideFaultsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideFaultsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideFaultsDialog, faults_group);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideFaultsDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
mdg_guide_faults_dialog_init (MdgGuideFaultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_guide_faults_dialog_new:
 * @entry: an entry without a pack
 *
 * Returns: (transfer floating): a dialog that says what is wrong with @entry
 */
MdgGuideFaultsDialog *
mdg_guide_faults_dialog_new (MdgGuideEntry *entry)
{
  MdgGuideFaultsDialog *self;

  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (entry), NULL);

  self = g_object_new (MDG_TYPE_GUIDE_FAULTS_DIALOG, NULL);
  self->entry = g_object_ref (entry);
  show_faults (self);

  return self;
}
