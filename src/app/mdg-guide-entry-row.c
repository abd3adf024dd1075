/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-guide-entry-row.h"

#include <glib/gi18n.h>

#include "app/mdg-pack-words.h"

struct _MdgGuideEntryRow
{
  AdwActionRow parent_instance;

  MdgGuideEntry *entry;

  GtkCheckButton *use_check;
  GtkWidget *fault_image;
  GtkWidget *faults_button;
  GtkWidget *export_button;
  GtkWidget *remove_button;
};

enum
{
  USE_PACK,
  EXPORT_PACK,
  REMOVE_PACK,
  SHOW_FAULTS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgGuideEntryRow, mdg_guide_entry_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (MdgGuideEntryRow *self)
{
  if (gtk_check_button_get_active (self->use_check))
    g_signal_emit (self, signals[USE_PACK], 0);
}

static void
export_cb (MdgGuideEntryRow *self)
{
  g_signal_emit (self, signals[EXPORT_PACK], 0);
}

static void
remove_cb (MdgGuideEntryRow *self)
{
  g_signal_emit (self, signals[REMOVE_PACK], 0);
}

static void
faults_cb (MdgGuideEntryRow *self)
{
  g_signal_emit (self, signals[SHOW_FAULTS], 0);
}

static void
show_pack (MdgGuideEntryRow *self, MdgGuidePack *pack)
{
  g_autofree char *edition = mdg_pack_words_tell_edition (pack);
  g_autofree char *contents = mdg_pack_words_tell_contents (pack);
  g_autofree char *subtitle = NULL;
  const char *title = mdg_guide_text_get (mdg_guide_pack_get_title (pack));

  if (mdg_guide_entry_is_builtin (self->entry))
    /* Translators: a guide pack: edition and contents. */
    subtitle = g_strdup_printf (C_ ("guide pack", "Built in · %s\n%s"), edition, contents);
  else
    subtitle = g_strdup_printf ("%s\n%s", edition, contents);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->use_check));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
show_faults (MdgGuideEntryRow *self)
{
  guint n = mdg_guide_entry_get_problems (self->entry)->len;
  g_autofree char *subtitle = g_strdup_printf (
    g_dngettext (NULL, "Cannot be used: %u fault", "Cannot be used: %u faults", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mdg_guide_entry_get_name (self->entry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
mdg_guide_entry_row_dispose (GObject *object)
{
  MdgGuideEntryRow *self = MDG_GUIDE_ENTRY_ROW (object);

  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_GUIDE_ENTRY_ROW);

  G_OBJECT_CLASS (mdg_guide_entry_row_parent_class)->dispose (object);
}

static guint
create_signal (GType type, const char *name)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_guide_entry_row_class_init (MdgGuideEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_guide_entry_row_dispose;

  signals[USE_PACK] = create_signal (G_TYPE_FROM_CLASS (klass), "use-pack");
  signals[EXPORT_PACK] = create_signal (G_TYPE_FROM_CLASS (klass), "export-pack");
  signals[REMOVE_PACK] = create_signal (G_TYPE_FROM_CLASS (klass), "remove-pack");
  signals[SHOW_FAULTS] = create_signal (G_TYPE_FROM_CLASS (klass), "show-faults");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-guide-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgGuideEntryRow, use_check);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideEntryRow, fault_image);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideEntryRow, faults_button);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideEntryRow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MdgGuideEntryRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, faults_cb);
}

static void
mdg_guide_entry_row_init (MdgGuideEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_guide_entry_row_new:
 * @entry: a guide pack, or a file that is no good one
 * @group: the group of buttons of which one is active
 *
 * Returns: (transfer floating): a row for @entry
 */
GtkWidget *
mdg_guide_entry_row_new (MdgGuideEntry *entry, GtkCheckButton *group)
{
  MdgGuideEntryRow *self;
  gboolean is_good;

  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (entry), NULL);

  self = g_object_new (MDG_TYPE_GUIDE_ENTRY_ROW, NULL);
  self->entry = g_object_ref (entry);
  is_good = mdg_guide_entry_get_pack (entry) != NULL;
  gtk_check_button_set_group (self->use_check, group);
  gtk_widget_set_visible (GTK_WIDGET (self->use_check), is_good);
  gtk_widget_set_visible (self->fault_image, !is_good);
  gtk_widget_set_visible (self->faults_button, !is_good);
  gtk_widget_set_visible (self->export_button, is_good);
  gtk_widget_set_visible (self->remove_button, !mdg_guide_entry_is_builtin (entry));

  if (is_good)
    show_pack (self, mdg_guide_entry_get_pack (entry));
  else
    show_faults (self);

  return GTK_WIDGET (self);
}

/**
 * mdg_guide_entry_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the pack it stands for
 */
MdgGuideEntry *
mdg_guide_entry_row_get_entry (MdgGuideEntryRow *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * mdg_guide_entry_row_set_in_use:
 * @self: a row
 * @in_use: whether its pack is in use
 *
 * Shows which pack is in use, without asking for another.
 */
void
mdg_guide_entry_row_set_in_use (MdgGuideEntryRow *self, gboolean in_use)
{
  g_return_if_fail (MDG_IS_GUIDE_ENTRY_ROW (self));

  g_signal_handlers_block_by_func (self->use_check, toggled_cb, self);
  gtk_check_button_set_active (self->use_check, in_use);
  g_signal_handlers_unblock_by_func (self->use_check, toggled_cb, self);
}
