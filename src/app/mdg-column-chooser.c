/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-column-chooser.h"

#include <glib/gi18n.h>

struct _MdgColumnChooser
{
  AdwBin parent_instance;

  GSettings *settings; /* (nullable): until it is bound */
  char *key;
  GPtrArray *ids;    /* (element-type utf8) */
  GPtrArray *checks; /* (element-type GtkCheckButton): not owned */
  GtkWidget *box;
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (MdgColumnChooser, mdg_column_chooser, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_chosen (MdgColumnChooser *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += mdg_column_chooser_is_chosen (self, i) ? 1 : 0;

  return n;
}

static void
write_settings (MdgColumnChooser *self)
{
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    if (!mdg_column_chooser_is_chosen (self, i))
      g_strv_builder_add (hidden, g_ptr_array_index (self->ids, i));
  ids = g_strv_builder_end (hidden);
  g_settings_set_strv (self->settings, self->key, (const char *const *) ids);
}

/* The last column that is chosen stays. */
static void
guard_last (MdgColumnChooser *self)
{
  guint n = count_chosen (self);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i),
                              n > 1 || !mdg_column_chooser_is_chosen (self, i));
}

static void
read_settings (MdgColumnChooser *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, self->key);
  guint n_hidden = 0;

  for (guint i = 0; i < self->ids->len; i++)
    n_hidden +=
      g_strv_contains ((const char *const *) hidden, g_ptr_array_index (self->ids, i)) ? 1 : 0;

  self->is_reading = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (
      g_ptr_array_index (self->checks, i),
      /* Settings that leave nothing are not taken for what somebody wanted. */
      n_hidden == self->ids->len ||
        !g_strv_contains ((const char *const *) hidden, g_ptr_array_index (self->ids, i)));
  self->is_reading = FALSE;

  guard_last (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (MdgColumnChooser *self)
{
  if (!self->is_reading && self->settings != NULL)
    write_settings (self);
}

static void
mdg_column_chooser_finalize (GObject *object)
{
  MdgColumnChooser *self = MDG_COLUMN_CHOOSER (object);

  g_clear_object (&self->settings);
  g_free (self->key);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (mdg_column_chooser_parent_class)->finalize (object);
}

static void
mdg_column_chooser_class_init (MdgColumnChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_column_chooser_finalize;

  signals[CHANGED] = g_signal_new ("changed", MDG_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_column_chooser_init (MdgColumnChooser *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "choices");
  gtk_popover_set_child (GTK_POPOVER (popover), self->box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Columns"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Choose the Columns"));
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * mdg_column_chooser_add:
 * @self: a chooser that is not bound yet
 * @id: how the settings call the column
 * @title: what stands above the column
 *
 * Adds a column, after those that were added before.
 */
void
mdg_column_chooser_add (MdgColumnChooser *self, const char *id, const char *title)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);

  g_return_if_fail (MDG_IS_COLUMN_CHOOSER (self));
  g_return_if_fail (self->settings == NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->checks, check);
}

/**
 * mdg_column_chooser_bind:
 * @self: a chooser with all of its columns
 * @settings: the settings of the program
 * @key: a key of type `as`: the ids of the columns that were chosen away
 *
 * Reads from the settings which columns are chosen, and keeps it there from then on.
 */
void
mdg_column_chooser_bind (MdgColumnChooser *self, GSettings *settings, const char *key)
{
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  g_return_if_fail (MDG_IS_COLUMN_CHOOSER (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  g_signal_connect_object (settings, signal, G_CALLBACK (read_settings), self, G_CONNECT_SWAPPED);
  read_settings (self);
}

/**
 * mdg_column_chooser_is_chosen:
 * @self: a chooser
 * @column: a column, in the order in which they were added
 *
 * Returns: whether the column is to be shown
 */
gboolean
mdg_column_chooser_is_chosen (MdgColumnChooser *self, guint column)
{
  g_return_val_if_fail (MDG_IS_COLUMN_CHOOSER (self), FALSE);
  g_return_val_if_fail (column < self->checks->len, FALSE);

  return gtk_check_button_get_active (g_ptr_array_index (self->checks, column));
}
